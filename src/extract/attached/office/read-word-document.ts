import { shownParts } from '../../readable-parts.ts'
import type { DocumentReader } from '../archive/read-zip.ts'
import { Paper } from '../paper.ts'
import { hasWhitePage, OfficeText } from './office-text.ts'
import { relations } from './relations.ts'
import { readStyles } from './run-look.ts'
import { scanXml } from './scan-xml.ts'

/** The files of a Word document that show words, in the order a reader meets them. */
const SHOWN: readonly RegExp[] = [
  /^word\/header\d{0,4}\.xml$/,
  /^word\/document\d{0,3}\.xml$/,
  /^word\/(?:footnotes|endnotes|comments)\.xml$/,
  /^word\/diagrams\/data\d{0,4}\.xml$/,
  /^word\/charts\/chart\d{0,4}\.xml$/,
  /^word\/footer\d{0,4}\.xml$/,
]

/** Reads a Word document. Source: ECMA-376, part 1, chapter 17. */
export const readWordDocument: DocumentReader = async (document, { name, hash }, { limits }, seen) => {
  const paper = new Paper(limits.textLength)
  const styles = readStyles(await document.textOf('word/styles.xml'))
  for (const sign of SHOWN) {
    for (const file of document.names.filter((one) => sign.test(one))) {
      const xml = await document.textOf(file)
      const targets = await relations(document, file)
      const context = { targets, styles, why: null, isOnWhite: hasWhitePage(xml), hasHints: false }
      paper.newLine()
      scanXml(xml, new OfficeText(paper, context))
    }
  }
  shownParts(paper.end(), { kind: 'office', name, attachment: hash }, limits, seen)
}
