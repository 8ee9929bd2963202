import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReaderPool } from '../../src/app/reader-pool.ts'
import type { ReaderPool } from '../../src/app/reader-pool.ts'
import { traceRings } from '../../src/app/trace-rings.ts'
import { loadReference } from '../../src/collect/reference.ts'
import { makeServer } from '../../src/http/server.ts'
import type { NumberIndex } from '../../src/store/number-index.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const RENEWAL = new URL('../../web/public/samples/renewal.eml', import.meta.url)
const MAIL = { 'content-type': 'message/rfc822' }
const bugs: unknown[] = []

let data: string
let store: Store
let index: NumberIndex
let reader: ReaderPool
let app: FastifyInstance

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-http-'))
  store = await openStore({ data, clickhouseUrl: null })
  index = await openNumberIndex(data)
  reader = openReaderPool({ jobs: 1 })
  const reference = await loadReference()
  const sources = { store, index, reference, providerSizes: [], reader, region: null, clock: () => NOW }
  app = await makeServer(sources, { version: 'test', names: [], tellBug: (error) => bugs.push(error) })
})

afterAll(async () => {
  await app.close()
  await reader.close()
  await index.close()
  await store.close()
  await rm(data, { recursive: true })
  expect(bugs).toEqual([])
})

async function ask(url: string, options: InjectOptions = {}) {
  const answer = await app.inject({ url, ...options, headers: { host: 'localhost', ...options.headers } })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}

const post = (url: string, payload: string | Buffer, headers: Record<string, string>) =>
  ask(url, { method: 'POST', payload, headers })

const row = (tail: number) => ({
  number: `+4930231257${tail}`,
  seenAt: '2026-11-20T10:00:00Z',
  channel: 'otp_platform_api',
  source: 'feed',
})

const lure = (first: string, second: string) =>
  Buffer.from(
    [
      'From: "Geek Squad Billing" <billing@desk.example>',
      'Date: Thu, 19 Nov 2026 09:00:00 +0000',
      'Subject: Your Geek Squad plan was renewed for $ 399.99',
      '',
      `$ 399.99 was charged. To cancel and get a refund call our billing desk at ${first} or ${second} within 24 hours.`,
    ].join('\r\n'),
  )

test('an empty store has an overview, and no number is safe because nobody saw it', async () => {
  const overview = await ask('/v1/overview')
  expect(overview).toMatchObject({ status: 200, body: { numbers: 0, window: null, days: [], riskiest: [] } })
  const unseen = await ask('/v1/numbers/+18035552147')
  expect(unseen.body).toMatchObject({ number: '+18035552147', risk: null, probability: null, sightings: 0, ring: null })
})

test('a mail goes in, and its number comes out with a risk, a timeline and its neighbours', async () => {
  const mail = await readFile(RENEWAL)
  const read = await post('/v1/messages', mail, MAIL)
  expect(read.body).toMatchObject({ verdict: { callbackPhishing: true }, remembered: 0 })
  expect(index.profile('+18035552147' as never)).toBeNull()

  const [callback] = read.body.numbers
  expect(callback).toMatchObject({ e164: '+18035552147', role: 'callback', visible: true })
  const spots = read.body.parts.flatMap(({ text, mentions }: { text: string; mentions: Record<string, unknown>[] }) =>
    mentions.map(({ start, end }) => text.slice(start as number, end as number)),
  )
  expect(spots).toContain(callback.raw)

  const kept = await post('/v1/messages?remember=true', mail, MAIL)
  expect(kept.body.remembered).toBe(read.body.numbers.length)
  const answer = await ask('/v1/numbers/+18035552147')
  expect(answer.body.risk).toBeGreaterThanOrEqual(4)
  expect(answer.body.reasons.map(({ code }: { code: string }) => code)).toContain('source.scam_email')
  const timeline = await ask('/v1/numbers/+18035552147/sightings')
  expect(timeline.body).toMatchObject({
    sightings: 1,
    days: [{ day: '2026-11-16', channel: 'scam_email_body', sightings: 1 }],
    latest: [{ role: 'callback', brand: 'norton', hidden: false }],
  })
  const around = await ask('/v1/numbers/+18035552148/neighbours')
  expect(around.body.prefix).toBe('+180355521')
  expect(around.body.seen.map(({ number }: { number: string }) => number)).toEqual(['+18035552147'])

  const overview = await ask('/v1/overview')
  expect(overview.body).toMatchObject({
    numbers: 1,
    messages: 1,
    window: { to: '2026-11-16', active: 1, newlySeen: 1 },
    brands: [{ brand: 'norton', numbers: 1, messages: 1 }],
    riskiest: [{ number: '+18035552147' }],
  })
})

