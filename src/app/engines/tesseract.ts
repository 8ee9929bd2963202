import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { gunzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { ReadingLanguage } from '../../extract/engines.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { NOTHING_RECOGNIZED, recognizedLines } from '../../extract/picture/recognized-text.ts'
import type { Recognized } from '../../extract/picture/recognized-text.ts'
import { IntelError } from '../../model/failures.ts'
import { startLimited } from './limited-memory.ts'

const MOST_MEMORY_BYTES = 160 * 1024 * 1024
/** What it has taken it never gives back; past this it is opened anew. */
const MUCH_MEMORY_BYTES = 80 * 1024 * 1024

/** The parts of Emscripten's module and of Tesseract's interface that are used. */
type Api = {
  Init(path: null, language: string, engineMode: number): number
  SetVariable(name: string, value: string): boolean
  SetImageFile(exifOrientation: number, radians: number): number
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  Clear(): void
  End(): void
}
type Core = {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void }
  readonly TessBaseAPI: new () => Api
}
type OpenCore = (options: Record<string, unknown>) => Promise<Core>

const LSTM_ONLY = 1
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm'

/** auto: text in columns and lines; sparse: words wherever they stand; line: one line. Numbers of Tesseract's page segmentation modes. */
const LAYOUTS = { auto: '3', sparse: '11', line: '7' } as const

export type Layout = keyof typeof LAYOUTS

export type Recognize = (picture: GreyPicture, language: ReadingLanguage, layout: Layout) => Promise<Recognized>

type Open = {
  readonly core: Core
  readonly api: Api
  readonly language: ReadingLanguage
  readonly memory: WebAssembly.Memory
}

/**
 * Reads the words of pictures with Tesseract, opened with the first picture, and anew for another language.
 *
 * Throws: what a picture makes of it that breaks it.
 */
export function tesseract(): Recognize {
  let open: Open | null = null
  return async (picture, language, layout) => {
    try {
      if (open?.language !== language) open = await openFor(language, open)
      open.api.SetVariable('tessedit_pageseg_mode', LAYOUTS[layout])
      const recognized = recognize(open, picture)
      if (open.memory.buffer.byteLength > MUCH_MEMORY_BYTES) open = null
      return recognized
    } catch (error) {
      // A picture that breaks the engine leaves it in no state to read the next one.
      open = null
      throw error
    }
  }
}

function recognize({ core, api }: Open, { width, height, pixels }: GreyPicture): Recognized {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`)
  core.FS.writeFile('/input', Buffer.concat([header, pixels]))
  try {
    if (api.SetImageFile(1, 0) === 1 || api.Recognize(null) !== 0) return NOTHING_RECOGNIZED
    return recognizedLines(api.GetTSVText(0))
  } finally {
    api.Clear()
    core.FS.unlink('/input')
  }
}

async function openFor(language: ReadingLanguage, last: Open | null): Promise<Open> {
  const { core, memory } = last ?? (await openCore())
  last?.api.End()
  core.FS.writeFile(`./${language}.traineddata`, await languageData(language))
  const api = new core.TessBaseAPI()
  if (api.Init(null, language, LSTM_ONLY) !== 0)
    throw new IntelError('bad_config', `the language data of ${language} cannot be used`)
  core.FS.unlink(`./${language}.traineddata`)
  // It would write what it thinks of each picture into a file of its memory.
  api.SetVariable('debug_file', '/dev/null')
  return { core, api, language, memory }
}

async function openCore(): Promise<{ core: Core; memory: WebAssembly.Memory }> {
  const require = createRequire(import.meta.url)
  const open = require(CORE) as OpenCore
  const code = await WebAssembly.compile(await readFile(require.resolve(`${CORE}.wasm`)))
  let memory: WebAssembly.Memory | null = null
  const quiet = (): void => undefined
  const core = await open({
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const started = startLimited(code, imports, MOST_MEMORY_BYTES)
      memory = started.memory
      done(started.instance)
      return started.exports
    },
    TesseractProgress: quiet,
    print: quiet,
    printErr: quiet,
  })
  return { core, memory: memory as unknown as WebAssembly.Memory }
}

/** From the package, never from the network. */
async function languageData(language: ReadingLanguage): Promise<Uint8Array> {
  const packaged = import.meta.resolve(`@tesseract.js-data/${language}/package.json`)
  return promisify(gunzip)(await readFile(new URL(`4.0.0_best_int/${language}.traineddata.gz`, packaged)))
}
