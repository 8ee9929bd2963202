import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DrawnText, ReadingLanguage } from '../../extract/engines.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { packageVersion } from './package-version.ts'

/** How pictures are prepared and what was read is put together: counted up with each change that reads more. */
const PREPARATION = 2
const CODES = 'zxing-wasm/reader/zxing_reader.wasm'
/** In each of the 256 folders; all together some ten thousand pictures, or half a gigabyte at the very most. */
const MOST_IN_FOLDER = 128
const MOST_ENTRY_BYTES = 16 * 1024

export type OcrCache = {
  /** null where the picture was not read before, or what was kept of it is damaged. */
  get(picture: GreyPicture, language: ReadingLanguage): Promise<DrawnText | null>
  put(picture: GreyPicture, language: ReadingLanguage, drawn: DrawnText): Promise<void>
}

/** What was read from pictures, kept by their content. A folder that cannot be used keeps nothing, and that is all. */
export function ocrCache(folder: string): OcrCache {
  const readers = new Map<ReadingLanguage, string>()
  /** Anything that changes what is read from the same picture. */
  const readerOf = (language: ReadingLanguage): string => {
    const known = readers.get(language)
    if (known !== undefined) return known
    const files = ['tesseract.js-core/package.json', `@tesseract.js-data/${language}/package.json`, CODES]
    const reader = [...files.map(packageVersion), `preparation ${PREPARATION}`].join(', ')
    readers.set(language, reader)
    return reader
  }
  const fileOf = (picture: GreyPicture, language: ReadingLanguage): string => {
    const hash = createHash('sha256')
      .update(`${readerOf(language)}\n${language}\n${picture.width} ${picture.height}\n`)
      .update(picture.pixels)
      .digest('hex')
    return join(folder, hash.slice(0, 2), `${hash.slice(2)}.json`)
  }
  return {
    async get(picture, language) {
      try {
        return drawnOf(JSON.parse(await readFile(fileOf(picture, language), 'utf8')))
      } catch (error) {
        if (error instanceof SyntaxError || isOfFiles(error)) return null
        throw error
      }
    },
    async put(picture, language, { text, codes }) {
      const entry = JSON.stringify({ text, codes })
      if (entry.length > MOST_ENTRY_BYTES) return
      const file = fileOf(picture, language)
      const unfinished = `${file}.${randomUUID()}`
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 })
        await writeFile(unfinished, entry)
        await rename(unfinished, file)
        await makeRoom(dirname(file))
      } catch (error) {
        if (!isOfFiles(error)) throw error
        await rm(unfinished, { force: true }).catch(() => undefined)
      }
    },
  }
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function drawnOf(entry: unknown): DrawnText | null {
  if (typeof entry !== 'object' || entry === null || !('text' in entry) || !('codes' in entry)) return null
  const { text, codes } = entry
  const isWhole = typeof text === 'string' && Array.isArray(codes) && codes.every((code) => typeof code === 'string')
  return isWhole ? { text, codes } : null
}

/** Half of a folder that is full goes, the oldest first. */
async function makeRoom(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.length <= MOST_IN_FOLDER) return
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  )
  const oldest = aged.sort((a, b) => a.at - b.at).slice(0, MOST_IN_FOLDER / 2)
  for (const { name } of oldest) await rm(join(folder, name), { force: true })
}
