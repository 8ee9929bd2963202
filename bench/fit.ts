import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPagePainter } from '../src/app/page-painter.ts'
import { scan } from '../src/app/scan.ts'
import { collectMessages } from '../src/collect/messages.ts'
import { loadReference } from '../src/collect/reference.ts'
import { findMentions } from '../src/extract/find/find-mentions.ts'
import { judge } from '../src/lure/judge.ts'
import { BASE_POINTS, SIGNALS } from '../src/lure/signals.ts'
import type { Signal } from '../src/model/verdict.ts'
import { mails } from '../src/simulate/mails.ts'
import { WORLD } from '../src/simulate/world-shape.ts'
import { world } from '../src/simulate/world.ts'
import { mailIn, readLabels } from './labelled-mail.ts'
import { messageOf, writtenMails } from './written-mail.ts'

/** One mail as the verdict sees it: the signals that fired, and whether it is callback phishing. */
type Case = { readonly source: string; readonly isLure: boolean; readonly fired: readonly number[] }

const SHARED = fileURLToPath(new URL('../../shared/data/mail/', import.meta.url))
/** With `--ocr off` pictures are not read: sooner, and lures that are a picture say nothing. */
const pictures = process.argv.includes('off') ? 'off' : 'auto'
const SEEDS = ['fit-1', 'fit-2', 'fit-3']
const MAILS_A_WORLD = 120
const FOLDS = 5
const STEPS = 400
/** How far weights may go from what was set by hand: the larger, the less. Chosen by the figures below. */
const PULL = 0.02

const codes = SIGNALS.map(({ code }) => code)

function caseOf(source: string, isLure: boolean, signals: readonly Signal[]): Case {
  return { source, isLure, fired: signals.map(({ code }) => codes.indexOf(code)) }
}

async function scanned(source: string, files: readonly string[], lures: ReadonlySet<string>): Promise<Case[]> {
  const found: Case[] = []
  for await (const { file, verdict } of scan(collectMessages(files), { pictures }))
    found.push(caseOf(source, lures.has(basename(file)), verdict.signals))
  return found
}

/** Mail of made-up worlds, written to a folder that is gone afterwards. */
async function simulated(): Promise<Case[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ringtrace-fit-'))
  const painter = await openPagePainter()
  const lures = new Set<string>()
  try {
    for (const seed of SEEDS) {
      for await (const { file, bytes, label } of mails(world({ ...WORLD, seed }), MAILS_A_WORLD, painter.paintPage)) {
        const name = `${seed}-${file}`
        if (label.toad) lures.add(name)
        await writeFile(join(folder, name), bytes)
      }
    }
    return await scanned('simulated', mailIn(folder), lures)
  } finally {
    painter.close()
    await rm(folder, { recursive: true })
  }
}

async function cases(): Promise<Case[]> {
  const reference = await loadReference()
  const labels = readLabels(join(SHARED, 'scam'))
  const lures = new Set(labels.filter(({ toad }) => toad).map(({ f }) => f))
  const written = writtenMails().map(({ round, mail }) => {
    const message = messageOf(mail)
    return caseOf(round, mail.callback !== undefined, judge(message, findMentions(message, null), reference).signals)
  })
  return [
    ...(await scanned('labelled', mailIn(join(SHARED, 'scam')), lures)),
    ...(await scanned('ham', mailIn(join(SHARED, 'ham')), lures)),
    ...(await simulated()),
    ...written,
  ]
}

type Weights = { readonly base: number; readonly points: readonly number[] }
const BY_HAND: Weights = { base: BASE_POINTS, points: SIGNALS.map(({ points }) => points) }

/** Every source counts the same, and in each both kinds do. */
function importance(all: readonly Case[]): number[] {
  const groups = new Map<string, number>()
  const keyOf = ({ source, isLure }: Case): string => `${source} ${isLure}`
  for (const one of all) groups.set(keyOf(one), (groups.get(keyOf(one)) ?? 0) + 1)
  return all.map((one) => 1 / (groups.get(keyOf(one)) ?? 1) / groups.size)
}

