import { dialledNumber, linkAction } from '../find/dialled-number.ts'
import { issue } from '../../model/issue.ts'
import type { Part } from '../../model/message.ts'
import type { PdfPage } from '../engines.ts'
import { opened } from '../opened.ts'
import type { Opened } from '../opened.ts'
import { textPart } from '../readable-parts.ts'
import { drawnParts } from './drawn-parts.ts'
import type { FileToRead, Means } from './readers.ts'

/** How PDFium writes a hyphen at the end of a line. */
const LINE_END_HYPHEN = /[\u0002\uFFFE]/g

/** Reads a PDF page by page, with the passwords the mail prints: its words, what is drawn on it, where it leads. */
export async function readPdf(file: FileToRead, means: Means): Promise<Opened> {
  const { engines, limits, passwords, language, room } = means
  const { bytes, name, part, hash } = file
  const seen = opened()
  const { pages, issue: code, why, facts, files, filesLeft } = await engines.readPdf(bytes, passwords(), language())
  if (code !== null) seen.issues.push(issue(code, why === undefined ? { part } : { part, saw: why }))
  for (const [index, page] of pages.entries()) {
    const of = { name, page: index + 1, attachment: hash }
    // One character for one, so that the hidden spans stay where they are.
    const text = page.text.replace(/\r\n/g, ' \n').replace(LINE_END_HYPHEN, '-').trimEnd()
    if (text.trim() !== '') {
      const read = textPart('pdf', text, limits, seen.issues, of)
      seen.parts.push({ ...read, hidden: page.hidden.filter(({ start }) => start < read.text.length) })
    }
    if (page.notes.length > 0) seen.parts.push(textPart('pdf', page.notes.join('\n'), limits, seen.issues, of))
    seen.parts.push(...linkParts(page, of))
    if (page.drawn) seen.parts.push(...drawnParts('pdf', page.drawn, of, limits, seen.issues))
    if (page.isUnread) seen.issues.push(issue('picture_unread', { part, saw: `page ${index + 1}` }))
  }
  let left = filesLeft
  for (const inside of files) {
    const own = inside.bytes.subarray(0, Math.max(0, room.bytes))
    room.bytes -= own.length
    if (own.length < inside.bytes.length) left++
    if (own.length > 0) seen.files.push({ name: inside.name, type: 'application/octet-stream', bytes: own })
  }
  if (left > 0) seen.issues.push(issue('unpacked_too_large', { part, saw: `${left} files inside` }))
  if (facts) seen.facts = { pdf: facts }
  return seen
}

function linkParts({ links }: PdfPage, of: Pick<Part, 'name' | 'page' | 'attachment'>): Part[] {
  return [...new Set(links)].flatMap((href): Part[] => {
    const text = dialledNumber(href)
    if (text === null) return []
    return [{ kind: 'link', via: 'link', text, hidden: [], opens: linkAction(href), shows: '', ...of }]
  })
}
