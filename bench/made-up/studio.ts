import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { openPagePainter } from '../../src/app/page-painter.ts'
import type { Picture } from '../../src/simulate/png.ts'

const run = promisify(execFile)

/** What paints pictures, codes and photos. */
export type Studio = {
  paint(pdf: Uint8Array): Promise<Picture>
  qrCode(words: string): Promise<Picture>
  /** null where heif-enc is not installed. */
  heic: ((png: Uint8Array) => Promise<Uint8Array>) | null
  close(): Promise<void>
}

const MODULE_POINTS = 8

/** Opens the studio. */
export async function openStudio(): Promise<Studio> {
  const painter = await openPagePainter()
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  prepareZXingModule({ overrides: { wasmBinary: (await readFile(wasm)).buffer as ArrayBuffer } })
  const folder = await mkdtemp(join(tmpdir(), 'made-up-'))
  let photos = 0
  const heic = async (png: Uint8Array): Promise<Uint8Array> => {
    const [from, to] = [join(folder, `${++photos}.png`), join(folder, `${photos}.heic`)]
    await writeFile(from, png)
    await run('heif-enc', ['-q', '60', '-o', to, from])
    return readFile(to)
  }
  return {
    paint: painter.paintPage,
    async qrCode(words) {
      const { symbol, error } = await writeBarcode(words, { format: 'QRCode', scale: 1 })
      if (error) throw new Error(error)
      return enlarged({ width: symbol.width, height: symbol.height, grey: new Uint8Array(symbol.data) })
    },
    heic: (await isThere('heif-enc')) ? heic : null,
    async close() {
      painter.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function isThere(program: string): Promise<boolean> {
  try {
    await run(program, ['--version'])
    return true
  } catch (error) {
    // A program that is there and knows no --version ends with a number.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

/** Each module of a code as a square, with the quiet zone it needs. */
function enlarged({ width, height, grey }: Picture): Picture {
  const border = 4
  const [wide, high] = [(width + 2 * border) * MODULE_POINTS, (height + 2 * border) * MODULE_POINTS]
  const out = new Uint8Array(wide * high).fill(255)
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const [column, row] = [Math.floor(x / MODULE_POINTS) - border, Math.floor(y / MODULE_POINTS) - border]
      const isInside = column >= 0 && row >= 0 && column < width && row < height
      if (isInside && (grey[row * width + column] ?? 255) < 128) out[y * wide + x] = 0
    }
  }
  return { width: wide, height: high, grey: out }
}
