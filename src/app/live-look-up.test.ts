import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { json, localSupplier } from '../../test/live-supplier.ts'
import type { Answer, Asked, LocalSupplier } from '../../test/live-supplier.ts'
import { httpSupplier } from '../enrich/live/http-supplier.ts'
import { ipqs } from '../enrich/live/ipqs.ts'
import { telesign } from '../enrich/live/telesign.ts'
import { twilio } from '../enrich/live/twilio.ts'
import type { LiveAnswer, LiveSupplier } from '../model/live-lookup.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import { liveAnswers } from '../store/live-answers.ts'
import { LIVE_LIMITS, liveLookUps } from './live-look-up.ts'
import type { LiveLimits, LiveLookUp } from './live-look-up.ts'

const number = numberFromDigits(14_159_929_960)
const DAY_MILLIS = 86_400_000
let folder: string
let server: LocalSupplier
let answer: (asked: Asked) => Answer
let now: number
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringtrace-live-'))
  now = Date.UTC(2026, 10, 25, 12)
  answer = () => json({})
  server = await localSupplier((asked) => answer(asked))
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const asking = (supplier: LiveSupplier, limits: Partial<LiveLimits> = {}): LiveLookUp =>
  liveLookUps([supplier], liveAnswers(folder), { ...LIVE_LIMITS, perSecond: 1_000, ...limits }, () => now)

/** Of each signal its value, or why there is none. */
const said = (answers: readonly LiveAnswer[]): Record<string, unknown> =>
  Object.fromEntries(answers.map(({ signal, status, value }) => [signal, status === 'ok' ? value : `(${status})`]))

/** Shaped as the example of twilio.com/docs/lookup/v2-api. */
const TWILIO = {
  calling_country_code: '1',
  country_code: 'US',
  phone_number: '+14159929960',
  national_format: '(415) 992-9960',
  valid: true,
  validation_errors: [],
  caller_name: { caller_name: null, caller_type: 'UNDETERMINED', error_code: null },
  line_type_intelligence: {
    carrier_name: 'Bandwidth/13 - Bandwidth.com - SVR',
    error_code: null,
    mobile_country_code: '313',
    mobile_network_code: '981',
    type: 'nonFixedVoip',
  },
  sim_swap: { error_code: 60606, last_sim_swap: null },
  url: 'https://lookups.twilio.com/v2/PhoneNumbers/+14159929960',
}

describe('Twilio', () => {
  test('is asked by its documented request, and its answer is read', async () => {
    answer = () => json(TWILIO)
    expect(said(await asking(twilio('AC1:secret', server.url))(number))).toEqual({
      valid: true,
      region: 'US',
      line_type: 'voip_non_fixed',
      carrier: 'Bandwidth/13 - Bandwidth.com - SVR',
      caller_name: '(not_found)',
      sim_swap: '(unauthorized)',
    })
    expect(server.asked).toEqual([
      {
        method: 'GET',
        path: '/v2/PhoneNumbers/%2B14159929960?Fields=line_type_intelligence,caller_name,sim_swap',
        authorization: `Basic ${Buffer.from('AC1:secret').toString('base64')}`,
      },
    ])
  })
  test('tells a SIM swap by its day, what it has no coverage of, and what was not asked', async () => {
    answer = () =>
      json({
        ...TWILIO,
        caller_name: { error_code: 60607 },
        sim_swap: { error_code: null, last_sim_swap: { last_sim_swap_date: '2026-11-20T03:04:05Z' } },
      })
    const told = await asking(twilio('a:b', server.url, ['caller_name', 'sim_swap']))(number)
    expect(said(told)).toMatchObject({
      caller_name: '(no_coverage)',
      sim_swap: '2026-11-20T03:04:05Z',
      line_type: '(not_requested)',
    })
  })
})

test('Telesign is asked by its documented request, and its answer is read', async () => {
  answer = () =>
    json({
      reference_id: 'F0123456789ABCDEF0123456789ABCDE',
      status: {
        updated_on: '2015-10-03T14:51:28.709526Z',
        code: 300,
        description: 'Transaction successfully completed',
      },
      location: { city: null, country: { name: 'United States', iso2: 'US', iso3: 'USA' } },
      phone_type: { code: '3', description: 'PREPAID' },
      carrier: { name: 'Telefonica UK Limited' },
      blocklisting: { blocked: false, block_code: 0, block_description: 'Not blocked' },
    })
  expect(said(await asking(telesign('C1:key', server.url))(number))).toEqual({
    valid: true,
    region: 'US',
    line_type: 'mobile',
    carrier: 'Telefonica UK Limited',
    prepaid: true,
    blocked: false,
  })
  expect(server.asked).toMatchObject([{ method: 'POST', path: '/v1/phoneid/14159929960' }])
  now += 40 * DAY_MILLIS
  answer = () => json({ status: { code: 500, description: 'Transaction not attempted' } })
  const [first] = await asking(telesign('C1:key', server.url))(number)
  expect(first).toMatchObject({ status: 'stale', value: true, askedAt: now - 40 * DAY_MILLIS })
})

test('IPQualityScore is asked by its documented request, and its score stays its own', async () => {
  answer = () =>
    json({
      message: 'Phone is valid.',
      success: true,
      valid: true,
      fraud_score: 85,
      recent_abuse: true,
      VOIP: true,
      prepaid: false,
      risky: true,
      active: null,
      carrier: 'Bandwidth.com',
      line_type: 'VOIP',
      name: 'N/A',
      country: 'US',
    })
  expect(said(await asking(ipqs('k/1', server.url))(number))).toEqual({
    valid: true,
    active: '(not_found)',
    region: 'US',
    line_type: 'voip_unknown',
    carrier: 'Bandwidth.com',
    caller_name: '(not_found)',
    prepaid: false,
    recent_abuse: true,
    score: 85,
  })
  expect(server.asked).toMatchObject([{ path: '/api/json/phone/k%2F1/14159929960' }])
  rmSync(join(folder, 'live'), { recursive: true })
  answer = () => json({ success: false, message: 'Invalid or unauthorized key. Please check the API key.' })
  expect(said(await asking(ipqs('k', server.url))(number))).toMatchObject({ score: '(unauthorized)' })
})

