import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ringGraph } from '../src/analyze/rings/ring-graph.ts'
import type { Member, Stood } from '../src/analyze/rings/member.ts'
import { ringMembers, STOOD_KINDS, stoodIn } from '../src/analyze/rings/ring-queries.ts'
import { ringKeeper } from '../src/app/ring-keeper.ts'
import type { RingKeeper } from '../src/app/ring-keeper.ts'
import { countRings, findRings } from '../src/app/trace-rings.ts'
import { digitsOf, numberFromDigits } from '../src/model/phone-number.ts'
import { sighting } from '../src/model/sighting.ts'
import type { Store } from '../src/store/store.ts'
import { WATERMARK } from '../src/analyze/watermark.ts'
import { openEmbedded } from '../src/store/embedded-session.ts'
import { openStore } from '../src/store/open-store.ts'
import { machine } from './figures.ts'
import { quiet } from './quiet.ts'

const USAGE = `npm run bench:ring-speed -- [--millions 1,3,10]

Traces rings in stores of so many million sightings from scratch, then takes in single sightings of known numbers and of
new ones, in memory and through the store, and prints how long each took: median, 99th percentile, most. Half of the sightings are mail of rings of 24 numbers (which change template,
domain and block as they go, half of them with a reply-to address), half are numbers of OTP sites.`

/** Numbers of one ring; sightings of one number. */
const RING = 24
const SEEN = 6

/** Made inside the engine: a million rows take a second. */
function rows(sightings: number): string {
  const mails = sightings / 2
  return `INSERT INTO ringtrace.sightings (number, evidence, seen_at, channel, source, role, vehicle, hidden, message, brand,
  template, attachment, sender_domain, reply_to, service, country, scenario, ingested_at)
SELECT if(is_mail, 12000000000 + intDiv(n, ${RING * 4}) * 10000 + n % ${RING * 4} * 7, 440000000000 + n) AS number,
  reinterpretAsUUID(sipHash128(id)), toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(ring % 7776000 + n % ${RING} * 86400 * 2 + seen * 40000 % 700000),
  if(is_mail, 'scam_email_body', 'otp_platform_web'), 'bench', if(is_mail, 'callback', ''), if(is_mail, 'body', ''), false,
  if(is_mail, hex(sipHash128(if(id % 5 = 0, id + ${SEEN}, id))), ''), if(is_mail, ['norton', 'paypal', 'mcafee', 'amazon'][ring % 4 + 1], ''),
  if(is_mail, hex(sipHash64(ring, intDiv(n % ${RING}, 12))), ''), if(is_mail AND ring % 3 = 0, hex(sipHash128(number)), ''),
  if(is_mail, concat('d', toString(ring * 4 + intDiv(n % ${RING} + seen % 2 * 3, 8)), '.example'), ''), if(is_mail AND ring % 2 = 0, concat('r', toString(ring), '@gmail.com'), ''),
  if(is_mail, '', ['whatsapp', 'telegram', 'google'][n % 3 + 1]), 'US', '', now64(3)
FROM (
  SELECT number AS id, number < ${mails} AS is_mail, intDiv(if(is_mail, number, number - ${mails}), ${SEEN}) AS n, number % ${SEEN} AS seen, intDiv(n, ${RING}) AS ring
  FROM numbers(${sightings})
)`
}

async function measure(millions: number): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-ring-speed-'))
  try {
    // The store is made first, then filled from inside.
    await (await openStore({ data, clickhouseUrl: null })).close()
    const session = await openEmbedded(join(data, 'clickhouse'))
    await session.command(rows(millions * 1_000_000))
    await quiet(session)
    await session.close()
    const store = await openStore({ data, clickhouseUrl: null })
    const began = process.cpuUsage()
    const startedAt = performance.now()
    const keeper = ringKeeper(store, { officialLines: new Map() })
    await keeper.trace(Date.now())
    const seconds = (performance.now() - startedAt) / 1_000
    const cpu = (process.cpuUsage(began).user / 1e6).toFixed(0)
    const peak = (process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)
    const [largest] = await findRings(store, { limit: 1 })
    const { rings, numbers } = await countRings(store)
    const told = [
      `${millions} M`,
      grouped(numbers),
      `${grouped(rings)} (largest ${largest?.numbers.length ?? 0})`,
      `${seconds.toFixed(1)} s (user ${cpu} s)`,
      spread(await more(store)),
      spread(await followed(store, keeper)),
      `${peak} GiB`,
    ]
    console.log(`| ${told.join(' | ')} |`)
    await store.close()
  } finally {
    rmSync(data, { recursive: true })
  }
}

