import { array, assert, asyncProperty, dictionary, integer, jsonValue, string } from 'fast-check'
import { expect, test } from 'vitest'
import { chunked, collected } from '../../test/chunked.ts'
import { splitJson } from './split-json.ts'
import type { JsonElement } from './split-json.ts'
import { MAX_RECORD_BYTES } from './split-lines.ts'

const elements = async (text: string, size = 64): Promise<JsonElement[]> =>
  (await collected(splitJson(chunked(text, size)))).flat()

test('the elements of any array are the ones a whole parser reads', async () => {
  await assert(
    asyncProperty(
      array(jsonValue()),
      integer({ min: 0, max: 2 }),
      integer({ min: 1, max: 40 }),
      async (all, space, size) => {
        const read = await elements(JSON.stringify(all, null, space), size)
        expect(read.map(({ text }) => JSON.parse(text ?? ''))).toEqual(
          all.map((each) => JSON.parse(JSON.stringify(each))),
        )
      },
    ),
  )
})

test('the entries of any object are the ones a whole parser reads', async () => {
  await assert(
    asyncProperty(dictionary(string(), jsonValue()), integer({ min: 0, max: 2 }), async (all, space) => {
      const read = await elements(JSON.stringify(all, null, space), 7)
      expect(read.map(({ key, text }) => [key, JSON.parse(text ?? '')])).toEqual(
        Object.entries(JSON.parse(JSON.stringify(all)) as object),
      )
    }),
  )
})

test('an element is told with the line it begins on', async () => {
  expect(await elements('[\n  {"a":\n 1},\n\n  {"a": 2}\n]\n')).toEqual([
    { line: 2, key: null, text: '{"a":\n 1}' },
    { line: 5, key: null, text: '{"a": 2}' },
  ])
})

test('a document that is cut off gives what stood before the cut, and the piece', async () => {
  expect((await elements('[{"a":1},{"a":')).map(({ text }) => text)).toEqual(['{"a":1}', '{"a":'])
})

test('an element over the limit is passed over, and the one after it is read', async () => {
  const read = await elements(`["${'x'.repeat(MAX_RECORD_BYTES)}", 1]`, 1 << 16)
  expect(read.map(({ text }) => text)).toEqual([null, '1'])
})
