import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import type { Mailing } from '../src/analyze/campaigns/campaign-queries.ts'
import { campaignIndexes } from '../src/analyze/campaigns/campaigns.ts'
import { CAMPAIGN_SILENCE_DAYS } from '../src/analyze/campaigns/gathered.ts'
import { campaignSources } from '../src/app/find-campaigns.ts'
import { findRings, traceRings } from '../src/app/trace-rings.ts'
import { loadReference } from '../src/collect/reference.ts'
import { DAY_MILLIS } from '../src/model/day.ts'
import { sighting } from '../src/model/sighting.ts'
import { letters, PART_OF } from '../src/simulate/letters.ts'
import type { Letter } from '../src/simulate/letters.ts'
import { linesToCopy } from '../src/simulate/official-lines.ts'
import { world } from '../src/simulate/world.ts'
import type { World } from '../src/simulate/world.ts'
import { openStore } from '../src/store/open-store.ts'
import { bCubed } from './b-cubed.ts'
import type { BCubed, Grouped } from './b-cubed.ts'
import { machine } from './figures.ts'

const USAGE = `npm run bench:rings -- [--seeds N] [--numbers N] [--noise 0,0.5,…]

Traces rings and campaigns in made-up worlds whose truth is known, and prints how well both agree with it (B-cubed).`

type Measured = { readonly rings: BCubed; readonly campaigns: BCubed }

/** One world. In a process of its own: the embedded engine has one folder in each. */
async function measure(seed: string, noise: number, numbers: number): Promise<Measured> {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-bench-rings-'))
  try {
    const reference = await loadReference()
    const made = world({ seed, noise, numbers, officialLines: linesToCopy(reference.officialLines.values()) })
    const store = await openStore({ data, clickhouseUrl: null })
    await store.write([...made.facts()].map(sighting))
    await traceRings(store, reference)
    const rings = await findRings(store)
    const ringOf = new Map(rings.flatMap(({ id, numbers: own }) => own.map((number) => [number as string, id])))
    const { seen, sources } = await campaignSources(store)
    const campaigns = campaignIndexes(seen, sources)
    const measured = {
      rings: bCubed(ringItems(made, ringOf)),
      campaigns: bCubed(campaignItems(made, seen, campaigns)),
    }
    await store.close()
    return measured
  } finally {
    rmSync(data, { recursive: true })
  }
}

/** Every number that mail of a ring wanted called; what is in no ring is alone. */
function ringItems(made: World, ringOf: ReadonlyMap<string, string>): Grouped[] {
  return [...made.operators()]
    .filter(({ kind }) => kind === 'scam_mail_ring')
    .flatMap(({ id, numbers }) => numbers.map(({ number }) => ({ group: ringOf.get(number) ?? number, truth: id })))
}

/**
 * Every letter, with the campaign it is in; in truth a campaign is one dialect of one ring with no long silence in
 * between.
 */
function campaignItems(made: World, seen: readonly Mailing[], campaigns: readonly number[]): Grouped[] {
  const campaignOf = new Map(seen.map((mailing, at) => [lookOf(mailing), campaigns[at]!]))
  return [...made.operators()].flatMap((operator) => {
    const spells = new Map<Letter['dialect'], { count: number; lastSeenAt: number }>()
    return [...letters(made.shape, operator)].map((letter) => {
      const { dialect, sentAt } = letter
      const last = spells.get(dialect)
      const isOn = last && sentAt - last.lastSeenAt <= CAMPAIGN_SILENCE_DAYS * DAY_MILLIS
      const spell = isOn ? last : { count: (last?.count ?? 0) + 1, lastSeenAt: sentAt }
      spells.set(dialect, { ...spell, lastSeenAt: Math.max(spell.lastSeenAt, sentAt) })
      const group = campaignOf.get(lookOfLetter(letter))
      if (group === undefined) throw new Error(`letter ${letter.id} is in no campaign`)
      return { group: String(group), truth: `${operator.id} ${dialect.fingerprint} ${spell.count}` }
    })
  })
}

function lookOf({
  template,
  attachment,
  numbers,
  dayAt,
  brand,
  senderDomain,
  vehicle,
}: Omit<Mailing, 'picture'>): string {
  return [template, attachment, numbers.join(), dayAt, brand, senderDomain, vehicle].join('\n')
}

function lookOfLetter(letter: Letter): string {
  return lookOf({
    ...letter,
    template: letter.print?.fingerprint ?? '',
    sketch: '',
    attachment: letter.attachment ?? '',
    numbers: [...new Set(letter.read)].sort((a, b) => Number(a) - Number(b)),
    dayAt: letter.sentAt - (letter.sentAt % DAY_MILLIS),
    brand: letter.brand.id,
    vehicle: PART_OF[letter.vehicle],
    messages: 1,
    message: letter.id,
  })
}

async function measureApart(seed: string, noise: number, numbers: number): Promise<Measured> {
  const args = [
    '--import',
    'tsx',
    import.meta.filename,
    '--seed',
    seed,
    '--noise',
    `${noise}`,
    '--numbers',
    `${numbers}`,
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as Measured
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    seed: { type: 'string' },
    numbers: { type: 'string', default: '4000' },
    noise: { type: 'string', default: '0,0.2,0.4,0.6,0.8,1' },
    help: { type: 'boolean', default: false },
  },
})
const numbers = Number(values.numbers)
if (values.help) console.error(USAGE)
else if (values.seed !== undefined) {
  console.log(JSON.stringify(await measure(values.seed, Number(values.noise), numbers)))
} else {
  console.log(`${machine()}; ${values.seeds} worlds of ${numbers} numbers at each noise; mean (worst)\n`)
  console.log('| noise | rings: precision | recall | campaigns: precision | recall |\n| --- | --- | --- | --- | --- |')
  for (const noise of values.noise.split(',').map(Number)) {
    const worlds: Measured[] = []
    for (let seed = 1; seed <= Number(values.seeds); seed++) worlds.push(await measureApart(`${seed}`, noise, numbers))
    const told = (of: (world: Measured) => number): string => {
      const shares = worlds.map(of)
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
      return `${mean.toFixed(3)} (${Math.min(...shares).toFixed(3)})`
    }
    const row = [
      told(({ rings }) => rings.precision),
      told(({ rings }) => rings.recall),
      told(({ campaigns }) => campaigns.precision),
      told(({ campaigns }) => campaigns.recall),
    ]
    console.log(`| ${noise} | ${row.join(' | ')} |`)
  }
}
