import type { GreyPicture } from './grey-picture.ts'
import type { Shades } from './shades.ts'

/** The darkest becomes black and the lightest white, and the other way round where most of the picture is dark. */
export function stretched({ width, height, pixels }: GreyPicture, { dark, middle, light }: Shades): GreyPicture {
  const spread = Math.max(1, light - dark)
  const isDark = middle - dark < light - middle
  const shades = Uint8Array.from({ length: 256 }, (_, shade) => {
    const share = Math.max(0, Math.min(1, (shade - dark) / spread))
    return Math.round((isDark ? 1 - share : share) * 255)
  })
  return { width, height, pixels: pixels.map((shade) => shades[shade] as number) }
}
