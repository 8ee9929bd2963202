import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { PictureReading } from '../src/app/engines/engine-task.ts'
import type { RawMessage } from '../src/collect/messages.ts'
import {
  calibration,
  misses,
  overall,
  percent,
  questionsBy,
  recallBy,
  recallByDisguise,
  recallByPlace,
} from './accuracy-report.ts'
import type { Benchmark, Figure } from './figures.ts'
import { CALLBACK, QUESTIONS, VERDICT, VISIBLE, judgedOf, scanAll, tally } from './judged.ts'
import type { Judged } from './judged.ts'
import { generate } from './made-up/generate.ts'
import type { MadeUpMail } from './made-up/made-up-mail.ts'

const SEED = '1'

const isLure = ({ label }: Judged): boolean => !label.lure.startsWith('genuine')
const isGenuine = (one: Judged): boolean => !isLure(one)

async function makeAll(seed: string): Promise<readonly MadeUpMail[]> {
  const mails: MadeUpMail[] = []
  for await (const mail of generate(seed, (why) => console.error(`skipped: made-up mail of ${why}`))) mails.push(mail)
  return mails
}

async function judgeAll(mails: readonly MadeUpMail[], pictures: PictureReading = 'auto'): Promise<readonly Judged[]> {
  async function* raw(): AsyncGenerator<RawMessage> {
    // The reader takes the bytes away; what is made up is kept for a second look.
    for (const { file, bytes } of mails) yield { file, bytes: Uint8Array.from(bytes) }
  }
  return judgedOf(
    mails.map(({ label }) => label),
    await scanAll(raw(), pictures),
    null,
  )
}

/** Hidden numbers that were taken for visible, and those there are. */
function hiddenSeen(judged: readonly Judged[]): readonly [seen: number, all: number] {
  let [seen, all] = [0, 0]
  for (const { label, scanned } of judged) {
    for (const number of label.hidden ?? []) {
      all++
      if (scanned.numbers.some(({ e164, visible }) => visible && e164 === number)) seen++
    }
  }
  return [seen, all]
}

/** How well mail is read that was made up: what the labelled set lacks, with truth by construction. */
export const madeUp: Benchmark = async () => {
  const judged = await judgeAll(await makeAll(SEED))
  const [lures, genuine] = [judged.filter(isLure), judged.filter(isGenuine)]
  const visible = tally(VISIBLE, lures)
  const figure = (work: string, share: number, mails = lures): Figure => ({
    work,
    size: `${mails.length} made-up ${mails === lures ? 'lures' : 'genuine mails'}`,
    ours: share * 100,
    unit: '%',
  })
  return [
    figure('visible numbers, recall', visible.recall),
    figure('visible numbers, precision', visible.precision),
    figure('call-back numbers, F1', tally(CALLBACK, lures).f1),
    figure('callback-phishing verdict, recall', tally(VERDICT, lures).recall),
    figure('verdict, false positives', falseVerdicts(genuine).length / genuine.length, genuine),
  ]
}

const falseVerdicts = (genuine: readonly Judged[]): readonly Judged[] =>
  genuine.filter(({ scanned }) => scanned.verdict.callbackPhishing)

function report(judged: readonly Judged[], seed: string): void {
  const [lures, genuine] = [judged.filter(isLure), judged.filter(isGenuine)]
  console.log(`# Accuracy on ${lures.length} made-up lures and ${genuine.length} made-up genuine mails, seed ${seed}`)
  console.log(overall(lures, QUESTIONS))
  const [seen, hidden] = hiddenSeen(lures)
  console.log(`\nHidden numbers taken for visible: ${seen} of ${hidden}`)
  const wrong = falseVerdicts(genuine)
  console.log(`\n## Genuine mail\n${overall(genuine, [VISIBLE])}`)
  console.log(
    `\nVerdict on genuine mail: ${wrong.length} of ${genuine.length} false (${percent(wrong.length / genuine.length)})`,
  )
  console.log(recallBy('Visible numbers by vehicle', lures, (_, { label }) => [label.vehicle ?? 'none']))
  console.log(recallByPlace(lures))
  console.log(recallByDisguise(lures))
  console.log(recallBy('Visible numbers by service', lures, (_, { label }) => (label.service ? [label.service] : [])))
  console.log(questionsBy('By language', lures, ({ label }) => label.lang))
  console.log(questionsBy('By service', lures, ({ label }) => label.service))
  console.log(questionsBy('By lure', lures, ({ label }) => label.lure))
  console.log(
    calibration(judged.map(({ scanned, label }) => ({ confidence: scanned.verdict.confidence, is: label.toad }))),
  )
}

async function writeAll(mails: readonly MadeUpMail[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { file, bytes } of mails) await writeFile(join(folder, file), bytes)
  await writeFile(join(folder, 'labels.jsonl'), mails.map(({ label }) => `${JSON.stringify(label)}\n`).join(''))
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: SEED },
      write: { type: 'string' },
      misses: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      ocr: { type: 'string', default: 'auto' },
    },
  })
  const mails = (await makeAll(values.seed)).filter(({ file }) => file.includes(values.only))
  if (values.write) await writeAll(mails, values.write)
  const judged = await judgeAll(mails, values.ocr === 'off' ? 'off' : 'auto')
  report(judged, values.seed)
  if (values.misses) console.log(misses(judged))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
