import { issue } from '../../../model/issue.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import type { FileToRead, Means } from '../readers.ts'
import { gunzip } from './inflate.ts'
import { mostOf } from './unpack.ts'

/** Unpacks a gzip: one file, called like it. Source: RFC 1952. */
export async function readGzip({ bytes, name, part }: FileToRead, { room }: Means): Promise<Opened> {
  const { bytes: inside, ending } = await gunzip(bytes, mostOf(bytes, room))
  room.bytes -= inside.length
  const seen = opened()
  if (ending !== 'whole')
    seen.issues.push(issue(ending === 'too_large' ? 'unpacked_too_large' : 'file_damaged', { part }))
  const called = name?.replace(/\.t?gz$/i, (end) => (end.length === 4 ? '.tar' : '')) ?? null
  if (inside.length > 0) seen.files.push({ name: called, type: 'application/octet-stream', bytes: inside })
  return seen
}
