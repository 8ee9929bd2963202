import * as fc from 'fast-check'
import { CHANNEL_NAMES } from '../../src/model/channel.ts'
import { SIM_KINDS } from '../../src/model/line-type.ts'
import { ROLES } from '../../src/model/mention.ts'
import { PART_KINDS } from '../../src/model/message.ts'
import { numberFromDigits } from '../../src/model/phone-number.ts'
import { sighting } from '../../src/model/sighting.ts'
import type { Sighting } from '../../src/model/sighting.ts'

/** Everything a text field may meet: ends of fields and lines, the engine's word for nothing, other planes, quotes. */
export const HOSTILE =
  '\t\n\r\\ \0 \\N \\t \'" ` ; -- /* {x:String} \u202e \u{1f4de} \ufeff <script> %s ${x} \b\f\v \u2028 ünï ０９'

const few = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined, freq: 2 })

/** Few numbers, close together and far apart, so that the same ones are met again in all kinds of ways. */
const number = fc
  .tuple(fc.constantFrom(180_355_501_00, 180_355_519_90, 447_700_900_000, 35_316_000_000, 882_123_456_00), fc.nat(30))
  .map(([start, offset]) => numberFromDigits(start + offset))

const fact = fc.record({
  number,
  seenAt: fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2031, 0) }),
  channel: fc.constantFrom(...CHANNEL_NAMES),
  source: few('mailbox', 'feed', HOSTILE),
  message: maybe(few('m1', 'm2', 'm3', HOSTILE)),
  role: maybe(fc.constantFrom(...ROLES)),
  vehicle: maybe(fc.constantFrom(...PART_KINDS)),
  hidden: maybe(fc.boolean()),
  brand: maybe(few('norton', 'paypal', HOSTILE)),
  template: maybe(few('t1', 't2')),
  simKind: maybe(fc.constantFrom(...SIM_KINDS)),
  service: maybe(few('chat', HOSTILE)),
})

/** The same sightings for the same seed. The same evidence comes again with other words, and with the same time. */
export function randomSightings(seed: number, count: number): Sighting[] {
  const times = new Map<string, number>()
  return fc.sample(fact, { seed, numRuns: count }).map((drawn) => {
    const made = sighting(withoutUndefined(drawn))
    const seenAt = times.get(made.evidence) ?? made.seenAt
    times.set(made.evidence, seenAt)
    return { ...made, seenAt }
  })
}

function withoutUndefined<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}

/** Sightings that are known by their place in a row, for telling what is missing. */
export function numberedSightings(from: number, count: number): Sighting[] {
  return Array.from({ length: count }, (_, i) =>
    sighting({
      number: numberFromDigits(18_000_000_000 + from + i),
      seenAt: Date.UTC(2026, 2, 1) + (from + i) * 1_000,
      channel: 'otp_platform_web',
      source: 'numbered',
    }),
  )
}