test('a stream of sightings is acknowledged line by line, and twice is once', async () => {
  const lines = [row(10), row(11), row(12), { ...row(13), channel: 'hearsay' }].map((line) => JSON.stringify(line))
  const body = [...lines, 'not json', '{"seenAt":"2026-11-20T10:00:00Z"}'].join('\n')
  for (const round of ['first', 'second']) {
    const answer = await post('/v1/sightings', body, { 'content-type': 'application/x-ndjson' })
    expect(answer.body, round).toMatchObject({
      acknowledged: 3,
      rejected: 3,
      issues: [
        { code: 'record_field_invalid', part: 'channel', at: 'line 4' },
        { code: 'record_malformed', at: 'line 5' },
        { code: 'record_field_missing', part: 'number', at: 'line 6' },
      ],
    })
  }
  const blocks = await ask('/v1/blocks?width=100')
  expect(blocks.body).toMatchObject({ total: 1, blocks: [{ prefix: '+4930231257', width: 100 }] })
  const [block] = blocks.body.blocks
  const { body: shown } = await ask(`/v1/blocks/${encodeURIComponent(block.prefix)}?width=100`)
  expect(shown).toMatchObject({ prefix: block.prefix, numbers: block.numbers, pValue: block.pValue })
  expect(shown.seen.map(({ number }: { number: string }) => number)).toEqual(block.numbers)
  expect((await ask('/v1/blocks/+4930231999?width=100')).status).toBe(404)
  expect((await ask('/v1/blocks/+493023199999999?width=10000')).status).toBe(400)
})

test('who saw a number is what the query says, and what lines say where they are trusted', async () => {
  const sent = JSON.stringify({ ...row(20), number: '+4930231300' })
  const send = (query: string) => post(`/v1/sightings${query}`, sent, { 'content-type': 'application/x-ndjson' })
  for (const query of ['', '?source=castle', '?trustSource=true']) {
    expect((await send(query)).body.acknowledged, query).toBe(1)
  }
  const { body } = await ask('/v1/numbers/+4930231300/sightings')
  expect(body.latest.map(({ source }: { source: string }) => source).sort()).toEqual(['api', 'castle', 'feed'])
})

test.each([
  ['/v1/sightings', 'text/plain'],
  ['/v1/sightings', 'application/json'],
  ['/v1/messages', 'text/plain'],
  ['/v1/messages', 'application/json'],
  ['/v1/numbers/lookup', 'text/html'],
])('%s does not take %s, and says so', async (url, type) => {
  const answer = await post(url, '{}', { 'content-type': type })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer).toMatchObject({ status: 415, body: { status: 415, code: 'unsupported_type' } })
})

test('numbers that share a mail make a ring, whose links name the mail', async () => {
  await post('/v1/messages?remember=true', lure('+1 804 555 2101', '+1 804 555 2102'), MAIL)
  await traceRings(store, await loadReference())
  await store.refreshIndex()
  const { body: rings } = await ask('/v1/rings')
  expect(rings).toMatchObject({ total: 1, rings: [{ numberCount: 2, senderDomains: ['desk.example'] }] })
  const { body: ring } = await ask(`/v1/rings/${rings.rings[0].id}`)
  expect(ring.numbers).toEqual(['+18045552101', '+18045552102'])
  expect(ring.members.map(({ number }: { number: string }) => number)).toEqual(ring.numbers)
  const link = ring.links.find(({ kind }: { kind: string }) => kind === 'message')
  expect(link).toMatchObject({ from: '+18045552101', to: '+18045552102' })
  expect(ring.shown).toMatchObject([{ id: link.messages[0], senderDomain: 'desk.example' }])
})

