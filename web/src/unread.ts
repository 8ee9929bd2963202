import { ISSUES } from '../../src/model/issue.ts'
import type { IssueCode } from '../../src/model/issue.ts'
import type { MessageAnswer } from './api.ts'
import { plural } from './format.ts'

type Issue = MessageAnswer['issues'][number]

/** Issues that keep something from being read that the mail's reader may see. */
const UNSEEN: Partial<Record<IssueCode, (count: number) => string>> = {
  picture_unread: (count) => `${plural(count, 'picture')} ${were(count)} not read`,
  attachment_unread: (count) => `${plural(count, 'attachment')} ${were(count)} not read`,
  pdf_encrypted: (count) => `${plural(count, 'PDF')} ${count === 1 ? 'wants' : 'want'} a password`,
  pdf_damaged: (count) => `${plural(count, 'PDF')} cannot be opened`,
  pdf_pages_skipped: () => 'not all pages of a PDF were read',
  message_empty: () => ISSUES.message_empty,
  message_unreadable: () => ISSUES.message_unreadable,
  message_truncated: () => ISSUES.message_truncated,
  message_too_large: () => ISSUES.message_too_large,
  time_limit: () => ISSUES.time_limit,
  memory_limit: () => ISSUES.memory_limit,
  worker_died: () => ISSUES.worker_died,
  part_limit: () => 'not all parts were read',
  nested_too_deep: () => 'not all nested mails were read',
  text_too_large: () => 'not all of the text was read',
}

const were = (count: number): string => (count === 1 ? 'was' : 'were')

/** Pictures in HTML are counted in one issue. */
const countOf = ({ saw }: Issue): number => Number(/^(\d+) in the HTML$/.exec(saw ?? '')?.[1] ?? 1)

/**
 * What the mail's reader may see and this program has not.
 *
 * Out: one phrase for each kind, or none where everything was read.
 */
export function unreadOf(issues: readonly Issue[]): string[] {
  const counts = new Map<IssueCode, number>()
  for (const issue of issues) counts.set(issue.code, (counts.get(issue.code) ?? 0) + countOf(issue))
  return [...counts].flatMap(([code, count]) => UNSEEN[code]?.(count) ?? [])
}

/** An issue in a sentence: what was wrong, where, and what stood there. */
export function sentenceOf({ code, part, saw }: Issue): string {
  return [ISSUES[code], part && `(${part})`, saw && `: ${saw}`]
    .filter((word) => word)
    .join(' ')
    .replace(' :', ':')
}
