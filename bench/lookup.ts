import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lookUp } from '../src/app/look-up.ts'
import type { Knowledge } from '../src/app/look-up.ts'
import { loadReference } from '../src/collect/reference.ts'
import { digitsOf, numberFromDigits } from '../src/model/phone-number.ts'
import type { PhoneNumber } from '../src/model/phone-number.ts'
import { BLOCK_WIDTHS, blockStart } from '../src/model/profile.ts'
import type { BlockCount, Profile } from '../src/model/profile.ts'
import { sighting } from '../src/model/sighting.ts'
import type { Sighting } from '../src/model/sighting.ts'
import type { NumberIndex } from '../src/store/number-index.ts'
import { openNumberIndex } from '../src/store/open-number-index.ts'
import { openStore } from '../src/store/open-store.ts'
import { machine, markdown, medianMillis } from './figures.ts'
import type { Benchmark, Figure } from './figures.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const ASKED = 20_000
const AT_ONCE = 100_000
const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 20)
const CHANNELS = ['otp_platform_web', 'scam_email_body', 'public_sms_gateway', 'user_report'] as const

/**
 * Look-ups in process: from the index on disk, and from a JavaScript Map of the same profiles in memory.
 * Half of the numbers asked were seen; the others lie between them.
 */
export const lookupBenchmark: Benchmark = async () => {
  const figures: Figure[] = []
  for (const size of SIZES) figures.push(...(await measure(size)))
  return figures
}

async function measure(size: number): Promise<Figure[]> {
  const data = await mkdtemp(join(tmpdir(), 'ringtrace-bench-lookup-'))
  try {
    await fill(data, size)
    const index = await openNumberIndex(data)
    try {
      return await compare(index, size)
    } finally {
      await index.close()
    }
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

async function fill(data: string, size: number): Promise<void> {
  const store = await openStore({ data, clickhouseUrl: null })
  try {
    for (let start = 0; start < size; start += AT_ONCE) {
      await store.write(Array.from({ length: Math.min(AT_ONCE, size - start) }, (_, i) => sightingOf(start + i)))
    }
    await store.refreshIndex()
  } finally {
    await store.close()
  }
}

async function compare(index: NumberIndex, size: number): Promise<Figure[]> {
  const reference = await loadReference()
  const map = inMemory(index, size)
  const asked = Array.from({ length: ASKED }, (_, i) => numberAt(scattered(i) % size, i % 2))
  const perSecond = async (work: (number: PhoneNumber) => unknown): Promise<number> =>
    (ASKED / (await medianMillis(() => asked.forEach(work)))) * 1_000
  const scored = (known: Knowledge) => (number: PhoneNumber) =>
    lookUp(number, { index: known, reference, now: NOW, region: null })
  const name = 'the same from a Map'
  const numbers = `${size.toLocaleString('en')} numbers`
  return [
    {
      work: 'profile of a number',
      size: numbers,
      ours: await perSecond((number) => index.profile(number)),
      unit: '/s',
      peer: { name, value: await perSecond((number) => map.profile(number)) },
    },
    {
      work: 'look-up: read, facts, score with reasons',
      size: numbers,
      ours: await perSecond(scored(index)),
      unit: '/s',
      peer: { name, value: await perSecond(scored(map)) },
    },
  ]
}

/** The index, copied into Maps. */
function inMemory(index: NumberIndex, size: number): Knowledge {
  const profiles = new Map<number, Profile>()
  const blocks = new Map<string, BlockCount>()
  for (let i = 0; i < size; i++) {
    const number = numberAt(i)
    const digits = digitsOf(number)
    const profile = index.profile(number)
    if (profile) profiles.set(digits, profile)
    for (const width of BLOCK_WIDTHS) {
      const key = `${width} ${blockStart(digits, width)}`
      const count = blocks.has(key) ? null : index.block(number, width)
      if (count) blocks.set(key, count)
    }
  }
  const [coverage, returns] = [index.coverage(), index.returns()]
  return {
    profile: (number) => profiles.get(digitsOf(number)) ?? null,
    block: (number, width) => blocks.get(`${width} ${blockStart(digitsOf(number), width)}`) ?? null,
    coverage: () => coverage,
    returns: () => returns,
  }
}

/** Numbers of +1 803, three apart, so that `offset` 1 gives one that nobody has seen. */
function numberAt(place: number, offset = 0): PhoneNumber {
  return numberFromDigits(18_032_000_000 + place * 3 + offset)
}

function sightingOf(place: number): Sighting {
  const channel = CHANNELS[place % CHANNELS.length]!
  return sighting({
    number: numberAt(place),
    seenAt: NOW - (scattered(place) % 90) * DAY,
    channel,
    source: `feed${place % 3}`,
    ...(channel === 'scam_email_body' && { role: 'callback', message: `mail${place >> 3}`, brand: 'norton' }),
  })
}

/** A fixed scattering of the whole numbers. Source: Knuth, multiplicative hashing. */
function scattered(place: number): number {
  return Math.imul(place + 1, 2_654_435_761) >>> 0
}

if (import.meta.filename === process.argv[1]) console.log(`${machine()}\n\n${markdown(await lookupBenchmark())}`)
