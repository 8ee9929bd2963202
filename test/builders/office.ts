import { zip } from './zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ')
const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`

/** Files of a package by name, and where the ids of each lead. */
export type OfficeParts = {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly links?: Readonly<Record<string, string>>
}

/** A paragraph of Word with one run. In: look, elements of its properties. */
export const paragraph = (text: string, look = ''): string =>
  `<w:p><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** In: body, paragraphs and tables; links, targets by id; files beside the document. */
export function docx(body: string, { files = {}, links = {} }: OfficeParts = {}): Promise<Uint8Array> {
  return zip({
    '[Content_Types].xml': TYPES,
    'word/_rels/document.xml.rels': relationships(links),
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...files,
  })
}

/** In: slides, the paragraphs of each in DrawingML. */
export function pptx(slides: readonly string[], { files = {}, links = {} }: OfficeParts = {}): Promise<Uint8Array> {
  const written = slides.map((slide, index) => [
    [`ppt/_rels/slide${index + 1}.xml.rels`.replace('ppt/', 'ppt/slides/'), relationships(links)],
    [
      `ppt/slides/slide${index + 1}.xml`,
      slide.startsWith('<p:sld') ? slide : `${XML}<p:sld ${NAMESPACES}><p:txBody>${slide}</p:txBody></p:sld>`,
    ],
  ])
  return zip({ '[Content_Types].xml': TYPES, ...Object.fromEntries(written.flat()), ...files })
}

/** In: sheets, the XML of each sheet's data; strings, those that cells name by their index. */
export function xlsx(
  sheets: readonly string[],
  strings: readonly string[] = [],
  { files = {}, links = {} }: OfficeParts = {},
): Promise<Uint8Array> {
  const written = sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `${XML}<worksheet ${NAMESPACES}>${sheet}</worksheet>`,
  ])
  return zip({
    '[Content_Types].xml': TYPES,
    'xl/workbook.xml': `${XML}<workbook ${NAMESPACES}/>`,
    'xl/_rels/workbook.xml.rels': relationships(links),
    'xl/sharedStrings.xml': `${XML}<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(written),
    ...files,
  })
}

/** In: body, the text of a document of LibreOffice; styles, automatic ones. */
export function odt(body: string, styles = ''): Promise<Uint8Array> {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      `${XML}<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>` +
      `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  })
}

function relationships(links: Readonly<Record<string, string>>): string {
  const all = Object.entries(links).map(
    ([id, target]) => `<Relationship Id="${id}" Target="${target}" TargetMode="External"/>`,
  )
  return `${XML}<Relationships>${all.join('')}</Relationships>`
}
