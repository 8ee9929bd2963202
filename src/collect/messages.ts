import { createReadStream } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beginsLikeMail } from '../extract/mime/begins-like-mail.ts'
import { IntelError } from '../model/failures.ts'
import { issue } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import { splitMbox } from './split-mbox.ts'
import { isZip, splitZip } from './split-zip.ts'

/** One mail as it lies in a file, or why it could not be fetched. file: its path; mails of an mbox are `path#1`…, of a zip `path#name`. */
export type RawMessage =
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly issue: Issue }

export type CollectOptions = {
  /** A larger mail is told, not read. */
  readonly maxBytes?: number
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Buffer>
}

type Settled = Required<CollectOptions>

/** A larger mail is told and not read, unless a door asks otherwise. */
export const MAX_MAIL_BYTES = 64 * 1024 * 1024
const HEAD_LENGTH = 4096
/** A larger zip of mail wants to be unpacked first: it is held in memory. */
const MAX_ZIP_BYTES = 256 * 1024 * 1024

/**
 * Fetches mails: files, folders with all that lies in them, mbox files, Maildirs, zips of mail, `-` for stdin.
 *
 * In:     paths; a path named here is read whatever it is called. In a folder, mail is what is called `.eml`, `.msg` or
 *         `.mbox`, what lies in a Maildir, and what begins like a mail; hidden files are left alone.
 * Out:    mails in the order of the paths, those of a folder sorted by name; a file that cannot be read is an issue.
 * Throws: IntelError `bad_input` before the first mail, where a path does not exist.
 */
export async function* collectMessages(
  paths: readonly string[],
  { maxBytes = MAX_MAIL_BYTES, stdin = process.stdin }: CollectOptions = {},
): AsyncGenerator<RawMessage, void, undefined> {
  const settled = { maxBytes, stdin }
  for (const path of paths) if (path !== '-') await mustExist(path)
  for (const path of paths) {
    if (path === '-') yield* readStream(stdin, '-', settled)
    else if ((await stat(path)).isDirectory()) yield* readFolder(path, settled)
    else yield* readNamed(path, settled)
  }
}

async function mustExist(path: string): Promise<void> {
  try {
    await stat(path)
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : (cause as Error).message
    throw new IntelError('bad_input', `${path}: ${why}`, {
      hint: 'name a mail, a folder, an mbox, or - for stdin',
      cause,
    })
  }
}

async function* readFolder(folder: string, options: Settled): AsyncGenerator<RawMessage, void, undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => error)
  if (entries instanceof Error) {
    yield { file: folder, issue: unreadable(entries) }
    return
  }
  const isMaildir = ['cur', 'new', 'tmp'].every((name) =>
    entries.some((entry) => entry.name === name && entry.isDirectory()),
  )
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    // What is still being delivered. Links are not followed into folders: they may lead in circles.
    if (isMaildir && entry.name === 'tmp') continue
    if (entry.isDirectory()) yield* readFolder(path, options)
    else if (await isMail(path, basename(folder))) yield* readEntry(path, options)
  }
}

/** Whether a file that nobody named is mail; one that cannot be opened is held to be, so that it is told. */
async function isMail(path: string, folder: string): Promise<boolean> {
  if (/\.(?:eml|msg|mbox|mbx)$/i.test(path)) return true
  const file = await stat(path).catch(() => null)
  if (!file?.isFile()) return false
  if (folder === 'cur' || folder === 'new') return true
  const head = await headOf(path).catch(() => null)
  return head === null || beginsLikeMail(head.toString('latin1'))
}

/** A pipe that nobody named may have nobody at its other end: only what is named is waited for. */
async function* readEntry(path: string, options: Settled): AsyncGenerator<RawMessage, void, undefined> {
  const file = await stat(path).catch(() => null)
  if (file === null || file.isFile()) yield* readNamed(path, options)
  else yield { file: path, issue: issue('message_unreadable', { saw: 'not a regular file' }) }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* readNamed(path: string, options: Settled): AsyncGenerator<RawMessage, void, undefined> {
  try {
    const file = await stat(path)
    const isOneMail = file.isFile() && (/\.eml$/i.test(path) || !isMany(await headOf(path)))
    if (!isOneMail) yield* readStream(createReadStream(path), path, options)
    else if (file.size > options.maxBytes) yield tooLarge(path, file.size)
    else yield whole(path, await readFile(path))
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    yield { file: path, issue: unreadable(error) }
  }
}

/** A stream tells what it is by how it begins: an mbox, a zip, or one mail. */
async function* readStream(
  stream: AsyncIterable<Buffer>,
  file: string,
  options: Settled,
): AsyncGenerator<RawMessage, void, undefined> {
  const chunks = stream[Symbol.asyncIterator]()
  const pieces: Buffer[] = []
  let length = 0
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    pieces.push(Buffer.from(next.value))
    length += next.value.length
    if (length >= HEAD_LENGTH) break
  }
  const head = Buffer.concat(pieces)
  const rest = { [Symbol.asyncIterator]: () => chunks }
  if (isMbox(head)) return yield* splitMbox(joined(head, rest), file, options.maxBytes)
  const most = isZip(head) ? MAX_ZIP_BYTES : options.maxBytes
  for await (const chunk of rest) {
    length += chunk.length
    if (length <= most) pieces.push(Buffer.from(chunk))
    else pieces.length = 0
  }
  if (length > most) yield tooLarge(file, length)
  else if (isZip(head)) yield* splitZip(Buffer.concat(pieces), file, options.maxBytes)
  else yield whole(file, Buffer.concat(pieces))
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield head
  yield* rest
}

function isMany(head: Buffer): boolean {
  return isMbox(head) || isZip(head)
}

function isMbox(head: Buffer): boolean {
  return head.toString('latin1', 0, 5) === 'From '
}

function whole(file: string, bytes: Buffer): RawMessage {
  return bytes.length === 0 ? { file, issue: issue('message_empty') } : { file, bytes }
}

function tooLarge(file: string, size: number): RawMessage {
  return { file, issue: issue('message_too_large', { saw: `${size} bytes` }) }
}

function unreadable(error: Error): Issue {
  return issue('message_unreadable', { saw: error.message })
}
