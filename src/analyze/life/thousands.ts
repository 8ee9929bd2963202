import { IntelError } from '../../model/failures.ts'
import type { Query } from '../../model/query.ts'
import { ACCUSED_PARAMS, SEEN_ACCUSED } from '../malicious.ts'

/** A server takes no parameter of more than 128 KiB in an address. */
const PART_CHARACTERS = 100_000
const PARTS = 8

/**
 * The thousands of `thousandsParams`, as a subquery. They come as runs, each two numbers: how far it lies from the end of
 * the one before, and how many follow in it.
 */
export const THOUSANDS_PARTS = `SELECT arrayJoin(range(run.1, run.1 + run.2)) FROM (
  SELECT arrayMap(text -> toUInt64OrZero(text), arrayFilter(text -> text != '', splitByChar('.', concat(${Array.from(
    { length: PARTS },
    (_, part) => `{thousands_${part}:String}`,
  ).join(', ')})))) AS steps, arrayCumSum(steps) AS places,
  arrayJoin(arrayMap(at -> (places[2 * at - 1], steps[2 * at]), range(1, intDiv(length(steps), 2) + 1))) AS run
)`

/**
 * Throws: IntelError `bad_input` where they are too many, which takes far more than 100,000 of them.
 * @example thousandsParams([5, 6, 9]).thousands_0 // => '5.2.2.1.'
 */
export function thousandsParams(thousands: readonly number[]): Record<string, string> {
  const runs: { start: number; length: number }[] = []
  for (const start of thousands) {
    const last = runs.at(-1)
    if (last && start === last.start + last.length) last.length += 1
    else runs.push({ start, length: 1 })
  }
  let end = 0
  let packed = ''
  for (const { start, length } of runs) {
    packed += `${start - end}.${length}.`
    end = start + length
  }
  if (packed.length > PARTS * PART_CHARACTERS) {
    throw new IntelError('bad_input', `${thousands.length} thousands of numbers are too many for one question`, {
      hint: 'narrow the slice: name a region, a provider or a line type',
    })
  }
  return Object.fromEntries(
    Array.from({ length: PARTS }, (_, part) => [
      `thousands_${part}`,
      packed.slice(part * PART_CHARACTERS, (part + 1) * PART_CHARACTERS),
    ]),
  )
}

/** Every thousand that an accused number was seen in, by one of its numbers; ascending. */
export function seenThousands(): Query<{ readonly thousand: number; readonly digits: number }> {
  return {
    sql: `SELECT intDiv(number, 1000) AS thousand, min(number) AS digits
FROM sightings WHERE ${SEEN_ACCUSED}
GROUP BY thousand ORDER BY thousand SETTINGS final = 0, optimize_aggregation_in_order = 1`,
    params: ACCUSED_PARAMS,
    decode: (row) => ({ thousand: Number(row['thousand']), digits: Number(row['digits']) }),
  }
}
