import { shownParts } from '../../readable-parts.ts'
import type { DocumentReader } from '../archive/read-zip.ts'
import { Paper } from '../paper.ts'
import { OpenDocumentText } from './open-document-text.ts'
import { scanXml } from './scan-xml.ts'

/** Headers and footers stand in the second. */
const SHOWN = ['content.xml', 'styles.xml']

/** Reads a text, a table or slides of LibreOffice. Source: OpenDocument 1.3, part 3. */
export const readOpenDocument: DocumentReader = async (document, { name, hash }, { limits }, seen) => {
  const paper = new Paper(limits.textLength)
  const styles = new Map()
  for (const file of SHOWN) {
    paper.newLine()
    scanXml(await document.textOf(file), new OpenDocumentText(paper, styles))
  }
  shownParts(paper.end(), { kind: 'office', name, attachment: hash }, limits, seen)
}
