import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packageVersion } from './package-version.ts'

test.each([
  ['zxing-wasm/reader/zxing_reader.wasm', 'zxing-wasm'],
  ['tesseract.js-core/package.json', 'tesseract.js-core'],
  ['@tesseract.js-data/eng/package.json', '@tesseract.js-data/eng'],
])('%s is of the version that is installed', (file, name) => {
  const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, { version: string }>
  }
  expect(packageVersion(file)).toBe(`${name} ${lock.packages[`node_modules/${name}`]?.version}`)
})
