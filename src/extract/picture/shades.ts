import type { GreyPicture } from './grey-picture.ts'

/** How light a picture is: shades that 1, 50 and 99 of 100 pixels are not lighter than. */
export type Shades = { readonly dark: number; readonly middle: number; readonly light: number }

const MOST_SAMPLES = 200_000

export function shadesOf({ pixels }: GreyPicture): Shades {
  const counts = new Uint32Array(256)
  // A step that shares no factor with common widths, so that no column is looked at alone.
  const step = Math.max(1, Math.floor(pixels.length / MOST_SAMPLES)) | 1
  let total = 0
  for (let at = 0; at < pixels.length; at += step) {
    counts[pixels[at] as number] = (counts[pixels[at] as number] as number) + 1
    total++
  }
  const shadeAt = (share: number): number => {
    let seen = 0
    for (let shade = 0; shade < 256; shade++) {
      seen += counts[shade] as number
      if (seen >= total * share) return shade
    }
    return 255
  }
  return { dark: shadeAt(0.01), middle: shadeAt(0.5), light: shadeAt(0.99) }
}
