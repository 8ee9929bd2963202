import { issue } from '../../../model/issue.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import { nested } from '../read-nested-mail.ts'
import type { FileToRead, Means } from '../readers.ts'
import { openCompoundFile } from './compound-file.ts'
import { isMsg, readMsg } from './msg.ts'
import { openOutlook } from './open-outlook.ts'

/** Reads a compound file: a message of Outlook, or a document of an old Office. */
export function readCompound(file: FileToRead, { limits, room }: Means): Opened {
  const { bytes, part, type } = file
  const root = openCompoundFile(bytes)
  if (root === null) return { ...opened(), issues: [issue('file_damaged', { part, saw: type })] }
  if (isMsg(root)) return nested(openOutlook(readMsg(root), bytes, limits, room), file)
  const isLocked = root.streamNames.includes('EncryptedPackage')
  return { ...opened(), issues: [issue(isLocked ? 'file_encrypted' : 'attachment_unread', { part, saw: type })] }
}
