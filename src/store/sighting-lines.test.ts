import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PhoneNumber } from '../model/phone-number.ts'
import { sighting } from '../model/sighting.ts'
import { field, SIGHTING_COLUMNS, sightingLines, stamped, time } from './sighting-lines.ts'

const fact = {
  number: '+18035550100' as PhoneNumber,
  seenAt: 1_750_000_000_000,
  channel: 'analyst',
  source: 's',
} as const

test('whatever a text holds, its field has no end of field or line in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(field(text)).not.toMatch(/[\t\n\r\0]/)
    }),
  )
})

test('whatever a sighting holds, its line has one field for each column', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (account, source) => {
      const lines = stamped(sightingLines([sighting({ ...fact, account, source })]), 1)
      expect(lines.split('\t')).toHaveLength(SIGHTING_COLUMNS.length + 1)
      expect(lines.indexOf('\n')).toBe(lines.length - 1)
    }),
  )
})

test('every line says when it was taken in', () => {
  const lines = sightingLines([sighting(fact), sighting({ ...fact, account: 'two\nlines' })])
  expect(
    stamped(lines, 42)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t').at(-1)),
  ).toEqual(['42', '42'])
  expect(sightingLines([])).toBe('')
})

test('a time the store cannot hold is refused', () => {
  for (const millis of [NaN, Infinity, -Infinity, Date.UTC(1899, 11), Date.UTC(2300, 0)]) {
    expect(() => time(millis)).toThrow(/is not a time between 1900 and 2299/)
  }
  expect(time(0)).toBe('1970-01-01 00:00:00.000')
})

test('evidence that is no evidence id is refused', () => {
  expect(() => sightingLines([{ ...sighting(fact), evidence: 'x\ty' }])).toThrow(/evidence/)
})
