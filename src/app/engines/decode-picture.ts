import type { Sharp } from 'sharp'
import { bmpPicture } from '../../extract/picture/bmp-picture.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { MOST_FRAMES, workingShrink, workingSize } from './decoded-picture.ts'
import type { DecodedPicture, Undecoded } from './decoded-picture.ts'

/** What is read line by line, or made smaller while it is decoded, may be larger than what is held whole. */
const MOST_PIXELS = { streamed: 100_000_000, whole: 30_000_000 } as const
/** Of all frames up to the one that is looked at: each is drawn over the one before. */
const MOST_FRAME_PIXELS = 200_000_000
/** For all frames. */
const LIMIT_SECONDS = 8

/**
 * Decodes a picture of any kind but HEIC, turned as its camera says, on white, in shades of grey: of a document its first
 * pages, of an animation a few frames, as many before one as behind it.
 *
 * Out: at most some four million pixels each. A file that ends early gives what is there.
 */
export async function decodePicture(bytes: Uint8Array): Promise<DecodedPicture> {
  if (bytes[0] === 0x42 && bytes[1] === 0x4d) {
    const picture = bmpPicture(bytes)
    return picture === null ? { issue: 'picture_damaged' } : { frames: [workingSize(picture)], framesLeft: 0 }
  }
  const frames: GreyPicture[] = []
  try {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    sharp.concurrency(1)
    const open = (limit: number, page: number): Sharp =>
      sharp(bytes, { limitInputPixels: limit, failOn: 'none', sequentialRead: true, page, pages: 1, animated: false })
    const {
      width,
      height,
      format,
      isProgressive,
      orientation,
      pages = 1,
    } = await open(MOST_PIXELS.streamed, 0).metadata()
    const isStreamed = (format === 'jpeg' || format === 'png') && !isProgressive
    const most = isStreamed ? MOST_PIXELS.streamed : MOST_PIXELS.whole
    if (width * height > most) return { issue: 'picture_too_large' }
    const shape = { width, height, isOnSide: (orientation ?? 1) > 4 }
    const endsAt = performance.now() + LIMIT_SECONDS * 1_000
    for (const page of lookedAt(pages, format === 'tiff', width * height)) {
      const seconds = Math.ceil((endsAt - performance.now()) / 1_000)
      if (seconds <= 0) break
      const frame = await pixelsOf(open(most, page), shape, seconds)
      if (!frames.some(({ pixels }) => Buffer.compare(pixels, frame.pixels) === 0)) frames.push(frame)
    }
    return { frames, framesLeft: Math.max(0, pages - MOST_FRAMES) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // What comes before a broken frame is there.
    return frames.length > 0 ? { frames, framesLeft: 1 } : whyUndecoded(error)
  }
}

/** The first of a document; of an animation the first, the last, and some between. */
function lookedAt(pages: number, isDocument: boolean, pixels: number): number[] {
  const reach = Math.min(pages, Math.max(1, Math.floor(MOST_FRAME_PIXELS / pixels)))
  const count = Math.min(reach, MOST_FRAMES)
  return Array.from({ length: count }, (_, at) =>
    isDocument || count === 1 ? at : Math.round((at * (reach - 1)) / (count - 1)),
  )
}

type Shape = { readonly width: number; readonly height: number; readonly isOnSide: boolean }

async function pixelsOf(open: Sharp, { width, height, isOnSide }: Shape, seconds: number): Promise<GreyPicture> {
  // Those that the camera says lie on their side.
  const [wide, high] = isOnSide ? [height, width] : [width, height]
  const shrink = workingShrink(width, height)
  const { data, info } = await open
    .autoOrient()
    .resize(Math.max(1, Math.round(wide * shrink)), Math.max(1, Math.round(high * shrink)), { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .timeout({ seconds })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: firstChannel(data, info.channels) }
}

/** By what the decoder says: it has no codes. What it calls none of these, it says of the bytes. */
function whyUndecoded(error: Error): Undecoded {
  const { message } = error
  if ('code' in error) return { issue: 'engine_failed', why: message }
  if (message.startsWith('timeout')) return { issue: 'picture_unread', why: 'no time left' }
  if (/memory/i.test(message)) return { issue: 'engine_failed', why: message }
  return { issue: /pixel limit|exceeds/i.test(message) ? 'picture_too_large' : 'picture_damaged' }
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return Uint8Array.from(data)
  return Uint8Array.from({ length: data.length / channels }, (_, at) => data[at * channels] as number)
}
