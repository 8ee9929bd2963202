import { bmpPicture } from '../../extract/picture/bmp-picture.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { resized } from '../../extract/picture/resized.ts'

/** What is read line by line, or made smaller while it is decoded, may be larger than what is held whole. */
const MOST_PIXELS = { streamed: 100_000_000, whole: 30_000_000 } as const
const WORKING_PIXELS = 4_000_000
const LIMIT_SECONDS = 8

export type DecodedPicture = GreyPicture | 'picture_damaged' | 'picture_too_large'

/**
 * Decodes a picture of any kind but HEIC, turned as its camera says, on white, in shades of grey; of several frames or
 * pages the first.
 *
 * Out: at most some four million pixels. A file that ends early gives what is there.
 */
export async function decodePicture(bytes: Uint8Array): Promise<DecodedPicture> {
  if (bytes[0] === 0x42 && bytes[1] === 0x4d) {
    const picture = bmpPicture(bytes)
    return picture === null ? 'picture_damaged' : workingSize(picture)
  }
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  const open = (limit: number) =>
    sharp(bytes, { limitInputPixels: limit, failOn: 'none', sequentialRead: true, pages: 1, animated: false })
  try {
    const { width, height, format, isProgressive, orientation = 1 } = await open(MOST_PIXELS.streamed).metadata()
    const isStreamed = (format === 'jpeg' || format === 'png') && !isProgressive
    const most = isStreamed ? MOST_PIXELS.streamed : MOST_PIXELS.whole
    if (width * height > most) return 'picture_too_large'
    // Those that the camera says lie on their side.
    const [wide, high] = orientation > 4 ? [height, width] : [width, height]
    const shrink = Math.min(1, Math.sqrt(WORKING_PIXELS / (width * height)))
    const { data, info } = await open(most)
      .autoOrient()
      .resize(Math.max(1, Math.round(wide * shrink)), Math.max(1, Math.round(high * shrink)), { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .timeout({ seconds: LIMIT_SECONDS })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, pixels: firstChannel(data, info.channels) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return /pixel limit|exceeds/i.test(error.message) ? 'picture_too_large' : 'picture_damaged'
  }
}

function workingSize(picture: GreyPicture): GreyPicture {
  const shrink = Math.min(1, Math.sqrt(WORKING_PIXELS / (picture.width * picture.height)))
  return resized(
    picture,
    Math.max(1, Math.round(picture.width * shrink)),
    Math.max(1, Math.round(picture.height * shrink)),
  )
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return Uint8Array.from(data)
  return Uint8Array.from({ length: data.length / channels }, (_, at) => data[at * channels] as number)
}
