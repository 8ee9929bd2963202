import { expect, test } from 'vitest'
import { findNumbers } from './find-numbers.ts'

test.each([
  'eight oh four, seven one three, four five nine eight',
  'eight oh four seven one three four five nine eight',
  'eight-oh-four, seven-one-three, four-five-nine-eight',
])('a dictated number is found wherever it begins: %s', (dictated) => {
  const missedAfter = Array.from({ length: 120 }, (_, length) => length).filter(
    (length) => findNumbers(`${'x'.repeat(length)} please ring ${dictated} now`, ['US'])[0]?.number !== '+18047134598',
  )
  expect(missedAfter).toEqual([])
})
