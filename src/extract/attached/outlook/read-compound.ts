import { issue } from '../../../model/issue.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import { readLegacy } from '../legacy/read-legacy.ts'
import { nested } from '../read-nested-mail.ts'
import type { FileToRead, Means } from '../readers.ts'
import { openCompoundFile } from './compound-file.ts'
import { isMsg, readMsg } from './msg.ts'
import { openOutlook } from './open-outlook.ts'

/** Reads a compound file: a message of Outlook, or a document of an old Office. */
export function readCompound(file: FileToRead, means: Means): Opened {
  const { bytes, part, type } = file
  const root = openCompoundFile(bytes)
  if (root === null) return { ...opened(), issues: [issue('file_damaged', { part, saw: type })] }
  if (isMsg(root)) return nested(openOutlook(readMsg(root), bytes, means.limits, means.room), file)
  return readLegacy(root, file, means)
}
