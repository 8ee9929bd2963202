import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IngestSummary } from '../../src/app/ingest.ts'
import { digitsOf, numberFromDigits } from '../../src/model/phone-number.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import { ringtrace, startRingtrace } from './command-line.ts'
import { scamMail } from './scam-mail.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-kill-'))
})
afterEach(() => rm(data, { recursive: true }))

const RECORDS = 230_000
const FIRST = 18_030_000_000 + 2_000_000
const IMPORT = ['import', 'records.ndjson', '--channel', 'otp_platform_web', '--acknowledge']

/** How many of the first records are in the store, and how many sightings there are of them. */
async function stored(first: number): Promise<{ numbers: number; sightings: number }> {
  const store = await openStore({ data: join(data, 'store'), clickhouseUrl: null })
  try {
    const [counts] = await store.ask({
      sql: `SELECT uniqExact(number) AS numbers, count() AS sightings FROM sightings WHERE number < {end:UInt64}`,
      params: { end: FIRST + first },
      decode: (row) => ({ numbers: Number(row['numbers']), sightings: Number(row['sightings']) }),
    })
    return counts ?? { numbers: 0, sightings: 0 }
  } finally {
    await store.close()
  }
}

/** Kills an import so long after so many acknowledgements; resolves to what it had acknowledged. */
async function killedImport(acknowledgements: number, waitMillis: number): Promise<number> {
  const started = startRingtrace(data, IMPORT)
  let acknowledged = 0
  let seen = 0
  const kill = (): unknown => setTimeout(() => started.signal('SIGKILL'), waitMillis)
  if (acknowledgements === 0) kill()
  started.onLine((line) => {
    const written = /^(\d+) sightings? written$/.exec(line)
    if (!written) return
    acknowledged = Number(written[1])
    if (++seen === acknowledgements) kill()
  })
  await started.ended
  return acknowledged
}

test(
  'nothing acknowledged is missing after kill -9, and nothing is double after the import is run again',
  { timeout: 600_000 },
  async () => {
    const lines = Array.from({ length: RECORDS }, (_, index) =>
      JSON.stringify({ number: numberFromDigits(FIRST + index), seenAt: Date.UTC(2026, 2, 1) + index * 1_000 }),
    )
    await writeFile(join(data, 'records.ndjson'), lines.join('\n'))

    const random = Math.random()
    for (const [acknowledgements, most] of [
      [0, 3_000],
      [1, 1_500],
      [2, 1_500],
      [3, 1_500],
    ] as const) {
      const waitMillis = Math.floor(random * most)
      const acknowledged = await killedImport(acknowledgements, waitMillis)
      if (acknowledgements > 0) expect(acknowledged).toBeGreaterThan(0)
      const killed = `killed ${waitMillis} ms after ${acknowledgements} acknowledgements`
      expect({ killed, ...(await stored(acknowledged)) }).toEqual({
        killed,
        numbers: acknowledged,
        sightings: acknowledged,
      })
    }

    const whole = await ringtrace(data, [...IMPORT, '--json'])
    expect(JSON.parse(whole.stdout)).toMatchObject({ records: RECORDS, sightings: RECORDS, knownNumbers: RECORDS })
    expect(await stored(RECORDS)).toEqual({ numbers: RECORDS, sightings: RECORDS })
    const index = await openNumberIndex(join(data, 'store'))
    for (let at = 0; at < RECORDS; at += 997) {
      const number = numberFromDigits(FIRST + at)
      expect([digitsOf(number), index.profile(number)?.records.map(({ sightings }) => sightings)]).toEqual([
        FIRST + at,
        [1],
      ])
    }
    await index.close()
  },
)

test('an ingest that was killed and run again answers as one that was not', { timeout: 600_000 }, async () => {
  const MAILS = 300
  const clean = join(data, 'clean')
  await mkdir(join(data, 'mail'))
  await mkdir(clean)
  for (let mail = 0; mail < MAILS; mail++) {
    const numbers = [mail % 50, (mail * 7) % 50].map((nth) => numberFromDigits(18_034_714_500 + nth))
    await writeFile(join(data, 'mail', `${mail}.eml`), scamMail(mail, numbers))
  }
  const random = Math.random()
  for (const most of [2_000, 4_000, 6_000]) {
    const started = startRingtrace(data, ['ingest', 'mail'])
    setTimeout(() => started.signal('SIGKILL'), Math.floor(random * most))
    await started.ended
  }
  const [again, once] = [
    await ringtrace(data, ['ingest', 'mail', '--json']),
    await ringtrace(clean, ['ingest', '../mail', '--json']),
  ].map(({ stdout }) => JSON.parse(stdout) as IngestSummary)
  expect(once).toMatchObject({ messages: MAILS, numbers: 50, newNumbers: 50 })
  expect(again).toMatchObject({ messages: MAILS, numbers: 50, written: once?.written })
  const rings = await ringtrace(clean, ['rings', '--json'])
  expect(rings.stdout).not.toBe('')
  expect((await ringtrace(data, ['rings', '--json'])).stdout).toBe(rings.stdout)
})
