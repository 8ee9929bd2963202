import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import type { Pdfium } from './pdfium.ts'

const MOST_PIXELS = 4_500_000
/** Formats and flags of PDFium's interface. */
const BGRX = 3
const WITH_ANNOTATIONS = 1
const WHITE = 0xffffffff | 0

/** A page as it is shown, in shades of grey. scale: pixels a point; less where the page is too large. null: no memory for it. */
export function renderPage(pdfium: Pdfium, page: number, scale: number): GreyPicture | null {
  const [wide, high] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)]
  if (!(wide > 0 && high > 0)) return null
  const own = Math.min(scale, Math.sqrt(MOST_PIXELS / (wide * high)))
  const [width, height] = [Math.max(1, Math.round(wide * own)), Math.max(1, Math.round(high * own))]
  if (width * height > 2 * MOST_PIXELS) return null
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0)
  if (bitmap === 0) return null
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS)
    const stride = pdfium.FPDFBitmap_GetStride(bitmap)
    const colors = pdfium.bytesAt(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    const pixels = new Uint8Array(width * height)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = y * stride + x * 4
        // Shares of 256 that the eye gives to blue, green and red.
        pixels[y * width + x] =
          ((colors[at] as number) * 29 + (colors[at + 1] as number) * 150 + (colors[at + 2] as number) * 77) >> 8
      }
    }
    return { width, height, pixels }
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}
