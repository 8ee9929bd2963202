import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { MOST_FRAMES, workingSize } from './decoded-picture.ts'
import type { DecodedPicture } from './decoded-picture.ts'
import { startLimited } from './limited-memory.ts'

const MOST_MEMORY_BYTES = 320 * 1024 * 1024
/** A phone's largest ordinary photo has twelve to twenty-four million. */
const MOST_PIXELS = 30_000_000

/** The parts of libheif's interface that are used. */
type HeifImage = {
  get_width(): number
  get_height(): number
  is_primary(): boolean
  display(data: Target, done: (shown: Target | null) => void): void
  free(): void
}
type Target = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }
type Libheif = { readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] | null } }
type OpenLibheif = (options: Record<string, unknown>) => Libheif | Promise<Libheif>

/**
 * Decodes HEIC and HEIF with libheif: what a viewer shows first, and then other pictures of the file.
 *
 * Throws: what a file makes of the engine that breaks it. There is a new one for each: what it has taken it never gives
 *         back.
 */
export async function heicPicture(bytes: Uint8Array): Promise<DecodedPicture> {
  const require = createRequire(import.meta.url)
  const open = require('libheif-js/libheif-wasm/libheif.js') as OpenLibheif
  const code = await WebAssembly.compile(await readFile(require.resolve('libheif-js/libheif-wasm/libheif.wasm')))
  const quiet = (): void => undefined
  const libheif = await open({
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const started = startLimited(code, imports, MOST_MEMORY_BYTES)
      done(started.instance)
      return started.exports
    },
    print: quiet,
    printErr: quiet,
  })
  const images = new libheif.HeifDecoder().decode(bytes) ?? []
  const inOrder = images.toSorted((one, other) => Number(other.is_primary()) - Number(one.is_primary()))
  const frames: GreyPicture[] = []
  let isTooLarge = false
  for (const image of inOrder.slice(0, MOST_FRAMES)) {
    const frame = await shown(image)
    image.free()
    if (typeof frame !== 'string') frames.push(frame)
    else if (frame === 'picture_too_large') isTooLarge = true
  }
  if (frames.length === 0) return { issue: isTooLarge ? 'picture_too_large' : 'picture_damaged' }
  return { frames, framesLeft: images.length - frames.length }
}

async function shown(image: HeifImage): Promise<GreyPicture | 'picture_damaged' | 'picture_too_large'> {
  const [width, height] = [image.get_width(), image.get_height()]
  if (!(width > 0 && height > 0)) return 'picture_damaged'
  if (width * height > MOST_PIXELS) return 'picture_too_large'
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height }
  const colors = await new Promise<Target | null>((resolve) => image.display(target, resolve))
  if (colors === null) return 'picture_damaged'
  const pixels = new Uint8Array(width * height)
  for (let at = 0; at < pixels.length; at++) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = colors.data.subarray(at * 4, at * 4 + 4)
    // Shares of 256 that the eye gives to red, green and blue; what is transparent is seen as the white below it.
    pixels[at] = 255 - ((255 - ((red * 77 + green * 150 + blue * 29) >> 8)) * alpha) / 255
  }
  return workingSize({ width, height, pixels })
}
