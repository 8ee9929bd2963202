import type { GreyPicture } from './grey-picture.ts'

/** The picture at another size: means of what falls together where it shrinks, bilinear where it grows. */
export function resized(picture: GreyPicture, width: number, height: number): GreyPicture {
  if (width === picture.width && height === picture.height) return picture
  const across = weights(picture.width, width)
  const down = weights(picture.height, height)
  const rows = new Float32Array(width * picture.height)
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < width; x++) {
      const { from, shares } = across[x] as Weight
      let sum = 0
      for (let at = 0; at < shares.length; at++)
        sum += (picture.pixels[y * picture.width + from + at] as number) * (shares[at] as number)
      rows[y * width + x] = sum
    }
  }
  const pixels = new Uint8Array(width * height)
  const sums = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    const { from, shares } = down[y] as Weight
    sums.fill(0.5)
    for (let at = 0; at < shares.length; at++) {
      const share = shares[at] as number
      const row = (from + at) * width
      for (let x = 0; x < width; x++) sums[x] = (sums[x] as number) + (rows[row + x] as number) * share
    }
    pixels.set(sums, y * width)
  }
  return { width, height, pixels }
}

/** Which pixels of the old make one of the new, and with which shares. */
type Weight = { readonly from: number; readonly shares: readonly number[] }

function weights(old: number, size: number): readonly Weight[] {
  const step = old / size
  return Array.from({ length: size }, (_, at) => {
    if (step > 1) {
      const [start, end] = [at * step, Math.min(old, (at + 1) * step)]
      const from = Math.min(old - 1, Math.floor(start))
      const shares: number[] = []
      for (let pixel = from; pixel < end; pixel++)
        shares.push((Math.min(end, pixel + 1) - Math.max(start, pixel)) / (end - start))
      return { from, shares }
    }
    const middle = Math.max(0, Math.min(old - 1, (at + 0.5) * step - 0.5))
    const from = Math.min(Math.max(0, old - 2), Math.floor(middle))
    return old === 1 ? { from: 0, shares: [1] } : { from, shares: [1 - (middle - from), middle - from] }
  })
}
