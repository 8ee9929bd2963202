import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCells } from './cells.ts'

const cellsOf = (text: string, delimiter = ','): (readonly string[])[] =>
  [...readCells(text, 'f.csv', delimiter)].map(({ cells }) => cells)

test('cells lose the blanks around them, quotes and empty lines', () => {
  expect(cellsOf('a ; "b ""c""" ; d\r\n\n"e;f";;\n', ';')).toEqual([
    ['a', 'b "c"', 'd'],
    ['e;f', '', ''],
  ])
})

test('a quoted cell goes on over lines, and lines are still counted right', () => {
  expect([...readCells('a,"b\nc"\nd,e\n', 'f.csv', ',')].map(({ line }) => line)).toEqual([1, 3])
})

test.each([
  ['a,b\nc,"d\n', 'f.csv:2:3'],
  ['a,b\nc,d', 'f.csv:2:4'],
  ['a,"b"c\n', 'f.csv:1:6'],
])('%j is refused with line and column', (text, place) => {
  expect(() => cellsOf(text)).toThrow(place)
})

test('what was written is read', () => {
  const cell = fc.string({ maxLength: 6 }).map((text) => text.replaceAll(/[\0\r]/g, '').trim())
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const text = rows.map((row) => `${row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')}\n`).join('')
      expect(cellsOf(text)).toEqual(rows)
    }),
  )
})
