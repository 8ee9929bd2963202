import * as z from 'zod'
import { ROTATIONS } from '../model/block.ts'
import { count, e164, time } from './words.ts'

const chance = z.number().min(0).max(1)

const Batch = z.object({
  first: e164.describe('The lowest of its numbers'),
  last: e164.describe('The highest of its numbers'),
  numbers: count,
  from: time,
  to: time,
  pValue: chance.describe('How often so many would come together by chance'),
})

const block = {
  prefix: z.string(),
  width: z.int(),
  region: z.string().nullable(),
  provider: z.string().nullable().describe('Of most of its numbers'),
  numbers: z.array(e164),
  around: z
    .object({ size: count, seen: count, isAllocation: z.boolean() })
    .describe('What it is compared with: the range it was allocated in, or the million numbers around it'),
  expected: z.number().describe('How many of the numbers seen around would be in it if they fell evenly'),
  runs: z.array(z.object({ first: e164, last: e164, length: count, pValue: chance })),
  batches: z
    .array(Batch)
    .describe('Of its thousand-blocks: at least five numbers first seen within 48 hours; most surprising first'),
  rotation: z
    .object({ order: z.enum(ROTATIONS), correlation: z.number().min(-1.000001).max(1.000001), pValue: chance })
    .nullable()
    .describe('How the first sightings follow the digits; null where too few came at different times'),
  pValue: chance.describe('How often chance alone would fill the block so, or make such a run in it'),
  firstSeen: time,
  newest: time.describe('When the last of its numbers was first seen'),
  lastSeen: time,
  isProducing: z.boolean().describe('Whether its silence since is one that its own pace lets expect'),
}

export const BlockRow = z.object({
  ...block,
  qValue: chance.describe(
    'Of the blocks told that are at least as sure, the share that chance is expected to have made',
  ),
})
export const Blocks = z.object({ total: count, offset: count, limit: count, blocks: z.array(BlockRow) })

export const BlockAnswer = z.object({
  ...block,
  seen: z.array(z.object({ number: e164, firstSeen: time, lastSeen: time })).describe('Ascending'),
})

z.globalRegistry.add(BlockRow, { id: 'BlockRow' })
z.globalRegistry.add(BlockAnswer, { id: 'BlockAnswer' })
