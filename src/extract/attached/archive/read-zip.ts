import { issue } from '../../../model/issue.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import { readOpenDocument } from '../office/read-open-document.ts'
import { readPresentation } from '../office/read-presentation.ts'
import { readSpreadsheet } from '../office/read-spreadsheet.ts'
import { readWordDocument } from '../office/read-word-document.ts'
import type { FileToRead, Means } from '../readers.ts'
import { openPackage } from './package.ts'
import type { Package } from './package.ts'

/** How a document that is a zip is read. */
export type DocumentReader = (document: Package, file: FileToRead, means: Means, seen: Opened) => Promise<void>

/** The file that makes a zip a document of its kind. What it is called and what its types say may be wrong. */
const DOCUMENTS: readonly (readonly [RegExp, DocumentReader])[] = [
  [/^word\/document\d{0,3}\.xml$/, readWordDocument],
  [/^ppt\/(?:presentation|slides\/slide\d{1,5})\.xml$/, readPresentation],
  [/^xl\/(?:workbook|worksheets\/sheet\d{1,5})\.xml$/, readSpreadsheet],
  [/^content\.xml$/, readOpenDocument],
]

/** What documents carry beside their words: pictures, and whole files. */
const CARRIED =
  /(?:^|\/)(?:media|embeddings|Pictures|Object \d{1,4}|afchunks?)\/|\.(?:html?|mht|rtf|docx|pdf|eml|msg)$|(?:^|\/)afchunk/i
const NOT_CARRIED = /\/$|\.(?:xml|rels|bin\.rels)$/i
const LONGEST_NAME = 200

/** Reads a zip: a document for what it says, any other for the files in it. */
export async function readZip(file: FileToRead, means: Means): Promise<Opened> {
  const seen = opened()
  const archive = openPackage(file, means, seen)
  if (archive.entries.length === 0) seen.issues.push(issue('file_damaged', { part: file.part, saw: file.type }))
  const reader = DOCUMENTS.find(([sign]) => archive.names.some((name) => sign.test(name)))?.[1]
  if (reader) await reader(archive, file, means, seen)
  // Of a kind nobody reads, such as a binary workbook: its insides are no files that anybody put there.
  const isPackage = reader !== undefined || archive.names.includes('[Content_Types].xml')
  if (isPackage && !reader) seen.issues.push(issue('attachment_unread', { part: file.part, saw: file.type }))
  const isFile = (name: string): boolean =>
    isPackage ? CARRIED.test(name) && !NOT_CARRIED.test(name) : !name.endsWith('/')
  const inside = archive.entries.filter(({ name }) => isFile(name))
  if (inside.length > means.limits.parts)
    seen.issues.push(issue('part_limit', { part: file.part, saw: `${inside.length} files` }))
  for (const entry of inside.slice(0, means.limits.parts)) {
    const bytes = await archive.bytesOfEntry(entry)
    if (bytes.length > 0) seen.files.push({ name: shortName(entry.name), type: 'application/octet-stream', bytes })
  }
  return seen
}

/** What stands behind the last slash, of either kind: nothing is ever written to disk by it. */
function shortName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).slice(-LONGEST_NAME)
}
