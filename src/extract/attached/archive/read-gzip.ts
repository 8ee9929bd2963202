import { issue } from '../../../model/issue.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import type { FileToRead, Means } from '../readers.ts'
import { gunzip } from './inflate.ts'

/** Unpacks a gzip: one file, called like it. Source: RFC 1952. */
export async function readGzip({ bytes, name, part }: FileToRead, { room }: Means): Promise<Opened> {
  const { bytes: inside, isWhole, isTooLarge } = await gunzip(bytes, room.bytes)
  room.bytes -= inside.length
  const seen = opened()
  if (!isWhole) seen.issues.push(issue(isTooLarge ? 'unpacked_too_large' : 'file_damaged', { part }))
  const called = name?.replace(/\.t?gz$/i, (end) => (end.length === 4 ? '.tar' : '')) ?? null
  if (inside.length > 0) seen.files.push({ name: called, type: 'application/octet-stream', bytes: inside })
  return seen
}