/** Milliseconds that each number took that was seen once more, or for the first time with what another was seen with. */
async function more(store: Store): Promise<number[]> {
  const graph = ringGraph()
  const known: Member[] = []
  for await (const some of store.stream(ringMembers())) {
    for (const member of some) {
      graph.put(member)
      if (digitsOf(member.number) % 997 < 5 && known.length < 1_000) known.push(member)
    }
  }
  const asked = new Map(known.map(({ number }) => [digitsOf(number), [] as Stood[]]))
  for (const kind of STOOD_KINDS) {
    for await (const some of store.stream(stoodIn([kind]))) {
      for (const stood of some) {
        graph.stand(stood)
        for (const [at, digits] of stood.digits.entries()) asked.get(digits)?.push(alone(stood, at))
      }
    }
  }
  graph.settle()
  return known.flatMap((member, at) => {
    const stood = asked.get(digitsOf(member.number))!
    const next = numberFromDigits(13_000_000_000 + at * 10_007)
    return [member.number, next].map((number) => {
      const beganAt = performance.now()
      graph.put({ ...member, number, lastSeenAt: member.lastSeenAt + 1 })
      for (const each of stood) graph.stand({ ...each, digits: [digitsOf(number)] })
      graph.settle()
      return performance.now() - beganAt
    })
  })
}

/** One of the numbers of a thing. */
function alone({ kind, shared, digits, firstSeenAt, lastSeenAt, messages }: Stood, at: number): Stood {
  const one = <Value>(values: readonly Value[]): [Value] => [values[at]!]
  return {
    kind,
    shared,
    digits: one(digits),
    firstSeenAt: one(firstSeenAt),
    lastSeenAt: one(lastSeenAt),
    messages: messages.length > 0 ? one(messages) : [],
  }
}

/** Milliseconds from a sighting that was written to its ring in the store and in look-ups. */
async function followed(store: Store, keeper: RingKeeper): Promise<number[]> {
  const millis: number[] = []
  for (let ring = 0; ring < 50; ring++) {
    const [watermark] = await store.ask(WATERMARK)
    const at = Date.now()
    const [senderDomain, replyTo] = [`d${ring * 8}.example`, `r${ring * 2}@gmail.com`]
    const number = numberFromDigits(13_100_000_000 + ring * 10_007)
    const seen = { number, seenAt: at, channel: 'scam_email_body', source: 'bench', role: 'callback' } as const
    await store.write([sighting({ ...seen, message: `bench ${ring}`, brand: 'norton', senderDomain, replyTo })])
    const beganAt = performance.now()
    await keeper.follow(watermark!.lastAt + 1, Date.now())
    millis.push(performance.now() - beganAt)
  }
  return millis
}

/** Median, 99th percentile and the most of milliseconds. */
function spread(millis: readonly number[]): string {
  const sorted = millis.toSorted((a, b) => a - b)
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2)
  return `${at(0.5)} / ${at(0.99)} / ${at(1)} ms`
}

const grouped = (count: number): string => count.toLocaleString('en')

const { values } = parseArgs({
  options: { millions: { type: 'string', default: '1,3,10' }, help: { type: 'boolean', default: false } },
})
if (values.help) console.error(USAGE)
else {
  console.log(machine())
  console.log(
    '| sightings | numbers in rings | rings | from scratch | one number more, in memory | from store to look-up | memory |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const millions of values.millions.split(',').map(Number)) await measure(millions)
}
