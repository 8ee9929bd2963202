import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { IntelError } from '../../model/failures.ts'
import { NumberKey } from './number-key.ts'
import { lengthBits, rangeRow } from './range-row.ts'
import type { RangeRow } from './range-row.ts'
import { openTables } from './range-table.ts'
import type { RangeTable } from './range-table.ts'
import { writeTables } from './write-tables.ts'

const source = { name: 'made', title: 'made up', date: '2026-01-01', licence: null }
const bytesOf = (rows: readonly RangeRow[], isPlan = true): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(writeTables([{ source, rows, isPlan }]))
const tableOf = (rows: readonly RangeRow[], isPlan = true): RangeTable =>
  openTables(bytesOf(rows, isPlan))[0] as RangeTable

/** The provider of a number by the table; null where nobody speaks for it. */
function asked(table: RangeTable, number: string): string | null {
  const key = new NumberKey(table.codes)
  if (!key.read(number)) return null
  const range = table.rangeAt(key.code, key.key)
  const row = range < 0 ? -1 : table.rowAt(key.code, range, key.length)
  return row < 0 ? null : table.provider(row)
}

/** Digits from 0 to 3, so that rows meet often. */
const digits = (length: number) =>
  fc.integer({ min: 0, max: 4 ** length - 1 }).map((value) => value.toString(4).padStart(length, '0'))
const anyRow = fc
  .tuple(fc.constantFrom('1', '44', '850'), fc.integer({ min: 1, max: 4 }), fc.constantFrom('a', 'b', 'c'))
  .chain(([callingCode, depth, provider]) =>
    fc.tuple(digits(depth), digits(depth), fc.subarray([5, 6, 7], { minLength: 1 })).map(([one, other, lengths]) => {
      const [first, last] = one <= other ? [one, other] : [other, one]
      return rangeRow({ callingCode, first, last, lengths: lengthBits(lengths), provider })
    }),
  )
const anyNumber = fc
  .tuple(fc.constantFrom('1', '44', '850'), fc.integer({ min: 4, max: 8 }))
  .chain(([code, length]) => digits(length).map((national) => `+${code}${national}`))

/** The slow way: of all rows that hold the number, the narrowest, and of those as narrow the last. */
function oracle(rows: readonly RangeRow[], number: string): string | null {
  const width = ({ first, last }: RangeRow): number => (Number(last) - Number(first) + 1) / 10 ** first.length
  const fits = rows.filter(({ callingCode, first, last, lengths }) => {
    if (!number.startsWith(`+${callingCode}`)) return false
    const national = number.slice(callingCode.length + 1)
    const begin = national.slice(0, first.length)
    return ((lengths >> national.length) & 1) === 1 && begin >= first && begin <= last
  })
  let best: RangeRow | undefined
  for (const row of fits) if (!best || width(row) <= width(best)) best = row
  return best?.provider ?? null
}

test('a table answers as the rows it was made of, the narrowest first', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 12 }),
      fc.array(anyNumber, { maxLength: 20 }),
      fc.boolean(),
      (rows, numbers, isPlan) => {
        const table = tableOf(rows, isPlan)
        for (const number of numbers) expect(asked(table, number), number).toBe(oracle(rows, number))
      },
    ),
    { numRuns: 200 },
  )
})

test('the same rows give the same bytes, in whatever order they come where they do not overlap', () => {
  const rows = ['20', '21', '30', '7400', '7401'].map((first, index) =>
    rangeRow({ callingCode: '44', first, last: first, lengths: lengthBits([10]), provider: `p${index % 2}` }),
  )
  expect(bytesOf(rows)).toEqual(bytesOf(rows.toReversed()))
  expect(bytesOf(rows)).toEqual(bytesOf(rows))
})

test('blocks of a register stay apart where the ranges of a plan are one', () => {
  const rows = ['7400', '7401'].map((first) =>
    rangeRow({ callingCode: '44', first, last: first, lengths: lengthBits([10]), provider: 'one' }),
  )
  const ranges = (table: RangeTable): number => table.rangesOf(44)[1] - table.rangesOf(44)[0]
  expect(ranges(tableOf(rows, true))).toBe(2)
  expect(ranges(tableOf(rows, false))).toBe(3)
})

test('numbers that begin a billionth in are told apart', () => {
  const row = (first: string, last: string, provider: string) =>
    rangeRow({ callingCode: '7', first, last, lengths: lengthBits([10]), provider })
  const table = tableOf([row('9337703471', '9337704199', 'narrow'), row('9337700000', '9337709999', 'wide')])
  expect(asked(table, '+79337703471')).toBe('narrow')
  expect(asked(table, '+79337703470')).toBe('wide')
  expect(asked(table, '+79337704200')).toBe('wide')
})

test('a damaged file, one cut off and one of another version are refused', () => {
  const whole = bytesOf([rangeRow({ callingCode: '1', first: '2', last: '9', lengths: lengthBits([10]) })])
  const changed = (at: number): Uint8Array<ArrayBuffer> => whole.map((byte, index) => (index === at ? byte ^ 1 : byte))
  const files = [changed(0), changed(4), changed(20), changed(whole.length - 1), whole.slice(0, -8), whole.slice(0, 5)]
  for (const bytes of files) expect(() => openTables(bytes)).toThrow(IntelError)
  expect(openTables(whole)).toHaveLength(1)
})

test('rows that lie over one another without end are refused, in little time', () => {
  const rows = Array.from({ length: 1_000 }, (_, index) =>
    rangeRow({ callingCode: '1', first: '2', last: '9', lengths: lengthBits([10]), provider: String(index) }),
  )
  expect(() => tableOf(rows)).toThrow(/lie over one another/)
})
