import { issue } from '../../model/issue.ts'
import { opened } from '../opened.ts'
import type { Opened } from '../opened.ts'
import { textPart } from '../readable-parts.ts'
import type { FileToRead, Means } from './readers.ts'

/** How PDFium writes a hyphen at the end of a line. */
const LINE_END_HYPHEN = /[\u0002\uFFFE]/g

/** Reads a PDF page by page, with the passwords the mail prints. */
export async function readPdf(
  { bytes, name, part, hash }: FileToRead,
  { engines, limits, passwords }: Means,
): Promise<Opened> {
  const seen = opened()
  const { pages, issue: code } = await engines.readPdf(bytes, passwords())
  if (code !== null) seen.issues.push(issue(code, { part }))
  for (const [index, page] of pages.entries()) {
    const text = page.replaceAll('\r\n', '\n').replace(LINE_END_HYPHEN, '-').trim()
    // A page without words is a picture of some.
    if (text === '') seen.issues.push(issue('picture_unread', { part, saw: `page ${index + 1}` }))
    else seen.parts.push(textPart('pdf', text, limits, seen.issues, { name, page: index + 1, attachment: hash }))
  }
  return seen
}
