import { decodeText } from '../../mime/decode-text.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import { shownParts } from '../../readable-parts.ts'
import { Paper } from '../paper.ts'
import type { FileToRead, Means } from '../readers.ts'
import { hasWhitePage, OfficeText } from './office-text.ts'
import { OpenDocumentText } from './open-document-text.ts'
import { scanXml } from './scan-xml.ts'

/** Of the styles and pictures in it, nothing is read: few write documents so, and these are small. */
const NO_STYLES = new Map()

/** Reads a document that is one file of XML: Word's of 2003 and later, LibreOffice's flat one. */
export function readFlat({ bytes, name, hash }: FileToRead, { limits }: Means): Opened {
  const seen = opened()
  const paper = new Paper(limits.textLength)
  const xml = decodeText(bytes.subarray(0, limits.unpackedBytes))
  const context = { targets: new Map(), styles: NO_STYLES, why: null, isOnWhite: hasWhitePage(xml), hasHints: false }
  const isOpenDocument = /<office:document\b/.test(xml.slice(0, 4_000))
  scanXml(xml, isOpenDocument ? new OpenDocumentText(paper, new Map()) : new OfficeText(paper, context))
  shownParts(paper.end(), { kind: 'office', name, attachment: hash }, limits, seen)
  return seen
}
