import type { infer as Infer } from 'zod'
import type * as blocks from '../../src/http/block-schemas.ts'
import type * as rings from '../../src/http/ring-schemas.ts'
import type * as forecastSchema from '../../src/http/forecast-schema.ts'
import type * as lifeSchemas from '../../src/http/life-schemas.ts'
import type * as providerSchemas from '../../src/http/provider-schemas.ts'
import type * as schemas from '../../src/http/schemas.ts'
import { countryOf } from './country-of.ts'

export type NumberAnswer = Infer<typeof schemas.NumberAnswer>
export type UnreadableNumber = Infer<typeof schemas.UnreadableNumber>
export type Reason = Infer<typeof schemas.Reason>
export type Timeline = Infer<typeof schemas.Timeline>
export type Neighbourhood = Infer<typeof schemas.Neighbourhood>
export type NumberRow = Infer<typeof schemas.NumberRow>
export type Rings = Infer<typeof rings.Rings>
export type RingRow = Infer<typeof rings.RingRow>
export type RingAnswer = Infer<typeof schemas.RingAnswer>
export type RingLink = Infer<typeof rings.RingLink>
export type Forecast = Infer<typeof forecastSchema.ForecastAnswer>
export type Life = Infer<typeof lifeSchemas.LifeAnswer>
export type Numbers = Infer<typeof lifeSchemas.Numbers>
export type NumberOrder = Infer<typeof lifeSchemas.NumbersQuery>['order']
export type Providers = Infer<typeof providerSchemas.Providers>
export type Brands = Infer<typeof providerSchemas.Brands>
export type Campaigns = Infer<typeof schemas.Campaigns>
export type Blocks = Infer<typeof blocks.Blocks>
export type BlockRow = Infer<typeof blocks.BlockRow>
export type Overview = Infer<typeof schemas.Overview>
export type MessageAnswer = Infer<typeof schemas.MessageAnswer>
export type MessagePart = MessageAnswer['parts'][number]
type Problem = Infer<typeof schemas.Problem>

/** A failure the server told in RFC 9457's words, or the silence of a server that is not there. */
export class Failure extends Error {
  readonly hint: string | undefined
  readonly code: string

  constructor(code: string, message: string, hint?: string) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch {
    throw new Failure('unreachable', 'The server does not answer.', 'Is ringtrace serve still running?')
  }
  if (response.ok) return (await response.json()) as Answer
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  if (!isProblem) throw new Failure('bug', `The server answered ${response.status}.`)
  const { code, detail, hint } = (await response.json()) as Problem
  throw new Failure(code, detail, hint)
}

const post = <Answer>(path: string, body: unknown): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const page = (path: string, offset: number, limit: number): string => `${path}?offset=${offset}&limit=${limit}`
const number = (e164: string): string => `/v1/numbers/${encodeURIComponent(e164)}`

export const api = {
  ready: () => ask<{ demo: boolean }>('/readyz'),
  overview: () => ask<Overview>('/v1/overview'),
  number: (e164: string) => ask<NumberAnswer>(number(e164)),
  timeline: (e164: string) => ask<Timeline>(`${number(e164)}/sightings`),
  neighbourhood: (e164: string) => ask<Neighbourhood>(`${number(e164)}/neighbours`),
  rings: (offset: number, limit: number, order: 'largest' | 'newest') =>
    ask<Rings>(`${page('/v1/rings', offset, limit)}&order=${order}`),
  ring: (id: string) => ask<RingAnswer>(`/v1/rings/${encodeURIComponent(id)}`),
  providers: (offset: number, limit: number) => ask<Providers>(page('/v1/providers', offset, limit)),
  life: (channel: string) => ask<Life>(`/v1/life${channel === '' ? '' : `?channel=${channel}`}`),
  numbers: (channel: string, order: NumberOrder, offset: number, limit: number) =>
    ask<Numbers>(`${page('/v1/numbers', offset, limit)}&order=${order}${channel === '' ? '' : `&channel=${channel}`}`),
  forecast: (limit: number) => ask<Forecast>(`/v1/forecast?limit=${limit}`),
  brands: () => ask<Brands>('/v1/brands'),
  campaigns: (offset: number, limit: number) => ask<Campaigns>(page('/v1/campaigns', offset, limit)),
  campaignsOf: (ring: string) => ask<Campaigns>(`${page('/v1/campaigns', 0, 12)}&ring=${encodeURIComponent(ring)}`),
  blocks: (offset: number, limit: number) => ask<Blocks>(page('/v1/blocks', offset, limit)),
  /** One number in any writing; national ones are of the country the browser's language is of. */
  lookup: (input: string) =>
    post<{ answers: (NumberAnswer | UnreadableNumber)[] }>('/v1/numbers/lookup', {
      numbers: [input],
      region: countryOf(navigator.language),
    }).then(({ answers }) => answers[0]),
  /** What is remembered of numbers, all at once. */
  lookupAll: (numbers: readonly string[]): Promise<NumberAnswer[]> =>
    numbers.length === 0
      ? Promise.resolve([])
      : post<{ answers: NumberAnswer[] }>('/v1/numbers/lookup', { numbers: numbers.slice(0, 1_000) }).then(
          ({ answers }) => answers,
        ),
  readMail: (mail: Blob, remember: boolean) =>
    ask<MessageAnswer>(`/v1/messages${remember ? '?remember=true' : ''}`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: mail,
    }),
}
