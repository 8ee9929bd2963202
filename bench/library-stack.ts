import { readFile } from 'node:fs/promises'
import { convert } from 'html-to-text'
import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { simpleParser } from 'mailparser'

/** The libraries the peer is made of, for the head of a table. */
export const LIBRARY_STACK = 'mailparser + html-to-text + libphonenumber-js'

/** The numbers that the usual libraries find in a mail, put together the usual way. */
export async function numbersByLibraries(file: string): Promise<ReadonlySet<string>> {
  const mail = await simpleParser(await readFile(file), { skipHtmlToText: true })
  const body = mail.html ? convert(mail.html, { wordwrap: false }) : (mail.text ?? '')
  const found = findPhoneNumbersInText(`${mail.subject ?? ''}\n${body}`, 'US')
  return new Set(found.map(({ number }) => number.number as string))
}
