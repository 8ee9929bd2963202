import type { Message } from '../model/message.ts'
import type { Engines } from './engines.ts'
import { readFiles } from './attached/read-files.ts'
import { openOutlookFile } from './attached/outlook/open-outlook.ts'
import { openMail } from './open-mail.ts'

/**
 * parts: files of a mail, also in each other; nesting: files in files; textLength, htmlLength: UTF-16 code units a part;
 * unpackedBytes: what comes out of all its archives and documents together.
 */
export type ReadLimits = {
  readonly parts: number
  readonly nesting: number
  readonly textLength: number
  readonly htmlLength: number
  readonly unpackedBytes: number
}

export const READ_LIMITS: ReadLimits = {
  parts: 500,
  nesting: 8,
  textLength: 2_000_000,
  htmlLength: 10_000_000,
  unpackedBytes: 64 * 1024 * 1024,
}

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
