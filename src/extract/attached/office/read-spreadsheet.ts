import { shownParts } from '../../readable-parts.ts'
import type { DocumentReader } from '../archive/read-zip.ts'
import { Paper } from '../paper.ts'
import { maskOf } from './number-mask.ts'
import { OfficeText } from './office-text.ts'
import { relations } from './relations.ts'
import { scanXml } from './scan-xml.ts'
import { readSharedStrings } from './shared-strings.ts'
import { SheetText } from './sheet-text.ts'

const SHEET = /^xl\/(?:worksheets|chartsheets|macrosheets)\/[^/]{1,100}\.xml$/
/** Text boxes, comments and diagrams of all sheets. */
const BESIDE =
  /^xl\/(?:drawings\/(?:vmlDrawing|drawing)|comments|threadedComments\/|diagrams\/data)[^/]{0,100}\.(?:xml|vml)$/
const MOST_SHEETS = 500

/** Reads a workbook: each sheet as a page, hidden ones too, then what floats above them. Source: ECMA-376, part 1, chapter 18. */
export const readSpreadsheet: DocumentReader = async (document, { name, hash }, { limits }, seen) => {
  const strings = readSharedStrings(await document.textOf('xl/sharedStrings.xml'), limits.textLength)
  const masks = masksOf(await document.textOf('xl/styles.xml'))
  const hidden = await hiddenSheets(document)
  const sheets = document.names.filter((file) => SHEET.test(file)).slice(0, MOST_SHEETS)
  for (const [index, file] of sheets.entries()) {
    const paper = new Paper(limits.textLength)
    const targets = await relations(document, file)
    const isHidden = hidden.has(file)
    scanXml(await document.textOf(file), new SheetText(paper, { strings, masks, targets, isHidden }))
    shownParts(paper.end(), { kind: 'office', name, page: index + 1, attachment: hash }, limits, seen)
  }
  const paper = new Paper(limits.textLength)
  for (const file of document.names.filter((one) => BESIDE.test(one))) {
    const targets = await relations(document, file)
    paper.newLine()
    const context = { targets, styles: new Map(), why: null, isOnWhite: false, hasHints: false }
    scanXml(await document.textOf(file), new OfficeText(paper, context))
  }
  shownParts(paper.end(), { kind: 'office', name, attachment: hash }, limits, seen)
}

/** The files of those sheets that have no tab. */
async function hiddenSheets(document: Parameters<DocumentReader>[0]): Promise<ReadonlySet<string>> {
  const targets = await relations(document, 'xl/workbook.xml')
  const hidden = new Set<string>()
  scanXml(await document.textOf('xl/workbook.xml'), {
    isDone: false,
    open(name, attributes) {
      if (name !== 'sheet' || !/hidden/i.test(attributes('state') ?? '')) return
      const target = targets.get(attributes('id') ?? '') ?? ''
      hidden.add(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
    close() {},
    text() {},
  })
  return hidden
}

/** How each style of cells writes a number with a mask; null where it has none. */
function masksOf(xml: string): readonly (string | null)[] {
  const codes = new Map<string, string>()
  const masks: (string | null)[] = []
  let isInCells = false
  scanXml(xml, {
    isDone: false,
    open(name, attributes) {
      if (name === 'cellXfs') isInCells = true
      if (name === 'numFmt') codes.set(attributes('numFmtId') ?? '', attributes('formatCode') ?? '')
      if (name === 'xf' && isInCells) masks.push(maskOf(codes.get(attributes('numFmtId') ?? '') ?? ''))
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
    text() {},
  })
  return masks
}
