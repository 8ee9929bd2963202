import { issue } from '../../../model/issue.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import type { FileToRead, Means } from '../readers.ts'
import { fileOf, readOutlookBody } from './open-outlook.ts'
import { readTnef } from './tnef.ts'

/** Reads `winmail.dat`: the body that Outlook shows of the mail it came with, and the attachments. */
export function readWinmail({ bytes, part, type }: FileToRead, { limits, room }: Means): Opened {
  const seen = opened()
  const message = readTnef(bytes)
  if (message === null) return { ...seen, issues: [issue('file_damaged', { part, saw: type })] }
  readOutlookBody(message.properties, limits, room, seen)
  seen.files.push(...message.attachments.map((attachment) => fileOf(attachment)))
  return seen
}
