import type { Message } from '../model/message.ts'
import type { Engines } from './engines.ts'
import { readFiles } from './attached/read-files.ts'
import { openOutlookFile } from './attached/outlook/open-outlook.ts'
import { openMail } from './open-mail.ts'
import { READ_LIMITS } from './read-limits.ts'
import type { ReadLimits } from './read-limits.ts'

/**
 * Reads a mail as its reader finds it: subject, sender's name, the body that is shown (HTML where there is one), what
 * its links dial, and every attachment a reader exists for, with the files inside of it.
 *
 * In:  bytes of one mail, as raw as it comes, or of a message of Outlook.
 * Out: the message; whatever could not be read stands in its issues.
 */
export async function readMessage(
  bytes: Uint8Array,
  engines: Engines,
  limits: ReadLimits = READ_LIMITS,
): Promise<Message> {
  const { files, ...mail } = openOutlookFile(bytes, limits) ?? openMail(bytes, limits)
  const message = { ...mail, attachments: [] }
  await readFiles(files, engines, limits, message)
  return message
}
