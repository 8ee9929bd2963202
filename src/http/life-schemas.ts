import * as z from 'zod'
import type { NumberOrder } from '../analyze/life/number-queries.ts'
import { CHANNEL_NAMES } from '../model/channel.ts'
import { DAY_MILLIS } from '../model/day.ts'
import { LINE_TYPES } from '../model/line-type.ts'
import { THREAT_STATUSES } from '../model/risk.ts'
import type { Slice } from '../model/slice.ts'
import { count, day, e164, time } from './words.ts'

// What the doors of reuse and life validate and answer.

const word = z.string().min(1).max(256)
const isoDay = z.iso.date()

/** Which sightings are looked at. */
export const SliceQuery = z.object({
  channel: z.enum(CHANNEL_NAMES).optional(),
  source: word.optional().describe('Who saw it: a mailbox, a feed’s name'),
  brand: word.optional(),
  country: z.string().length(2).toUpperCase().optional().describe('Of who is attacked, ISO 3166'),
  region: z.string().length(2).toUpperCase().optional().describe('Of the number, ISO 3166'),
  provider: word.optional().describe('The operator of the number, or the company behind it'),
  lineType: z.enum(LINE_TYPES).optional(),
  from: isoDay.optional().describe('First UTC day'),
  to: isoDay.optional().describe('Last UTC day'),
})

export function sliceOf({ from, to, ...rest }: z.infer<typeof SliceQuery>): Slice {
  return {
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Slice),
    ...(from !== undefined && { fromAt: Date.parse(from) }),
    ...(to !== undefined && { toAt: Date.parse(to) + DAY_MILLIS }),
  }
}

const ORDERS = ['reused', 'newest', 'longest', 'latest', 'status'] as const satisfies (NumberOrder | 'status')[]

export const NumbersQuery = SliceQuery.extend({
  order: z.enum(ORDERS).default('reused').describe('reused, newest, longest (lived), latest (seen), status'),
  status: z.enum(THREAT_STATUSES).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
})

const SeenWith = z
  .object({
    subjects: z.array(z.string()),
    brands: z.array(z.string()),
    vehicles: z.array(z.string()),
    senderDomains: z.array(z.string()),
  })
  .describe('At most 100 of each')

const LivedNumber = z.object({
  number: e164,
  sightings: count,
  activeDays: count,
  firstSeen: time,
  lastSeen: time,
  lifespanDays: count.describe('From its first day to its last'),
  status: z.enum(THREAT_STATUSES).nullable(),
  risk: z.int().min(0).max(9).nullable(),
  region: z.string().nullable(),
  lineType: z.enum(LINE_TYPES),
  provider: z.string().nullable(),
  ring: z.string().nullable(),
  seenWith: SeenWith,
})
export const Numbers = z.object({ total: count, offset: count, limit: count, numbers: z.array(LivedNumber) })

const dayCounts = z.array(z.object({ days: count, count }))
const share = z.number().min(0).max(1)
const Life = z.object({
  from: day,
  to: day,
  numbers: count,
  sightings: count,
  activeDays: dayCounts.describe('How many numbers were seen on so many days'),
  lifespan: z.object({
    naiveMedianDays: count.describe('As if all that are silent were dead'),
    median: z
      .object({ days: count.nullable(), low: count.nullable(), high: count.nullable() })
      .describe('Kaplan–Meier, with its 95 % band; null where that does not come down to a half'),
    horizonDays: count.describe('A number silent for less may come back'),
    stillThere: count,
    curve: z
      .array(
        z.object({
          days: count,
          atRisk: count,
          ends: count,
          survival: share,
          standardError: z.number(),
          low: share,
          high: share,
        }),
      )
      .describe('The share that lasts longer than so many days'),
    days: dayCounts,
  }),
  coolDowns: z.object({
    count,
    quartiles: z.object({ lower: count, median: count, upper: count }).nullable(),
    days: dayCounts.describe('How many silences of so many days lay between two spells'),
  }),
  reuse: z.object({ consecutiveDays: count, severalDays: count }),
  several: z
    .object({ subjects: count, brands: count, vehicles: count, senderDomains: count })
    .describe('Numbers seen with more than one of these'),
})
export const LifeAnswer = z.object({ life: Life.nullable().describe('null where the slice holds no number') })

export const NumberLife = z.object({
  number: e164,
  spells: z
    .array(z.object({ from: day, to: day, sightings: count, coolDownDays: count.nullable() }))
    .describe('Days in a row on which it was seen, oldest first, with the days of silence before each'),
  seenWith: SeenWith,
})
