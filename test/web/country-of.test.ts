import { expect, test } from 'vitest'
import { countryOf } from '../../web/src/country-of.ts'

test.each([
  ['en-GB', 'GB'],
  ['zh-Hant-TW', 'TW'],
  ['de', undefined],
  ['es-419', undefined],
  ['en-001', undefined],
])('a browser that speaks %s is in %s', (language, country) => {
  expect(countryOf(language)).toBe(country)
})
