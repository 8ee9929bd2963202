import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { PictureReading } from '../src/app/engines/engine-task.ts'
import { collectMessages } from '../src/collect/messages.ts'
import { IntelError } from '../src/model/failures.ts'
import type { ScannedMessage } from '../src/model/scanned-message.ts'
import {
  calibration,
  misses,
  overall,
  percent,
  questionsBy,
  recallByDisguise,
  recallByPlace,
} from './accuracy-report.ts'
import type { Benchmark, Figure } from './figures.ts'
import { CALLBACK, VERDICT, VISIBLE, judgedOf, scanAll, tally } from './judged.ts'
import type { Judged, Question } from './judged.ts'
import { mailIn, readLabels } from './labelled-mail.ts'
import { LIBRARY_STACK, numbersByLibraries } from './library-stack.ts'

const SHARED = fileURLToPath(new URL('../../shared/data/mail/', import.meta.url))

const LIBRARIES: Question = {
  name: `visible numbers, ${LIBRARY_STACK}`,
  found: ({ byLibraries }) => byLibraries ?? [],
  wanted: VISIBLE.wanted,
}

type Measured = { readonly judged: readonly Judged[]; readonly ham: readonly ScannedMessage[] }

async function measure(mail: string, ham: string, pictures: PictureReading = 'auto'): Promise<Measured> {
  if (!existsSync(join(mail, 'labels.jsonl')))
    throw new IntelError('bad_input', `${mail} holds no labels.jsonl`, { hint: 'name a folder with --mail' })
  const labels = readLabels(mail)
  const scanned = await scanAll(collectMessages(mailIn(mail)), pictures)
  const byLibraries = new Map<string, ReadonlySet<string>>()
  for (const { f } of labels) byLibraries.set(f, await numbersByLibraries(join(mail, f)))
  const genuine = await scanAll(collectMessages(mailIn(ham)), pictures)
  return { judged: judgedOf(labels, scanned, byLibraries), ham: [...genuine.values()] }
}

/** How well mail is read: against labels that people made, and against what the usual libraries find. */
export const accuracy: Benchmark = async () => {
  const { judged, ham } = await measure(join(SHARED, 'scam'), join(SHARED, 'ham'))
  const size = `${judged.length} labelled mails`
  const [ours, theirs] = [tally(VISIBLE, judged), tally(LIBRARIES, judged)]
  const [callback, verdict] = [tally(CALLBACK, judged), tally(VERDICT, judged)]
  const figure = (work: string, ours: number, peer?: number): Figure => ({
    work,
    size,
    ours: ours * 100,
    unit: '%',
    ...(peer !== undefined && { peer: { name: LIBRARY_STACK, value: peer * 100 } }),
  })
  return [
    figure('visible numbers, precision', ours.precision, theirs.precision),
    figure('visible numbers, recall', ours.recall, theirs.recall),
    figure('call-back numbers, F1', callback.f1),
    figure('callback-phishing verdict, precision', verdict.precision),
    figure('callback-phishing verdict, recall', verdict.recall),
    { ...figure('verdict, false positives on genuine mail', falseShare(ham)), size: `${ham.length} genuine mails` },
  ]
}

const falseOnes = (ham: readonly ScannedMessage[]): readonly ScannedMessage[] =>
  ham.filter(({ verdict }) => verdict.callbackPhishing)

const falseShare = (ham: readonly ScannedMessage[]): number => falseOnes(ham).length / ham.length

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mail: { type: 'string', default: join(SHARED, 'scam') },
      ham: { type: 'string', default: join(SHARED, 'ham') },
      misses: { type: 'boolean', default: false },
      ocr: { type: 'string', default: 'auto' },
    },
  })
  const { judged, ham } = await measure(values.mail, values.ham, values.ocr === 'off' ? 'off' : 'auto')
  console.log(`# Accuracy on ${judged.length} labelled mails of ${values.mail}`)
  console.log(overall(judged, [VISIBLE, LIBRARIES, CALLBACK, VERDICT]))
  const wrong = falseOnes(ham)
  console.log(`\nVerdict on genuine mail: ${wrong.length} of ${ham.length} false (${percent(falseShare(ham))})`)
  console.log(recallByPlace(judged))
  console.log(recallByDisguise(judged))
  console.log(questionsBy('By language', judged, ({ label }) => label.lang))
  console.log(
    calibration([
      ...judged.map(({ scanned, label }) => ({ confidence: scanned.verdict.confidence, is: label.toad })),
      ...ham.map(({ verdict }) => ({ confidence: verdict.confidence, is: false })),
    ]),
  )
  if (!values.misses) return
  console.log(misses(judged))
  for (const { file, verdict } of wrong) console.log(`${file}  false verdict on genuine mail (${verdict.confidence})`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
