import { issue } from '../../../model/issue.ts'
import type { Part } from '../../../model/message.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import type { ReadLimits } from '../../read-limits.ts'
import { readMarkup, shownParts } from '../../readable-parts.ts'
import type { FileToRead, Means } from '../readers.ts'
import { rtfText } from './rtf-text.ts'

/** Reads an RTF document. */
export function readRtf({ bytes, name, part, hash }: FileToRead, { limits }: Means): Opened {
  const seen = opened()
  if (bytes.length > limits.unpackedBytes) seen.issues.push(issue('text_too_large', { part }))
  readRichText(bytes.subarray(0, limits.unpackedBytes), { kind: 'office', name, attachment: hash }, limits, seen)
  return seen
}

/** What rich text shows, or the HTML in it does, as parts; its pictures as files inside. */
export function readRichText(
  rtf: Uint8Array,
  of: Pick<Part, 'kind' | 'name' | 'attachment'>,
  limits: ReadLimits,
  seen: Opened,
): void {
  const { isHtml, pictures, ...page } = rtfText(rtf, limits.htmlLength, rtf.length)
  if (isHtml) readMarkup(page.text, of, limits, seen)
  else shownParts(page, of, limits, seen)
  seen.files.push(...pictures.map((bytes) => ({ name: null, type: 'image/unknown', bytes })))
}
