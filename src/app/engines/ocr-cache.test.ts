import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ocrCache } from './ocr-cache.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ringtrace-ocr-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const picture = { width: 2, height: 2, pixels: Uint8Array.of(1, 2, 3, 4) }
const drawn = { text: 'Call 804', codes: ['tel:1'] }
const files = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /json/.test(name))

test('what was read of a picture is read once for each language', async () => {
  const cache = ocrCache(folder)
  expect(await cache.get(picture, 'eng')).toBeNull()
  await cache.put(picture, 'eng', drawn)
  expect(await ocrCache(folder).get(picture, 'eng')).toEqual(drawn)
  expect(await cache.get(picture, 'por')).toBeNull()
  expect(await cache.get({ ...picture, pixels: Uint8Array.of(1, 2, 3, 5) }, 'eng')).toBeNull()
})

test('a damaged file is read as nothing, and written anew', async () => {
  const cache = ocrCache(folder)
  await cache.put(picture, 'eng', drawn)
  for (const damage of ['{"text":', '[]', '{"text":1,"codes":[]}']) {
    writeFileSync(join(folder, files()[0] ?? ''), damage)
    expect(await cache.get(picture, 'eng')).toBeNull()
  }
  await cache.put(picture, 'eng', drawn)
  expect(await cache.get(picture, 'eng')).toEqual(drawn)
})

test('what is too long to keep is not kept', async () => {
  await ocrCache(folder).put(picture, 'eng', { text: 'x'.repeat(20_000), codes: [] })
  expect(files()).toEqual([])
})
