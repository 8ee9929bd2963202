import type { GreyPicture } from './grey-picture.ts'

/** The picture turned clockwise by a quarter, a half or three quarters of a circle. */
export function quarterTurned(picture: GreyPicture, degrees: 0 | 90 | 180 | 270): GreyPicture {
  if (degrees === 0) return picture
  const { width, height, pixels } = picture
  const out = new Uint8Array(pixels.length)
  if (degrees === 180) {
    for (let at = 0; at < out.length; at++) out[at] = pixels[out.length - 1 - at] as number
    return { width, height, pixels: out }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = degrees === 90 ? [height - 1 - y, x] : [y, width - 1 - x]
      out[row * height + column] = pixels[y * width + x] as number
    }
  }
  return { width: height, height: width, pixels: out }
}

/** The picture turned by a few degrees, clockwise where they are positive; what comes in at the corners has the shade given. */
export function slightlyTurned({ width, height, pixels }: GreyPicture, degrees: number, corners: number): GreyPicture {
  const radians = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  const outWidth = Math.ceil(width * Math.abs(cosine) + height * Math.abs(sine))
  const outHeight = Math.ceil(width * Math.abs(sine) + height * Math.abs(cosine))
  const out = new Uint8Array(outWidth * outHeight).fill(corners)
  for (let y = 0; y < outHeight; y++) {
    const down = y - (outHeight - 1) / 2
    for (let x = 0; x < outWidth; x++) {
      const across = x - (outWidth - 1) / 2
      const fromX = across * cosine + down * sine + (width - 1) / 2
      const fromY = down * cosine - across * sine + (height - 1) / 2
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const [dx, dy, at] = [fromX - left, fromY - top, top * width + left]
      const upper = (pixels[at] as number) * (1 - dx) + (pixels[at + 1] as number) * dx
      const lower = (pixels[at + width] as number) * (1 - dx) + (pixels[at + width + 1] as number) * dx
      out[y * outWidth + x] = upper * (1 - dy) + lower * dy + 0.5
    }
  }
  return { width: outWidth, height: outHeight, pixels: out }
}
