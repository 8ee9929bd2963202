import { array, assert, asyncProperty, constantFrom, integer, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { chunked, collected } from '../../test/chunked.ts'
import { csvRecords } from './split-csv.ts'
import type { CsvRecord } from './split-csv.ts'
import { splitLines } from './split-lines.ts'

const records = async (text: string, size = 1 << 16): Promise<CsvRecord[]> =>
  (await collected(csvRecords(splitLines(chunked(text, size))))).flat()

const fields = async (text: string, size?: number): Promise<(readonly string[] | null)[]> =>
  (await records(text, size)).map((record) => record.fields)

test('what was written as CSV is read back, wherever chunks end', async () => {
  const cell = stringMatching(/^[a-z ,;"\n]{0,5}$/)
  await assert(
    asyncProperty(
      array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      constantFrom(',', ';', '\t', '|'),
      integer({ min: 1, max: 30 }),
      async (rows, delimiter, size) => {
        const header = ['one', 'two']
        const written = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
        expect(await fields([header.join(delimiter), ...written].join('\n'), size)).toEqual([header, ...rows])
      },
    ),
  )
})

test('a stray quote costs its own line and no other', async () => {
  const good = Array.from({ length: 50 }, (_, index) => `${index},b`)
  for (const bad of ['1,"x"y', '1,"x', '"', '1,x"y']) {
    const text = ['a,b', ...good, bad, ...good].join('\n')
    const read = await records(text, 32)
    expect(read.filter((record) => record.fields === null)).toEqual([{ line: 52, fields: null, saw: bad }])
    expect(read).toHaveLength(102)
  }
})

test('a quote that is never closed does not swallow a long file', async () => {
  const good = Array.from({ length: 5_000 }, (_, index) => `${index},b`)
  const read = await records(['a,b', '1,"open', ...good].join('\n'))
  expect(read).toHaveLength(5_002)
  expect(read.filter((record) => record.fields === null)).toEqual([{ line: 2, fields: null, saw: '1,"open' }])
})

test('a record is told with its first line, and empty lines are none', async () => {
  expect((await records('a,b\r\n\r\n1,"x\r\ny"\r\n2,z\r\n')).map(({ line }) => line)).toEqual([1, 3, 5])
})
