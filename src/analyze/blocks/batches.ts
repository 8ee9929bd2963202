import type { Batch } from '../../model/block.ts'
import { DAY_MILLIS } from '../../model/day.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import { binomialTail } from './chance.ts'
import type { SeenNumber } from './seen-number.ts'

/** Source: definitions of the trend briefing: at least five numbers of one thousand within 48 hours. */
export const BATCH_NUMBERS = 5
export const BATCH_MILLIS = 2 * DAY_MILLIS

/** share: of all numbers, those that were first seen from one time to another, whole days. */
export type Arrivals = { readonly share: (from: number, to: number) => number }

/**
 * How numbers came, all of them: a feed that begins brings many on one day, and a batch then is no wonder.
 *
 * In: for each UTC day since 1970 on which numbers were first seen, how many; days ascending.
 */
export function arrivalsOf(days: readonly { readonly day: number; readonly numbers: number }[]): Arrivals {
  const until: number[] = [0]
  for (const { numbers } of days) until.push(until.at(-1)! + numbers)
  const total = until.at(-1)!
  const before = (day: number): number => {
    let [low, high] = [0, days.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (days[middle]!.day < day) low = middle + 1
      else high = middle
    }
    return until[low]!
  }
  const dayOf = (at: number): number => Math.floor(at / DAY_MILLIS)
  return { share: (from, to) => (total === 0 ? 1 : (before(dayOf(to) + 1) - before(dayOf(from))) / total) }
}

/**
 * The batches among the numbers of one thousand-block: the fullest two days first, then what is left on both sides of
 * them.
 *
 * Out: most surprising first. A batch's chance is that of any of the thousand's numbers having so many others within
 *      the two days after it (union bound over the numbers), each coming when numbers come.
 */
export function batchesOf(numbers: readonly SeenNumber[], arrivals: Arrivals): Batch[] {
  const byTime = numbers.toSorted((one, other) => one.firstSeenAt - other.firstSeenAt || one.digits - other.digits)
  const ends = endsOfWindows(byTime)
  const batches: Batch[] = []
  const open: [number, number][] = [[0, byTime.length]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    let [best, most] = [from, 0]
    for (let at = from; at < to; at++) {
      const held = Math.min(ends[at]!, to) - at
      if (held > most) [best, most] = [at, held]
    }
    if (most < BATCH_NUMBERS) continue
    batches.push(batchOf(byTime.slice(best, best + most), byTime.length, arrivals))
    open.push([from, best], [best + most, to])
  }
  return batches.sort((one, other) => one.pValue - other.pValue || one.firstAt - other.firstAt)
}

/** For each number, the first one that came too late to be of a batch that begins with it. */
function endsOfWindows(byTime: readonly SeenNumber[]): number[] {
  let end = 0
  return byTime.map(({ firstSeenAt }) => {
    while (end < byTime.length && byTime[end]!.firstSeenAt <= firstSeenAt + BATCH_MILLIS) end++
    return end
  })
}

function batchOf(members: readonly SeenNumber[], ofThousand: number, arrivals: Arrivals): Batch {
  const firstAt = members[0]!.firstSeenAt
  let [low, high] = [Infinity, 0]
  for (const { digits } of members) [low, high] = [Math.min(low, digits), Math.max(high, digits)]
  const share = arrivals.share(firstAt, firstAt + BATCH_MILLIS)
  const others = share >= 1 ? 1 : binomialTail(members.length - 1, ofThousand - 1, share)
  return {
    first: numberFromDigits(low),
    last: numberFromDigits(high),
    numbers: members.length,
    firstAt,
    lastAt: members.at(-1)!.firstSeenAt,
    pValue: Math.min(1, ofThousand * others),
  }
}
