import { issue } from '../../model/issue.ts'
import { opened } from '../opened.ts'
import type { Opened } from '../opened.ts'
import { drawnParts } from './drawn-parts.ts'
import type { FileToRead, Means } from './readers.ts'

/** Reads what stands in a picture: words and codes. */
export async function readPicture(
  kind: 'image' | 'heic',
  { bytes, name, part, hash, type }: FileToRead,
  { engines, limits, language }: Means,
): Promise<Opened> {
  const seen = opened()
  const { issue: code, why, pictureHash, ...drawn } = await engines.readPicture(bytes, language())
  if (code !== null) seen.issues.push(issue(code, { part, saw: why ?? type }))
  seen.parts.push(...drawnParts(kind, drawn, { name, page: null, attachment: hash }, limits, seen.issues))
  seen.facts = { pictureHash }
  return seen
}
