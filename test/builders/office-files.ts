import { escapeHtml } from '../../src/simulate/write-html.ts'
import { zipFile } from './zip-file.ts'
import type { ZipEntry } from './zip-file.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const EMU_WIDE = 5_400_000
const EMU_HIGH = 7_600_000

/** A document's paragraphs, and the picture that stands after them. */
export type OfficeContent = { readonly paragraphs: readonly string[]; readonly png?: Uint8Array }

/** Writes a Word document (ECMA-376). */
export function wordFile({ paragraphs, png }: OfficeContent): Uint8Array {
  const words = paragraphs.map((one) => `<w:p>${runs(one)}</w:p>`).join('')
  const drawing = png
    ? `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing"><wp:extent cx="${EMU_WIDE}" cy="${EMU_HIGH}"/>` +
      `<wp:docPr id="1" name="Picture 1"/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">${picture()}` +
      '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    : ''
  return office('word/document.xml', 'wordprocessingml.document', png, [
    {
      name: 'word/document.xml',
      body: `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"><w:body>${words}${drawing}</w:body></w:document>`,
    },
    ...(png ? [{ name: 'word/_rels/document.xml.rels', body: relations('image', 'media/image1.png') }] : []),
  ])
}

/** A word processor cuts a paragraph into runs wherever it was edited, also within a number. */
function runs(paragraph: string): string {
  const pieces = paragraph.match(/[\s\S]{1,17}/g) ?? []
  return pieces.map((piece) => `<w:r><w:t xml:space="preserve">${escapeHtml(piece)}</w:t></w:r>`).join('')
}

/** Writes a presentation of one slide. */
export function slideFile({ paragraphs, png }: OfficeContent): Uint8Array {
  const words = paragraphs.map((one) => `<a:p><a:r><a:t>${escapeHtml(one)}</a:t></a:r></a:p>`).join('')
  const text = words ? `<p:sp><p:txBody><a:bodyPr/>${words}</p:txBody></p:sp>` : ''
  const slide = `<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><p:cSld><p:spTree>${text}${png ? picture('p') : ''}</p:spTree></p:cSld></p:sld>`
  return office('ppt/presentation.xml', 'presentationml.presentation', png, [
    {
      name: 'ppt/presentation.xml',
      body: `${XML}<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="${OFFICE}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`,
    },
    { name: 'ppt/_rels/presentation.xml.rels', body: relations('slide', 'slides/slide1.xml') },
    { name: 'ppt/slides/slide1.xml', body: XML + slide },
    ...(png ? [{ name: 'ppt/slides/_rels/slide1.xml.rels', body: relations('image', '../media/image1.png') }] : []),
  ])
}

/** Writes a workbook of one sheet; each paragraph is a cell, its text among the shared strings. */
export function sheetFile({ paragraphs }: OfficeContent): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rows = paragraphs.map((_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at}</v></c></row>`).join('')
  const strings = paragraphs.map((one) => `<si><t xml:space="preserve">${escapeHtml(one)}</t></si>`).join('')
  return office('xl/workbook.xml', 'spreadsheetml.sheet', undefined, [
    {
      name: 'xl/workbook.xml',
      body: `${XML}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="Invoice" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', body: relations('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      body: `${XML}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    { name: 'xl/sharedStrings.xml', body: `${XML}<sst xmlns="${main}" count="${paragraphs.length}">${strings}</sst>` },
  ])
}

/** Writes an OpenDocument text (ISO 26300). */
export function openDocumentFile({ paragraphs }: OfficeContent): Uint8Array {
  const words = paragraphs.map((one) => `<text:p>${escapeHtml(one)}</text:p>`).join('')
  return zipFile([
    { name: 'mimetype', body: 'application/vnd.oasis.opendocument.text', isStored: true },
    {
      name: 'content.xml',
      body: `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${words}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'META-INF/manifest.xml',
      body: `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
    },
  ])
}

/** Writes rich text as WordPad does: characters of its code page as hex, others as \u. */
export function richTextFile({ paragraphs }: OfficeContent): Uint8Array {
  const words = paragraphs.map((one) =>
    one.replace(/[\\{}]/g, '\\$&').replace(/[^\x20-\x7e]/g, (character) => {
      const code = character.charCodeAt(0)
      return code < 256 ? `\\'${code.toString(16).padStart(2, '0')}` : `\\u${code > 32767 ? code - 65536 : code}?`
    }),
  )
  const head =
    '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\info{\\title 8005550000}}\\f0\\fs22 '
  return Buffer.from(`${head}${words.join('\\par\r\n')}\\par}`, 'latin1')
}

function picture(space: 'pic' | 'p' = 'pic'): string {
  const at = space === 'pic' ? ` xmlns:pic="${DRAWING}/picture"` : ''
  return (
    `<${space}:pic${at}><${space}:nvPicPr><${space}:cNvPr id="2" name="Picture"/><${space}:cNvPicPr/></${space}:nvPicPr>` +
    `<${space}:blipFill><a:blip r:embed="rId1"/></${space}:blipFill><${space}:spPr><a:xfrm><a:off x="-10795000" y="2125550199"/>` +
    `<a:ext cx="${EMU_WIDE}" cy="${EMU_HIGH}"/></a:xfrm></${space}:spPr></${space}:pic>`
  )
}

function relations(kind: string, target: string): string {
  return `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`
}

function office(main: string, type: string, png: Uint8Array | undefined, entries: readonly ZipEntry[]): Uint8Array {
  const folder = main.slice(0, main.indexOf('/'))
  return zipFile([
    {
      name: '[Content_Types].xml',
      body: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', body: relations('officeDocument', main) },
    ...entries,
    ...(png ? [{ name: `${folder}/media/image1.png`, body: png, isStored: true }] : []),
  ])
}
