import { ISSUES } from '../model/issue.ts'
import type { IssueCode } from '../model/issue.ts'
import type { ScannedMessage } from '../model/scanned-message.ts'
import { many } from './many.ts'

/** Issues that leave what the reader sees unread, in the order they are told. null: said in the words of the table. */
const UNREAD: Partial<Record<IssueCode, string | null>> = {
  message_empty: null,
  message_unreadable: null,
  message_too_large: null,
  worker_died: null,
  time_limit: null,
  memory_limit: null,
  message_truncated: null,
  part_limit: null,
  nested_too_deep: null,
  text_too_large: null,
  unpacked_too_large: null,
  pdf_encrypted: 'locked PDF',
  pdf_damaged: 'damaged PDF',
  pdf_pages_skipped: 'PDF cut short',
  file_encrypted: 'locked file',
  file_damaged: 'damaged file',
  picture_unread: 'picture',
  picture_damaged: 'damaged picture',
  picture_too_large: 'oversized picture',
  picture_frames_skipped: null,
  engine_failed: null,
  attachment_unread: 'attachment',
}

/**
 * Why nothing can be told of a message in which no lure was found: what was not read of it; null where all was.
 *
 * @example unreadWords(message) // => '4 pictures not read'
 */
export function unreadWords({ issues, verdict }: Pick<ScannedMessage, 'issues' | 'verdict'>): string | null {
  if (verdict.callbackPhishing) return null
  const told = (Object.keys(UNREAD) as IssueCode[]).flatMap((code) => {
    const times = issues.filter((own) => own.code === code).reduce((sum, { saw }) => sum + piecesOf(saw), 0)
    if (times === 0) return []
    const noun = UNREAD[code]
    return [noun ? `${many(times, noun)} not read` : ISSUES[code]]
  })
  return told.length === 0 ? null : told.join(', ')
}

/** The pictures of an HTML body are one issue, which begins with how many they are. */
function piecesOf(saw = ''): number {
  return Number(/^(\d{1,6}) in /.exec(saw)?.[1] ?? 1)
}
