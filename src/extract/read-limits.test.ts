import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { READ_LIMITS } from './read-limits.ts'

const PAGE = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8')

test.each(Object.entries(READ_LIMITS))('the page of limits tells %s', (name, limit) => {
  const told = name.endsWith('Bytes') ? `${limit / 1024 / 1024} MiB` : limit.toLocaleString('en')
  expect(PAGE).toMatch(new RegExp(`\\| [^|]*(?<![\\d,])${told}(?![\\d,]\\d)`))
})
