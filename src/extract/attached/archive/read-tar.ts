import { issue } from '../../../model/issue.ts'
import { decodeText } from '../../mime/decode-text.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import type { FileToRead, Means } from '../readers.ts'

const BLOCK = 512
const NAME_LENGTH = 100
/** Of the old and the new format. */
const FILES = new Set(['0', '\0', '7'])

/** Gives the files of a tar. Source: POSIX.1-2017, pax, section "ustar Interchange Format". */
export function readTar({ bytes, part }: FileToRead, { limits }: Means): Opened {
  const seen = opened()
  const tar = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    if (seen.files.length === limits.parts) {
      seen.issues.push(issue('part_limit', { part }))
      break
    }
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    if (Number.isNaN(size) || size < 0) {
      seen.issues.push(issue('file_damaged', { part }))
      break
    }
    const name = decodeText(tar.subarray(at, at + NAME_LENGTH)).replace(/\0[^]*$/, '')
    const content = tar.subarray(at + BLOCK, at + BLOCK + size)
    if (FILES.has(String.fromCharCode(tar[at + 156] as number)) && content.length > 0)
      seen.files.push({ name: name.slice(name.lastIndexOf('/') + 1), type: 'application/octet-stream', bytes: content })
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return seen
}
