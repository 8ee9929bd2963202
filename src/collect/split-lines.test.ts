import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { expect, test } from 'vitest'
import { chunked, collected } from '../../test/chunked.ts'
import { MAX_RECORD_BYTES, splitLines } from './split-lines.ts'

const lines = async (text: string | Buffer, size: number): Promise<[number, string | null][]> =>
  (await collected(splitLines(chunked(text, size)))).flatMap(({ first, texts }) =>
    texts.map((line, index): [number, string | null] => [first + index, line]),
  )

const line = array(constantFrom('a', ' ', '€', '😀')).map((characters) => characters.join(''))

test('lines and their numbers do not depend on where chunks end', async () => {
  await assert(
    asyncProperty(array(line), integer({ min: 1, max: 12 }), async (texts, size) => {
      const read = await lines(texts.map((line) => `${line}\r\n`).join(''), size)
      expect(read).toEqual(texts.map((line, index) => [index + 1, line]))
    }),
  )
})

test('the last line needs no end, and a byte order mark is no content', async () => {
  expect(await lines('\uFEFFa\nb', 2)).toEqual([
    [1, 'a'],
    [2, 'b'],
  ])
})

test('a line over the limit is passed over, and the one after it is read', async () => {
  const long = Buffer.alloc(MAX_RECORD_BYTES + 9, 'x')
  for (const size of [1 << 16, 1 << 23]) {
    const read = await lines(Buffer.concat([Buffer.from('a\n'), long, Buffer.from('\nb\n')]), size)
    expect(read).toEqual([
      [1, 'a'],
      [2, null],
      [3, 'b'],
    ])
  }
})
