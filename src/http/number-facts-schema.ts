import * as z from 'zod'
import { CARRIER_CLASSES } from '../model/carrier.ts'
import { LINE_TYPES } from '../model/line-type.ts'
import { ASSIGNMENTS, UNKNOWN_REASONS, VALIDITIES } from '../model/number-facts.ts'
import type { UnknownReason } from '../model/number-facts.ts'
import { SHORT_CODE_KINDS, SHORT_CODE_TARIFFS } from '../model/short-code.ts'
import { e164 } from './words.ts'

const unknown = z.enum(Object.keys(UNKNOWN_REASONS) as UnknownReason[])
const origin = z.union([z.object({ source: z.string(), date: z.string().nullable() }), z.object({ unknown })])

/** What a number is, whether or not anybody has seen it. */
export const numberFacts = {
  region: z.string().nullable(),
  lineType: z.enum(LINE_TYPES),
  provider: z.string().nullable().describe('As its source writes it'),
  validity: z.enum(VALIDITIES),
  company: z.string().nullable().describe('The provider after aliases and mergers'),
  carrierClass: z.enum(CARRIER_CLASSES),
  area: z.string().nullable(),
  timeZones: z.array(z.string()),
  structure: z.object({
    callingCode: z.string(),
    areaCode: z.string().nullable(),
    exchange: z.string().nullable().describe('Central office code, of North American numbers'),
    subscriber: z.string(),
    blocks: z.array(z.object({ width: z.int(), prefix: z.string() })),
  }),
  assignment: z.enum(ASSIGNMENTS),
  registerStatus: z.string().nullable().describe("The register's own word for the block"),
  allocation: z
    .object({ first: e164, last: e164, size: z.int().min(1) })
    .nullable()
    .describe('The block it was handed out in'),
  origins: z
    .object({ lineType: origin, provider: origin, carrierClass: origin, assignment: origin })
    .describe('Who tells each fact, and of which day; or why it is not known'),
}

export const shortCode = z.object({
  region: z.string(),
  kind: z.enum(SHORT_CODE_KINDS),
  tariff: z.enum(SHORT_CODE_TARIFFS).nullable(),
  source: z.object({ name: z.string(), date: z.string().nullable() }),
})
