import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { lifeCounts, severalOf, watchedDays } from '../src/analyze/life/life-queries.ts'
import type { LifeCount } from '../src/analyze/life/life-queries.ts'
import { lifeOf } from '../src/analyze/life/life.ts'
import { sliceCondition } from '../src/analyze/life/slice-condition.ts'
import { openEmbedded } from '../src/store/embedded-session.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Variety } from '../src/model/life.ts'
import type { Query } from '../src/model/query.ts'
import type { Session } from '../src/store/session.ts'
import { machine } from './figures.ts'
import { quiet } from './quiet.ts'

const USAGE = `npm run bench:life -- [--sizes 1000000,10000000,100000000]

Makes sightings inside the embedded engine, some five a number over 400 days, and works out lifespans, reuse and cool-downs
of all numbers; beside it the same in plain SQL of the same engine. In brackets: processor time.`

/** Seconds on the clock, and of processor time: the one that a loaded machine does not lengthen. */
type Taken = { readonly seconds: number; readonly processorSeconds: number }

type Measured = {
  readonly size: number
  readonly numbers: number
  /** Lifespans, reuse and cool-downs. */
  readonly life: Taken
  /** How many numbers were seen with several subjects, brands, vehicles and domains. */
  readonly several: Taken
  /** null where it ran out of what it was given. */
  readonly plain: Taken | null
  readonly memoryBytes: number
}

/** How many sightings one statement makes. */
const PIECE = 10_000_000

/** Days are drawn around the number's own first day, so that spells, returns and days in a row are all there. */
const made = (from: number, count: number): string => `
INSERT INTO sightings (number, evidence, seen_at, channel, source, role, vehicle, message, brand, sender_domain, subject, ingested_at)
SELECT 18000000000 + intHash32(intDiv(number, 5)) % 4000000000 AS n, generateUUIDv4(),
  toDateTime64('2025-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(
    86400 * (intHash32(n + 7) % 300 + intDiv(intHash32(number + 13) % 100, if(n % 3 = 0, 50, 1)))
    + intHash32(number) % 86400),
  if(n % 4 = 0, 'scam_email_body', 'otp_platform_web'), 'bench', if(n % 4 = 0, 'callback', ''), if(n % 4 = 0, 'body', ''),
  if(n % 4 = 0, toString(number), ''), if(n % 4 = 0, ['norton', 'paypal', 'geek_squad'][number % 3 + 1], ''),
  if(n % 4 = 0, concat('d', toString(number % 50), '.example'), ''), if(n % 4 = 0, concat('Order ', toString(number % 9)), ''),
  now64(3)
FROM numbers(${from}, ${count})`

/** What one writes without a second thought: a row for each day of a number, then windows over them. */
const PLAIN: Query<unknown> = {
  sql: `SELECT count() AS numbers, median(last_day - first_day) AS lifespan, countIf(nearest = 1) AS reused, sum(cool_downs) AS downs
FROM (
  SELECT number, min(day) AS first_day, max(day) AS last_day, minIf(gap, gap > 0) AS nearest, countIf(gap > 1) AS cool_downs
  FROM (
    SELECT number, day, day - lagInFrame(day, 1, day) OVER (PARTITION BY number ORDER BY day) AS gap
    FROM (SELECT DISTINCT number, toInt32(toDate32(seen_at)) AS day FROM sightings WHERE NOT hidden AND role IN ('', 'callback', 'messaging'))
  )
  GROUP BY number
)
SETTINGS max_memory_usage = 8000000000, max_execution_time = 400`,
  params: {},
  decode: (row) => row,
}

/** One size, in a process of its own, whose memory is told. */
async function measure(size: number): Promise<Measured> {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-bench-life-'))
  try {
    const store = await openStore({ data, clickhouseUrl: null })
    await store.close()
    const session = await openEmbedded(join(data, 'clickhouse'))
    for (let from = 0; from < size; from += PIECE) await session.command(made(from, Math.min(PIECE, size - from)))
    await quiet(session)
    const condition = sliceCondition({}, null)
    let [watched, counts] = [{ from: 0, to: 0 }, [] as LifeCount[]]
    const life = await taken(async () => {
      watched = (await ask(session, watchedDays(condition)))[0]!
      counts = await ask(session, lifeCounts(condition, watched.to))
    })
    const memoryBytes = process.resourceUsage().maxRSS * 1024
    let several: Record<Variety, number> | null = null
    const severalTaken = await taken(async () => ([several = null] = await ask(session, severalOf(condition))))
    const plain = await taken(() => ask(session, PLAIN)).catch(() => null)
    const { numbers } = lifeOf(counts, several!, watched)!
    await session.close()
    return { size, numbers, life, several: severalTaken, plain, memoryBytes }
  } finally {
    rmSync(data, { recursive: true })
  }
}

async function ask<Row>(session: Session, { sql, params, decode }: Query<Row>): Promise<Row[]> {
  return (await session.rows(sql, params)).map(decode)
}

async function taken(work: () => Promise<unknown>): Promise<Taken> {
  const [startedAt, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { seconds: (performance.now() - startedAt) / 1_000, processorSeconds: (user + system) / 1e6 }
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000000,10000000,100000000' },
    one: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) console.log(USAGE)
else if (values.one !== undefined) console.log(JSON.stringify(await measure(Number(values.one))))
else {
  console.log(`${machine()}\n`)
  console.log('| sightings | numbers | lifespan, reuse, cool-down | several subjects … | plain SQL | memory |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const size of values.sizes.split(',')) {
    const [program, flags] = [process.argv[1]!, ['--import', 'tsx']]
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, program, '--one', size])
    const told = JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured
    const seconds = (value: Taken | null): string =>
      value ? `${value.seconds.toFixed(1)} s (${value.processorSeconds.toFixed(1)} s)` : 'over 8 GB or 400 s'
    const cells = [
      told.size.toLocaleString('en'),
      told.numbers.toLocaleString('en'),
      seconds(told.life),
      seconds(told.several),
      seconds(told.plain),
      `${(told.memoryBytes / 1e9).toFixed(1)} GB`,
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
