import { issue } from '../../../model/issue.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import { shownParts } from '../../readable-parts.ts'
import type { Storage } from '../outlook/compound-file.ts'
import { Paper } from '../paper.ts'
import type { FileToRead, Means } from '../readers.ts'
import { carvePictures } from './carve-pictures.ts'
import { excel97Text } from './excel-97-text.ts'
import { powerPoint97Text } from './power-point-97-text.ts'
import { word97Text } from './word-97-text.ts'

/** Why a document has no text; null where it has. */
type Trouble = 'file_encrypted' | 'file_damaged' | null

/** The stream that makes a compound file a document of its kind, and how that is read. */
const DOCUMENTS: readonly (readonly [string, (stream: Buffer, root: Storage, paper: Paper) => Trouble])[] = [
  ['WordDocument', (stream, root, paper) => word97Text(stream, (name) => Buffer.from(root.stream(name)), paper)],
  ['Workbook', (stream, _, paper) => excel97Text(stream, paper)],
  ['Book', (stream, _, paper) => excel97Text(stream, paper)],
  ['PowerPoint Document', (stream, _, paper) => powerPoint97Text(stream, paper)],
  // How Office locks a document of today: as one of yesterday.
  ['EncryptedPackage', () => 'file_encrypted'],
]
const WITH_PICTURES = new Set(['Data', 'Pictures', 'Workbook'])

/** Reads a document of Office 97 to 2003: its words, and its pictures as files inside. */
export function readLegacy(root: Storage, { name, part, type, hash }: FileToRead, { limits }: Means): Opened {
  const seen = opened()
  const known = DOCUMENTS.find(([stream]) => root.streamNames.includes(stream))
  if (!known) return { ...seen, issues: [issue('attachment_unread', { part, saw: type })] }
  const paper = new Paper(limits.textLength)
  const [stream, read] = known
  const trouble = read(Buffer.from(root.stream(stream)), root, paper)
  if (trouble !== null) seen.issues.push(issue(trouble, { part, saw: stream }))
  shownParts(paper.end(), { kind: 'office', name, attachment: hash }, limits, seen)
  const pictures = root.streamNames
    .filter((one) => WITH_PICTURES.has(one))
    .flatMap((one) => carvePictures(Buffer.from(root.stream(one))))
  seen.files.push(...pictures.map((bytes) => ({ name: null, type: 'image/unknown', bytes })))
  return seen
}
