import * as z from 'zod'
import { LINK_KINDS, RING_EVENTS } from '../model/ring.ts'
import { count, e164, time } from './words.ts'

const logOdds = z.number().describe('Log-odds, natural logarithm: 4.6 is 99 to 1; below 0 it speaks against')
const LinkKind = z.enum(LINK_KINDS)
export const LinkReason = z.object({
  kind: LinkKind,
  shared: z.string().describe('What both share; empty where they differ'),
  weight: logOdds,
})
export const RingLink = z.object({
  kind: LinkKind.describe('What speaks for it most'),
  from: e164,
  to: e164,
  shared: z.string().describe('What both share of that kind: a template, a reply-to address, a block'),
  weight: logOdds,
  reasons: z.array(LinkReason).describe('Everything that was weighed, the weightiest first'),
  messages: z.array(z.string()).describe('Ids of messages that show it'),
})
export const Ring = z.object({
  id: z.string(),
  numbers: z.array(e164),
  links: z.array(RingLink),
  messages: count,
  brands: z.array(z.string()),
  senderDomains: z.array(z.string()),
  firstSeen: time,
  lastSeen: time,
})
export const RingRow = Ring.omit({ numbers: true, links: true }).extend({
  numberCount: count,
  linkCount: count,
  sample: z.array(e164).describe('A few of its numbers, those seen last'),
})
export const Rings = z.object({ total: count, offset: count, limit: count, rings: z.array(RingRow) })

export const RingEvent = z.object({
  at: time.describe('When it was noticed'),
  kind: z.enum(RING_EVENTS),
  numbers: count.describe('How many numbers the ring had then'),
  others: z.array(z.string()).describe('Rings it merged with, was split from, or ended in'),
})
