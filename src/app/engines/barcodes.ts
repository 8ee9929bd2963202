import { readFile } from 'node:fs/promises'
import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { startLimited } from './limited-memory.ts'

const MOST_MEMORY_BYTES = 96 * 1024 * 1024
const MOST_CODES = 16
const MOST_CODE_LENGTH = 4_000

/** Codes that hold text. Bars hold digits of goods and bills, which nobody calls. */
const FORMATS = ['QRCode', 'MicroQRCode', 'RMQRCode', 'Aztec', 'DataMatrix', 'PDF417'] as const

export type FindCodes = (picture: GreyPicture) => Promise<readonly string[]>

/**
 * Reads the QR codes and their like in pictures with ZXing, opened with the first picture.
 *
 * Throws: what a picture makes of it that breaks it.
 */
export function barcodes(): FindCodes {
  let isOpen = false
  return async (picture) => {
    if (!isOpen) await open()
    isOpen = true
    try {
      const codes = await readBarcodes(asImageData(picture), {
        formats: [...FORMATS],
        tryHarder: true,
        tryInvert: true,
        tryRotate: true,
        tryDownscale: true,
        maxNumberOfSymbols: MOST_CODES,
      })
      return [...new Set(codes.filter(({ isValid }) => isValid).map(({ text }) => text.slice(0, MOST_CODE_LENGTH)))]
    } catch (error) {
      isOpen = false
      purgeZXingModule()
      throw error
    }
  }
}

async function open(): Promise<void> {
  const code = await WebAssembly.compile(
    await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
  )
  await prepareZXingModule({
    overrides: {
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        const started = startLimited(code, imports, MOST_MEMORY_BYTES)
        done(started.instance)
        return started.exports
      },
    },
    fireImmediately: true,
  })
}

/** As browsers hand out pictures, which is what the reader takes beside files. */
function asImageData({ width, height, pixels }: GreyPicture): ImageData {
  const data = new Uint8ClampedArray(pixels.length * 4).fill(255)
  for (let at = 0; at < pixels.length; at++) {
    const shade = pixels[at] as number
    data[at * 4] = shade
    data[at * 4 + 1] = shade
    data[at * 4 + 2] = shade
  }
  return { width, height, data, colorSpace: 'srgb' } as ImageData
}
