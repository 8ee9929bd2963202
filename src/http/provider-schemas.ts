import * as z from 'zod'
import { CARRIER_CLASSES } from '../model/carrier.ts'
import { LINE_TYPES } from '../model/line-type.ts'
import { Campaign } from './schemas.ts'
import { count, day, e164 } from './words.ts'

const days = z.number().nullable()
const abuse = {
  numbers: count,
  sightings: count,
  messages: count.describe('A message with numbers of several counts in each'),
  campaigns: count,
  campaignShare: z.number().describe('Of all campaigns, each shared out over its numbers'),
  firstSeen: day,
  lastSeen: day,
  life: z.object({
    naive: days.describe('Median days from the first sighting of a number to its last, of those seen'),
    survival: z.object({ days, low: days, high: days }).describe('The same by Kaplan–Meier, with its 95 % interval'),
  }),
}
export const ProviderRow = z.object({
  name: z.string().nullable().describe('The company, else the provider as its source writes it'),
  carrierClass: z.enum(CARRIER_CLASSES),
  regions: z.array(z.string()),
  lineTypes: z.array(z.object({ lineType: z.enum(LINE_TYPES), numbers: count })),
  allocated: z.number().nullable().describe('Numbers it was given, as far as the plan and the registers tell'),
  perMillion: z.number().nullable().describe('Malicious ones of each million it was given'),
  ...abuse,
})
export const LineTypeRow = z.object({ lineType: z.enum(LINE_TYPES), ...abuse })
export const Providers = z.object({
  all: z.object(abuse).nullable(),
  total: count,
  offset: count,
  limit: count,
  providers: z.array(ProviderRow),
  lineTypes: z.array(LineTypeRow),
})

export const BrandRow = z.object({
  brand: z.string(),
  numbers: count,
  messages: count,
  campaigns: count,
  firstSeen: day,
  lastSeen: day,
  mostUsed: z.array(z.object({ number: e164, messages: count })),
  providers: z.array(z.object({ name: z.string().nullable(), numbers: count })),
})
export const Brands = z.object({
  brands: z.array(BrandRow).describe('Most messages first'),
  formats: z.array(z.object({ vehicle: z.string(), numbers: count, messages: count })),
  largest: z.array(Campaign).describe('The ten largest campaigns'),
})

for (const [id, schema] of Object.entries({ BrandRow, LineTypeRow, ProviderRow })) {
  z.globalRegistry.add(schema, { ...schema.meta(), id })
}
