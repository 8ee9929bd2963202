import { openCompoundFile } from '../extract/attached/outlook/compound-file.ts'
import { isMsg } from '../extract/attached/outlook/msg.ts'
import { unpack } from '../extract/attached/archive/unpack.ts'
import { zipEntries } from '../extract/attached/archive/zip-entries.ts'
import type { ZipEntry } from '../extract/attached/archive/zip-entries.ts'
import { beginsLikeMail } from '../extract/mime/begins-like-mail.ts'
import { issue } from '../model/issue.ts'
import type { RawMessage } from './messages.ts'
import { splitMbox } from './split-mbox.ts'

const MOST_ENTRIES = 100_000
const HEAD_LENGTH = 4096
/** What analysts lock their samples with, so that no scanner on the way takes offence. */
const USUAL_PASSWORDS = ['infected']

/** Whether bytes begin as a zip does. */
export function isZip(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PK\x03\x04'
}

/**
 * The mails in a zip, in the order they were packed in; what else is packed with them is left alone.
 *
 * In:  file, the name of the zip; maxBytes of one mail.
 * Out: mails named `file#name in the zip`.
 */
export async function* splitZip(
  zip: Uint8Array,
  file: string,
  maxBytes: number,
): AsyncGenerator<RawMessage, void, undefined> {
  let count = 0
  const entries = zipEntries(zip, MOST_ENTRIES + 1)
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    if (isBeside(entry)) continue
    const name = `${file}#${entry.name}`
    const unpacked = await unpack(entry, USUAL_PASSWORDS, { bytes: maxBytes + 1, tries: USUAL_PASSWORDS.length })
    if (typeof unpacked === 'string') {
      count++
      yield { file: name, issue: issue(unpacked === 'locked' ? 'file_encrypted' : 'file_damaged') }
      continue
    }
    const { bytes, ending } = unpacked
    if (!isMail(bytes, entry.name)) continue
    count++
    if (ending === 'too_large' || bytes.length > maxBytes) yield { file: name, issue: issue('message_too_large') }
    else if (bytes.length === 0) yield { file: name, issue: issue('message_empty') }
    else if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'From ')
      yield* splitMbox(once(bytes), name, maxBytes)
    // The zip itself is not handed on with each of its mails.
    else yield { file: name, bytes: Uint8Array.from(bytes) }
  }
  if (entries.length > MOST_ENTRIES) yield { file, issue: issue('part_limit', { saw: `over ${MOST_ENTRIES} files` }) }
  else if (count === 0) yield { file, issue: issue('message_unreadable', { saw: 'a zip without mail' }) }
}

/** Folders, and what one system keeps beside every file. */
function isBeside({ name }: ZipEntry): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/')
}

function isMail(bytes: Uint8Array, name: string): boolean {
  if (/\.(?:eml|msg|mbox|mbx)$/i.test(name)) return true
  const head = Buffer.from(bytes.subarray(0, HEAD_LENGTH)).toString('latin1')
  if (beginsLikeMail(head)) return true
  const root = openCompoundFile(bytes)
  return root !== null && isMsg(root)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes)
}
