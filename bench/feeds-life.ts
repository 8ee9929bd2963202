import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { tellLife } from '../src/app/tell-life.ts'
import { loadReference } from '../src/collect/reference.ts'
import { readNumber } from '../src/model/phone-number.ts'
import { sighting } from '../src/model/sighting.ts'
import type { Sighting } from '../src/model/sighting.ts'
import { lifeSummary } from '../src/render/life.ts'
import { openStore } from '../src/store/open-store.ts'
import { machine } from './figures.ts'

// How long the numbers of two real feeds live, rest and come back.

const feeds = fileURLToPath(new URL('../../shared/data/feeds/', import.meta.url))
const unpacked = (name: string): string => gunzipSync(readFileSync(join(feeds, name))).toString('utf8')

const seen = (source: string, written: string, day: string): Sighting[] => {
  const read = readNumber(`+${written.replace(/\D/g, '')}`)
  const seenAt = Date.parse(day)
  if ('error' in read || Number.isNaN(seenAt)) return []
  return [sighting({ number: read.number, seenAt, channel: 'otp_platform_web', source })]
}

const castle = unpacked('castle-daily.ndjson.gz')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { number: string; date: string })
  .flatMap(({ number, date }) => seen('castle', number, date))
const sms = Object.entries(JSON.parse(unpacked('ip1sms.json.gz')) as Record<string, string>).flatMap(([number, day]) =>
  seen('ip1sms', number, day),
)

const data = mkdtempSync(join(tmpdir(), 'ringtrace-bench-feeds-'))
try {
  const [store, reference] = [await openStore({ data, clickhouseUrl: null }), await loadReference()]
  await store.write([...castle, ...sms])
  console.log(`${machine()}\n`)
  for (const source of ['castle', 'ip1sms']) {
    const life = await tellLife(store, reference, { source }, Date.now())
    if (!life) throw new Error(`nothing of ${source} could be read`)
    console.log(`${source}: ${lifeSummary(life)}\n`)
  }
  await store.close()
} finally {
  rmSync(data, { recursive: true })
}
