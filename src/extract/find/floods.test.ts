import { expect, test } from 'vitest'
import { message, part } from '../../../test/hand-made-message.ts'
import type { HiddenSpan } from '../../model/message.ts'
import { findMentions } from './find-mentions.ts'
import { findNumbers } from './find-numbers.ts'

const numbers = (count: number): string =>
  Array.from({ length: count }, (_, index) => `+1 (804) 713-${1000 + (index % 9000)}`).join('\n')

/** What an enemy fills a text with; each is cut to the length asked for. */
const FLOODS: Readonly<Record<string, string>> = {
  digits: '8047134598',
  'digits apart': '8 ',
  'numbers in one line': '804-713-4598 ',
  'numbers with extensions': '804-713-4598 x1 ',
  brackets: '1(',
  'letters drawn like digits': '1OlISB',
  'letters and spaces': '8 OO ',
  'number words': 'one ',
  'number words and digits': 'one 8 ',
  'words that lead on': '804 then ',
  'overrides that turn digits round': '\u202e804',
  'overrides that end': '\u202e8954317408\u202c ',
  'upright strokes': '804|',
  'numbers backwards': 'read backwards 8954 317 408, ',
  'numbers told by their shape': 'call 0490 75 40 81\n\n',
  'words for numbers': '1-800-FLOWERS ',
  'one token': 'x-804-713-4598-',
  'one address': '8047134598&',
  keycaps: '8\ufe0f\u20e3',
  dates: '2026-05-06 ',
  dots: '1.',
}
const LENGTH = 60_000
const TIMES = 8
/** Eightfold text may cost eightfold time, and what a busy machine adds; work that grew with the square would cost 64-fold. */
const MAX_RATIO = 32
const MOST_RUNS = 12

function cpuMillis(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}

test.each(Object.entries(FLOODS))('a flood of %s takes time in proportion to its length', (_, unit) => {
  const short = unit.repeat(LENGTH / unit.length)
  const long = short.repeat(TIMES)
  const find = (text: string) => (): unknown => findNumbers(text, ['US', 'DE', 'BR', 'GB'])
  find(short)()
  // What else a machine does only adds to a run: the best of each counts, and a busy one is given more.
  let [least, most] = [Infinity, Infinity]
  for (let run = 0; run < MOST_RUNS && (run === 0 || most >= Math.max(least, 2) * MAX_RATIO); run++) {
    least = Math.min(least, cpuMillis(find(short)))
    most = Math.min(most, cpuMillis(find(long)))
  }
  expect(most).toBeLessThan(Math.max(least, 2) * MAX_RATIO)
})

test('ninety thousand numbers, with twenty thousand hidden spans between them, are all found', () => {
  const body = part('body', numbers(90_000))
  const hidden = Array.from({ length: 20_000 }, (_, index): HiddenSpan => {
    const start = index * 19 + 3
    return { start, end: start + 2, why: 'display' }
  })
  const mentions = findMentions(message([{ ...body, hidden }]), null)
  expect(mentions).toHaveLength(90_000)
  expect(mentions.filter(({ visible }) => visible)).toHaveLength(70_000)
})
