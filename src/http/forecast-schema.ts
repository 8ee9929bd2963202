import * as z from 'zod'
import { count, time } from './words.ts'

const probability = z.number().min(0).max(1)

/** What is foretold of one number, as part of a look-up. */
export const NumberForecast = z
  .object({ probability, days: z.int().min(1) })
  .nullable()
  .describe('That a number nobody has seen turns up malicious within so many days; null where nothing is foretold')

export const ForecastAnswer = z.object({
  isLearning: z.boolean().describe('Whether it is being learnt, for the first time or anew'),
  problem: z
    .object({ detail: z.string(), hint: z.string().optional() })
    .nullable()
    .describe('Why the last attempt to learn learnt nothing'),
  learntAt: time.nullable(),
  trainedOn: z
    .string()
    .nullable()
    .describe(
      'UTC day, YYYY-MM-DD: only what was first seen before it was learnt from; null where nothing was learnt yet',
    ),
  days: z.int().min(1).nullable().describe('How far it looks ahead'),
  learntFrom: count.describe('Numbers that entered, from which it learnt'),
  blocks: z.array(
    z.object({
      prefix: z.string(),
      width: count,
      region: z.string(),
      provider: z.string().nullable(),
      expected: z.number().describe('Numbers expected to turn up in it within `days`'),
      chance: probability.describe('That at least one does'),
      days: z.int(),
      known: count.describe('Malicious numbers seen in it so far'),
      lately: count.describe('Of these, in the last 30 days'),
      next: z.string().describe('The unseen number of it that is likeliest'),
    }),
  ),
})