/** Logistic regression, drawn to the weights set by hand; no weight changes its sign. */
function fit(all: readonly Case[], pull: number): Weights {
  const counts = importance(all)
  let base = BY_HAND.base
  const points = [...BY_HAND.points]
  for (let step = 0; step < STEPS; step++) {
    const slope = points.map((value, index) => (2 * pull * (value - (BY_HAND.points[index] ?? 0))) / codes.length)
    let baseSlope = (2 * pull * (base - BY_HAND.base)) / codes.length
    for (const [index, { isLure, fired }] of all.entries()) {
      const error = (probability({ base, points }, fired) - Number(isLure)) * (counts[index] ?? 0)
      baseSlope += error
      for (const at of fired) slope[at] = (slope[at] ?? 0) + error
    }
    const pace = 6 / (1 + step / 200)
    base -= pace * baseSlope
    for (const [index, value] of slope.entries()) {
      const next = (points[index] ?? 0) - pace * value
      const hand = BY_HAND.points[index] ?? 0
      points[index] = next * hand < 0 ? 0 : next
    }
  }
  return { base, points }
}

function probability({ base, points }: Weights, fired: readonly number[]): number {
  return 1 / (1 + Math.exp(-fired.reduce((sum, at) => sum + (points[at] ?? 0), base)))
}

function figures(name: string, all: readonly Case[], given: (one: Case) => Weights): void {
  for (const source of [...new Set(all.map((one) => one.source)), 'all']) {
    const some = all.filter((one) => source === 'all' || one.source === source)
    const said = some.map((one) => ({ one, p: probability(given(one), one.fired) }))
    const right = said.filter(({ one, p }) => one.isLure && p > 0.5).length
    const wrong = said.filter(({ one, p }) => !one.isLure && p > 0.5).length
    const lures = some.filter(({ isLure }) => isLure).length
    const loss = said.reduce((sum, { one, p }) => sum - Math.log(one.isLure ? p : 1 - p), 0) / some.length
    console.log(
      `${name.padEnd(28)} ${source.padEnd(10)} recall ${right}/${lures}  false ${wrong}/${some.length - lures}  log loss ${loss.toFixed(3)}`,
    )
  }
}

const all = await cases()
console.log(`${all.length} mails`)
figures('by hand', all, () => BY_HAND)
for (const pull of [0.005, PULL, 0.1]) {
  const fitted = fit(all, pull)
  figures(`fitted, pull ${pull}`, all, () => fitted)
  const byFold = Array.from({ length: FOLDS }, (_, fold) =>
    fit(
      all.filter((_one, at) => at % FOLDS !== fold),
      pull,
    ),
  )
  const foldOf = new Map(all.map((one, at) => [one, at % FOLDS]))
  figures(`left out by mail, ${pull}`, all, (one) => byFold[foldOf.get(one) ?? 0] ?? BY_HAND)
  const bySource = new Map(
    [...new Set(all.map((one) => one.source))].map((source) => [
      source,
      fit(
        all.filter((one) => one.source !== source),
        pull,
      ),
    ]),
  )
  figures(`left out by source, ${pull}`, all, (one) => bySource.get(one.source) ?? BY_HAND)
}
const final = fit(all, PULL)
console.log(`\nbase ${final.base.toFixed(1)}`)
for (const [at, code] of codes.entries()) {
  const lures = all.filter(({ isLure, fired }) => isLure && fired.includes(at)).length
  const others = all.filter(({ isLure, fired }) => !isLure && fired.includes(at)).length
  console.log(
    `${code.padEnd(28)} ${(BY_HAND.points[at] ?? 0).toFixed(1).padStart(5)} ${(final.points[at] ?? 0).toFixed(1).padStart(5)}   in ${lures} lures, ${others} others`,
  )
}