const lookUpOf = (payload: object): InjectOptions => ({ method: 'POST', payload })

test.each<[what: string, url: string, options: InjectOptions, status: number, code: string]>([
  ['what is no number', '/v1/numbers/hello', {}, 400, 'bad_input'],
  ['a ring nobody knows', '/v1/rings/r-000000000000', {}, 404, 'not_found'],
  ['an empty page', '/v1/rings?limit=0', {}, 400, 'bad_input'],
  ['a route that is not there', '/v1/nothing', {}, 404, 'not_found'],
  ['a rebound name', '/v1/overview', { headers: { host: 'rebound.example' } }, 400, 'bad_input'],
  ['a page from elsewhere', '/v1/overview', { headers: { origin: 'http://elsewhere.example' } }, 400, 'bad_input'],
  ['an empty mail', '/v1/messages', { method: 'POST', headers: MAIL, payload: '' }, 400, 'bad_input'],
  ['a number too long to be one', '/v1/numbers/lookup', lookUpOf({ numbers: ['1'.repeat(300)] }), 400, 'bad_input'],
  ['too many numbers', '/v1/numbers/lookup', lookUpOf({ numbers: Array(1_001).fill('1') }), 400, 'bad_input'],
  ['a body too large', '/v1/numbers/lookup', lookUpOf({ pad: 'x'.repeat(2_000_000) }), 413, 'limit_exceeded'],
])('%s is answered with a problem that says so', async (_what, url, options, status, code) => {
  const answer = await ask(url, options)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.body).toMatchObject({ status, code, detail: expect.any(String), title: expect.any(String) })
  expect(answer.status).toBe(status)
})

test('many numbers are answered in the order asked, the unreadable ones in their place', async () => {
  const numbers = ['(803) 555-2147', 'hello', '+4930231257']
  const { body } = await ask('/v1/numbers/lookup', { method: 'POST', payload: { numbers, region: 'us' } })
  expect(body.answers).toMatchObject([
    { number: '+18035552147' },
    { number: null, input: 'hello', error: { code: 'not_a_number' } },
    { number: '+4930231257' },
  ])
})

test('a region without a numbering plan keeps no international number from being read', async () => {
  const numbers = ['+18035552147', '(803) 555-2147']
  const { status, body } = await ask('/v1/numbers/lookup', { method: 'POST', payload: { numbers, region: 'AQ' } })
  expect(status).toBe(200)
  expect(body.answers).toMatchObject([
    { number: '+18035552147' },
    { number: null, error: { code: 'invalid_country_code' } },
  ])
})

test('the description names every route of the API, and nothing may be loaded from elsewhere', async () => {
  const { body, headers } = await ask('/openapi.json')
  expect(Object.keys(body.paths).sort()).toEqual([
    '/healthz',
    '/readyz',
    '/v1/blocks',
    '/v1/blocks/{prefix}',
    '/v1/brands',
    '/v1/campaigns',
    '/v1/forecast',
    '/v1/life',
    '/v1/messages',
    '/v1/numbers',
    '/v1/numbers/lookup',
    '/v1/numbers/{e164}',
    '/v1/numbers/{e164}/life',
    '/v1/numbers/{e164}/neighbours',
    '/v1/numbers/{e164}/sightings',
    '/v1/overview',
    '/v1/providers',
    '/v1/rings',
    '/v1/rings/{id}',
    '/v1/sightings',
  ])
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(await ask('/readyz')).toMatchObject({ status: 200, body: { status: 'ok' } })
})

test('where nothing was learnt yet of what comes next, the answer says so', async () => {
  const { status, body } = await ask('/v1/forecast')
  expect([status, body]).toEqual([
    200,
    { isLearning: false, problem: null, learntAt: null, trainedOn: null, days: null, learntFrom: 0, blocks: [] },
  ])
})