describe('any service that answers with JSON', () => {
  const own = (): LiveSupplier =>
    httpSupplier(
      'own',
      {
        url: `${server.url}/n/{digits}`,
        headers: { authorization: 'Bearer {key}' },
        signals: { line_type: 'data.0.type', active: 'live', carrier: 'data.1' },
      },
      'k',
    )
  test('is asked and read by its settings', async () => {
    answer = () => json({ data: [{ type: 'mobile' }, { not: 'a value' }], live: false })
    expect(said(await asking(own())(number))).toEqual({ line_type: 'mobile', active: false, carrier: '(not_found)' })
    expect(server.asked).toEqual([{ method: 'GET', path: '/n/14159929960', authorization: 'Bearer k' }])
  })
  test.each<readonly [string, () => Answer, string]>([
    ['400', () => json({}, 400), 'invalid_input'],
    ['401', () => json({}, 401), 'unauthorized'],
    ['404', () => json({}, 404), 'not_found'],
    ['429', () => json({}, 429), 'supplier_error'],
    ['500', () => json({}, 500), 'supplier_error'],
    ['302', () => json({}, 302), 'supplier_error'],
    ['no JSON', () => ({ status: 200, body: '<html>' }), 'supplier_error'],
    ['more than anybody reads', () => ({ status: 200, body: `"${'x'.repeat(300_000)}"` }), 'supplier_error'],
    ['silence', () => 'silence', 'supplier_error'],
  ])('and fails with %s is told as that', async (_what, given, status) => {
    answer = given
    const told = await asking(own(), { timeoutMillis: 300 })(number)
    expect(told.map((each) => [each.status, each.value])).toEqual(Array.from({ length: 3 }, () => [status, null]))
  })
  test('and is not there is told', async () => {
    const gone = httpSupplier('gone', { url: 'http://127.0.0.1:1/{digits}', signals: { active: 'a' } }, '')
    expect(said(await asking(gone)(number))).toEqual({ active: '(supplier_error)' })
  })
  test('cannot flood a terminal or a file with what it says', async () => {
    answer = () => json({ live: `\u001B[31m${'x'.repeat(9_000)}` })
    const [, active] = await asking(own())(number)
    expect(active?.value?.toString()).toMatch(/^\[31mx{190,}…$/)
  })
})

describe('what was asked', () => {
  const simple = (): LiveSupplier =>
    httpSupplier('simple', { url: `${server.url}/{digits}`, signals: { active: 'live' } }, '')
  const isAsked = (): number => server.asked.length
  test('is not asked again before it is old, and then is', async () => {
    answer = () => json({ live: true })
    const ask = asking(simple())
    for (const days of [0, 29, 2]) {
      now += days * DAY_MILLIS
      expect(said(await ask(number))).toEqual({ active: true })
    }
    expect(isAsked()).toBe(2)
  })
  test('and old is told as stale where the supplier fails now', async () => {
    answer = () => json({ live: true })
    await asking(simple())(number)
    now += 31 * DAY_MILLIS
    answer = () => json({}, 500)
    expect(await asking(simple())(number)).toMatchObject([{ status: 'stale', value: true }])
  })
  test('and failed is asked again', async () => {
    answer = () => json({}, 503)
    await asking(simple())(number)
    answer = () => json({ live: true })
    expect(said(await asking(simple())(number))).toEqual({ active: true })
  })
  test('and lies there damaged is asked again', async () => {
    answer = () => json({ live: true })
    await asking(simple())(number)
    const names = readdirSync(join(folder, 'live'), { recursive: true, encoding: 'utf8' })
    const file = names.find((name) => name.endsWith('.json'))
    writeFileSync(join(folder, 'live', file ?? ''), '[{"askedAt":')
    expect(said(await asking(simple())(number))).toEqual({ active: true })
    expect(isAsked()).toBe(2)
  })
  test('is never more than a day’s budget, which outlives the process, and is new the next day', async () => {
    answer = () => json({ live: true })
    const numbers = Array.from({ length: 4 }, (_, at) => numberFromDigits(14_159_929_960 + at))
    const answers: unknown[] = []
    for (const own of numbers) answers.push(said(await asking(simple(), { budgetPerDay: 2 })(own)).active)
    expect(answers).toEqual([true, true, '(not_requested)', '(not_requested)'])
    now += DAY_MILLIS
    expect(said(await asking(simple(), { budgetPerDay: 2 })(numbers[3] as typeof number))).toEqual({ active: true })
  })
  test('is asked no faster than it may be', async () => {
    const ask = asking(simple(), { perSecond: 20 })
    const started = performance.now()
    for (let at = 0; at < 5; at++) await ask(numberFromDigits(14_159_929_960 + at))
    expect(performance.now() - started).toBeGreaterThan(190)
  })
  test('keeps no key and no number in a name', async () => {
    answer = () => json(TWILIO)
    await asking(twilio('AC1:secret', server.url))(number)
    const names = readdirSync(join(folder, 'live'), { recursive: true, encoding: 'utf8' })
    const files = names.filter((name) => name.endsWith('.json'))
    expect(names.join()).not.toContain('4159929960')
    expect(files.map((name) => readFileSync(join(folder, 'live', name), 'utf8')).join()).not.toContain('secret')
  })
})
