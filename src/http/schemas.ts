import * as z from 'zod'
import { CHANNEL_NAMES } from '../model/channel.ts'
import { FAILURES } from '../model/failures.ts'
import type { FailureCode } from '../model/failures.ts'
import { ISSUES } from '../model/issue.ts'
import type { IssueCode } from '../model/issue.ts'
import { CARRIER_CLASSES } from '../model/carrier.ts'
import { LINE_TYPES } from '../model/line-type.ts'
import { ROLE_REASONS, ROLES } from '../model/mention.ts'
import { CONTROL_STATUSES, THREAT_STATUSES } from '../model/risk.ts'
import { NumberForecast } from './forecast-schema.ts'
import { numberFacts, shortCode } from './number-facts-schema.ts'
import { LinkReason, Ring, RingEvent, RingLink, RingRow } from './ring-schemas.ts'
import { count, day, e164, time } from './words.ts'

// The contract of the HTTP door: what is validated, what /openapi.json says and what the workbench is typed by.

const channel = z.enum(CHANNEL_NAMES)
const level = z.int().min(0).max(9)
const probability = z.number().min(0).max(1)

export const Issue = z.object({
  code: z.enum(Object.keys(ISSUES) as IssueCode[]),
  part: z.string().optional(),
  at: z.string().optional().describe('Where: a file with a line, or a line of the stream'),
  saw: z.string().optional().describe('What stood there, shortened'),
})

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum([...(Object.keys(FAILURES) as FailureCode[]), 'bug']),
    detail: z.string(),
    hint: z.string().optional(),
  })
  .describe('RFC 9457 problem details')

export const Evidence = z.object({ channel, source: z.string(), count, firstSeen: time, lastSeen: time })

export const Reason = z.object({
  code: z.string().describe('Never renamed once released, such as source.scam_email'),
  polarity: z.enum(['risk', 'trust', 'neutral']),
  points: z.number().describe('Log-odds'),
  text: z.string(),
  subject: z.string(),
  evidence: z.array(Evidence),
})

export const NumberAnswer = z.object({
  number: e164,
  raw: z.string().optional().describe('How it stood in the input, where that did not read plainly'),
  risk: level.nullable().describe('0–9; null is insufficient evidence, which is never the same as safe'),
  probability: probability.nullable(),
  coverage: probability,
  status: z.object({ threat: z.enum(THREAT_STATUSES).nullable(), control: z.enum(CONTROL_STATUSES) }),
  ...numberFacts,
  firstSeen: time.nullable(),
  lastSeen: time.nullable(),
  sightings: count,
  ring: z.string().nullable(),
  forecast: NumberForecast,
  reasons: z.array(Reason),
  table: z.string().describe('Version of the table of signals that made it'),
})

export const UnreadableNumber = z.object({
  number: z.null(),
  input: z.string(),
  error: z.object({ code: z.string() }),
  shortCode: shortCode.optional().describe('What it is inside its country, where that was named'),
})

export const LookupRequest = z.object({
  numbers: z.array(z.string().max(250)).min(1).max(1_000),
  region: z
    .string()
    .length(2)
    .toUpperCase()
    .optional()
    .describe('ISO 3166 code, for numbers without a calling code; those of one without a numbering plan are not read'),
})
export const LookupAnswer = z.object({ answers: z.array(z.union([NumberAnswer, UnreadableNumber])) })

export const NumberRow = z.object({
  number: e164,
  risk: level.nullable(),
  sightings: count,
  firstSeen: time.nullable(),
  lastSeen: time.nullable(),
  ring: z.string().nullable(),
})

export const SightingRow = z.object({
  seenAt: time,
  channel,
  source: z.string(),
  role: z.enum(ROLES).nullable(),
  hidden: z.boolean(),
  vehicle: z.string().nullable(),
  brand: z.string().nullable(),
  service: z.string().nullable(),
  senderDomain: z.string().nullable(),
  template: z.string().nullable(),
  message: z.string().nullable(),
})

export const Timeline = z.object({
  number: e164,
  sightings: count,
  days: z
    .array(z.object({ day, channel, sightings: count }))
    .describe('Sightings by UTC day and channel, oldest first'),
  latest: z.array(SightingRow).describe('Newest first'),
})

export const Neighbourhood = z.object({
  number: e164,
  prefix: z.string().describe('What the hundred numbers share'),
  seen: z.array(NumberRow),
})

export const MessageRow = z.object({
  id: z.string(),
  seenAt: time,
  source: z.string(),
  senderDomain: z.string().nullable(),
  brand: z.string().nullable(),
  numbers: z.array(e164),
})
export const RingAnswer = Ring.extend({
  members: z.array(NumberRow).describe('Its numbers, with what is known of each'),
  shown: z.array(MessageRow).describe('The messages that the links name'),
  history: z.array(RingEvent).describe('What became of it, oldest first'),
})

