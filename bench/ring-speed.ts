import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ringGraph } from '../src/analyze/rings/ring-graph.ts'
import { ringMembers } from '../src/analyze/rings/ring-queries.ts'
import { traceRings } from '../src/app/trace-rings.ts'
import { numberFromDigits } from '../src/model/phone-number.ts'
import type { Member } from '../src/analyze/rings/member.ts'
import { openEmbedded } from '../src/store/embedded-session.ts'
import { openStore } from '../src/store/open-store.ts'
import { machine } from './figures.ts'

const USAGE = `npm run bench:ring-speed -- [--millions 1,3,10]

Traces rings in stores of so many million sightings from scratch, then takes in single sightings of known numbers and of
new ones, and prints how long each took. Half of the sightings are mail of rings of 24 numbers (which change template,
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
    await session.close()
    let store = await openStore({ data, clickhouseUrl: null })
    const began = process.cpuUsage()
    const startedAt = performance.now()
    const rings = await traceRings(store, { officialLines: new Map() })
    const seconds = (performance.now() - startedAt) / 1_000
    const cpu = (process.cpuUsage(began).user / 1e6).toFixed(0)
    const count = rings.length
    const largest = rings[0]?.numbers.length ?? 0
    const graph = ringGraph()
    const known: Member[] = []
    let members = 0
    for await (const some of store.stream(ringMembers())) {
      for (const member of some) {
        graph.put(member)
        if (members++ % 5_000 === 0) known.push(member)
      }
    }
    graph.settle()
    const millis = known.flatMap((member, at) => {
      const { lastSeenAt } = member
      const moved = (of: Member): Member => ({
        ...of,
        lastSeenAt: lastSeenAt + 1,
        standings: of.standings.map((standing) => ({ ...standing, lastSeenAt: lastSeenAt + 1 })),
      })
      return [moved(member), { ...moved(member), number: numberFromDigits(13_000_000_000 + at * 10_007) }].map(
        (next) => {
          const beganAt = performance.now()
          graph.put(next)
          graph.settle()
          return performance.now() - beganAt
        },
      )
    })
    millis.sort((a, b) => a - b)
    const at = (share: number): string =>
      millis[Math.min(millis.length - 1, Math.floor(millis.length * share))]!.toFixed(2)
    const gigabytes = (process.memoryUsage().rss / 2 ** 30).toFixed(1)
    const peak = (process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)
    console.log(
      `| ${millions} M | ${members} | ${count} (largest ${largest}) | ${seconds.toFixed(1)} s (user ${cpu} s) | ${at(0.5)} / ${at(0.99)} / ${at(1)} ms | ${gigabytes} GiB, peak ${peak} |`,
    )
    await store.close()
  } finally {
    rmSync(data, { recursive: true })
  }
}

const { values } = parseArgs({
  options: { millions: { type: 'string', default: '1,3,10' }, help: { type: 'boolean', default: false } },
})
if (values.help) console.error(USAGE)
else {
  console.log(machine())
  console.log('| sightings | numbers in mail | rings | from scratch | one number more (median / p99 / most) | memory |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const millions of values.millions.split(',').map(Number)) await measure(millions)
}
