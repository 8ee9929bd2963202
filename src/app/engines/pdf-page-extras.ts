import type { Pdfium } from './pdfium.ts'

const MOST_LINKS = 200
const MOST_ANNOTATIONS = 200
const MOST_OBJECTS = 2_000
/** Kinds and flags of PDFium's interface. */
const [IMAGE, PATH] = [3, 2]
const [LINK_ANNOTATION, POPUP, WIDGET] = [2, 16, 20]
/** More than the largest table of FPDF_FORMFILLINFO. */
const FORM_TABLE_BYTES = 1024
const FORM_TABLE_VERSION = 2
const IS_HIDDEN = 2 | 32

/** The addresses a page leads to. */
export function pdfLinks(pdfium: Pdfium, document: number, page: number): string[] {
  const { answers } = pdfium
  const links: string[] = []
  pdfium.bytesAt(answers, 8).fill(0)
  while (links.length < MOST_LINKS && pdfium.FPDFLink_Enumerate(page, answers, answers + 4)) {
    const action = pdfium.FPDFLink_GetAction(pdfium.integersAt(answers + 4, 1)[0] as number)
    if (action === 0) continue
    const address = pdfium.textOf(
      (buffer, size) => pdfium.FPDFAction_GetURIPath(document, action, buffer, size),
      'utf-8',
    )
    if (address !== '') links.push(address)
  }
  return links
}

/** What annotations and the fields of forms say, of those that are shown. */
export function pdfNotes(pdfium: Pdfium, document: number, page: number): string[] {
  const notes: string[] = []
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)
  if (count <= 0) return notes
  const contents = pdfium.keep(new TextEncoder().encode('Contents\0'))
  const form = openForm(pdfium, document)
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
    const isShown = (pdfium.FPDFAnnot_GetFlags(annotation) & IS_HIDDEN) === 0
    if (isShown && subtype !== LINK_ANNOTATION && subtype !== POPUP) {
      const said = pdfium.textOf((buffer, size) =>
        subtype === WIDGET
          ? pdfium.FPDFAnnot_GetFormFieldValue(form.handle, annotation, buffer, size)
          : pdfium.FPDFAnnot_GetStringValue(annotation, contents, buffer, size),
      )
      if (said.trim() !== '') notes.push(said)
    }
    pdfium.FPDFPage_CloseAnnot(annotation)
  }
  form.close()
  pdfium.free(contents)
  return notes
}

/** The fields of a document, as a program sees them that fills in nothing: its table of calls back is empty. */
function openForm(pdfium: Pdfium, document: number): { handle: number; close: () => void } {
  const table = pdfium.keep(new Uint8Array(FORM_TABLE_BYTES))
  pdfium.bytesAt(table, 1)[0] = FORM_TABLE_VERSION
  const handle = pdfium.FPDFDOC_InitFormFillEnvironment(document, table)
  return {
    handle,
    close() {
      if (handle !== 0) pdfium.FPDFDOC_ExitFormFillEnvironment(handle)
      pdfium.free(table)
    },
  }
}

/** What a page is made of. pictureShare: of its area, counted again where pictures overlap; shape: in short. */
export type PageMake = { readonly shape: string; readonly pictureShare: number; readonly paths: number }

export function pdfPageMake(pdfium: Pdfium, page: number): PageMake {
  const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)]
  const kinds = new Map<number, number>()
  let covered = 0
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFPage_GetObject(page, index)
    const kind = pdfium.FPDFPageObj_GetType(object)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    // Forms may hold pictures.
    if (kind === IMAGE || kind === FORM) covered += area(pdfium, object)
  }
  const pieces = [...kinds].sort(([a], [b]) => a - b).map(([kind, times]) => `${KIND_LETTERS[kind] ?? 'x'}${times}`)
  return {
    shape: `${Math.round(width)}x${Math.round(height)}${pieces.join('')}`,
    pictureShare: covered / Math.max(1, width * height),
    paths: kinds.get(PATH) ?? 0,
  }
}

const FORM = 5
const KIND_LETTERS: Readonly<Record<number, string>> = { 1: 't', 2: 'p', 3: 'i', 4: 's', 5: 'f' }

function area(pdfium: Pdfium, object: number): number {
  const { answers } = pdfium
  if (!pdfium.FPDFPageObj_GetBounds(object, answers, answers + 4, answers + 8, answers + 12)) return 0
  const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.floatsAt(answers, 4)
  return Math.max(0, right - left) * Math.max(0, top - bottom)
}