export const Campaign = z.object({
  id: z.string(),
  ring: z.string().nullable().describe('The ring of its numbers; null where they are in none'),
  messages: count,
  numbers: z.array(e164).describe('Most used first'),
  brands: z.array(z.string()),
  senderDomains: z.array(z.string()),
  vehicles: z.array(z.string()),
  templates: count.describe('Distinct texts taken to be one make'),
  attachments: count.describe('Distinct files'),
  pictures: count.describe('Distinct pictures'),
  firstSeen: day,
  lastSeen: day,
  shown: z.array(z.string()).describe('Ids of messages that show it'),
})
export const Campaigns = z.object({ total: count, offset: count, limit: count, campaigns: z.array(Campaign) })

export const Overview = z.object({
  asOf: time,
  numbers: count,
  sightings: count,
  messages: count,
  firstSeen: time.nullable(),
  lastSeen: time.nullable(),
  window: z.object({ from: day, to: day, active: count, newlySeen: count }).nullable(),
  days: z.array(z.object({ day, active: count, newlySeen: count, sightings: count })),
  channels: z.array(z.object({ channel, numbers: count, sightings: count })),
  brands: z.array(z.object({ brand: z.string(), numbers: count, messages: count })),
  levels: z.object({
    scored: count.describe('Numbers active in the window that were scored, newest first'),
    counts: z.array(z.object({ risk: level.nullable(), numbers: count })),
  }),
  riskiest: z.array(NumberRow),
})

export const MessageNumber = z.object({
  e164,
  raw: z.string(),
  region: z.string().nullable(),
  lineType: z.enum(LINE_TYPES),
  provider: z.string().nullable(),
  company: z.string().nullable(),
  carrierClass: z.enum(CARRIER_CLASSES),
  role: z.enum(ROLES),
  roleWhy: z.enum(ROLE_REASONS),
  visible: z.boolean(),
  where: z.array(z.looseObject({ part: z.string() })),
  disguises: z.array(z.string()),
})
export const MessagePart = z.object({
  part: z.string(),
  name: z.string().nullable(),
  page: z.int().nullable(),
  via: z.string(),
  text: z.string().describe('As the reader sees it, with the hidden spans still in it'),
  hidden: z.array(z.object({ start: count, end: count, why: z.string() })),
  mentions: z.array(z.object({ start: count, end: count, e164, role: z.enum(ROLES), visible: z.boolean() })),
  opens: z
    .enum(['call', 'message'])
    .optional()
    .describe('Of a link: whether a tap on it calls the number or writes to it'),
  shows: z.string().optional().describe('Of a link: the words one taps on, which need not be the number it dials'),
})
export const MessageAnswer = z.looseObject({
  messageId: z.string().nullable(),
  sentAt: time.nullable(),
  from: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  verdict: z.looseObject({
    callbackPhishing: z.boolean(),
    confidence: probability,
    theme: z.string(),
    brands: z.array(z.string()),
    facts: z.looseObject({
      service: z.string().nullable().describe('The service that truly sent it and lets strangers write into its mail'),
      impersonates: z.array(z.object({ brand: z.string(), in: z.array(z.string()) })),
      amount: z.object({ value: z.number(), currency: z.string().nullable(), raw: z.string() }).nullable(),
      pretextId: z.object({ kind: z.string(), value: z.string() }).nullable(),
      callToAction: z.object({ number: e164, words: z.string() }).nullable(),
      isUrgent: z.boolean(),
    }),
    signals: z.array(z.object({ code: z.string(), points: z.number(), text: z.string() })),
  }),
  numbers: z.array(MessageNumber),
  issues: z.array(Issue),
  parts: z.array(MessagePart),
  partsCut: z.boolean().describe('Whether parts hold the beginning of the mail alone: 2 million characters at most'),
  remembered: count.describe('Sightings stored; 0 unless asked to remember'),
})

export const StreamAnswer = z.object({
  acknowledged: count.describe('Sightings that are stored and survive a crash'),
  rejected: count,
  issues: z.array(Issue).describe('The first of them, at most 1,000'),
})

/** What a route answers: its own answer, or else problem details. */
export const answers = <Answer extends z.ZodType>(answer: Answer) => ({
  200: answer,
  default: { description: 'A problem', content: { 'application/problem+json': { schema: Problem } } },
})

for (const [id, schema] of Object.entries({
  Campaign,
  Evidence,
  Issue,
  LinkReason,
  MessageAnswer,
  MessageNumber,
  MessagePart,
  MessageRow,
  NumberAnswer,
  NumberRow,
  Overview,
  Problem,
  Reason,
  RingAnswer,
  RingEvent,
  RingLink,
  RingRow,
  SightingRow,
  UnreadableNumber,
})) {
  z.globalRegistry.add(schema, { ...schema.meta(), id })
}
