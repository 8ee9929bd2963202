import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { scan } from '../src/app/scan.ts'
import { collectMessages } from '../src/collect/messages.ts'
import { IntelError } from '../src/model/failures.ts'
import type { ScannedMessage } from '../src/model/scanned-message.ts'
import type { Benchmark, Figure } from './figures.ts'
import { distinctNumbers, mailIn, readLabels } from './labelled-mail.ts'
import type { Label, LabelledNumber } from './labelled-mail.ts'
import { LIBRARY_STACK, numbersByLibraries } from './library-stack.ts'

const SHARED = fileURLToPath(new URL('../../shared/data/mail/', import.meta.url))

/** Right finds, false finds and misses of one question. */
class Tally {
  right = 0
  wrong = 0
  missed = 0

  add(found: ReadonlySet<string>, wanted: ReadonlySet<string>): void {
    for (const one of found) {
      if (wanted.has(one)) this.right++
      else this.wrong++
    }
    for (const one of wanted) if (!found.has(one)) this.missed++
  }

  get precision(): number {
    return this.right / (this.right + this.wrong)
  }

  get recall(): number {
    return this.right / (this.right + this.missed)
  }

  get f1(): number {
    return (2 * this.right) / (2 * this.right + this.wrong + this.missed)
  }
}

/** One labelled mail beside what Ringtrace and the libraries made of it. */
type Judged = {
  readonly label: Label
  readonly wanted: readonly LabelledNumber[]
  readonly scanned: ScannedMessage
  readonly byLibraries: ReadonlySet<string>
}

async function judgeAll(folder: string): Promise<readonly Judged[]> {
  const scannedBy = await scanAll(folder)
  const judged: Judged[] = []
  for (const label of readLabels(folder)) {
    const scanned = scannedBy.get(label.f)
    if (!scanned) throw new IntelError('bad_input', `${label.f} is labelled but was not read`)
    const byLibraries = await numbersByLibraries(join(folder, label.f))
    judged.push({ label, wanted: distinctNumbers(label), scanned, byLibraries })
  }
  return judged
}

async function scanAll(folder: string): Promise<ReadonlyMap<string, ScannedMessage>> {
  const scanned = new Map<string, ScannedMessage>()
  for await (const message of scan(collectMessages(mailIn(folder)))) scanned.set(basename(message.file), message)
  return scanned
}

const visible = ({ numbers }: ScannedMessage): string[] => numbers.filter((one) => one.visible).map(({ e164 }) => e164)
const called = ({ numbers }: ScannedMessage): string[] =>
  numbers.filter((one) => one.visible && one.role === 'callback').map(({ e164 }) => e164)
const numbersOf = (wanted: readonly LabelledNumber[]): Set<string> => new Set(wanted.map(({ e164 }) => e164))
const calledOf = (wanted: readonly LabelledNumber[]): Set<string> =>
  numbersOf(wanted.filter(({ role }) => role === 'callback'))

type Question = readonly [name: string, found: (one: Judged) => Iterable<string>, wanted: (one: Judged) => Set<string>]

const VISIBLE: Question = ['visible numbers', ({ scanned }) => visible(scanned), ({ wanted }) => numbersOf(wanted)]
const CALLBACK: Question = ['call-back numbers', ({ scanned }) => called(scanned), ({ wanted }) => calledOf(wanted)]
const VERDICT: Question = [
  'callback-phishing verdict',
  ({ scanned }) => (scanned.verdict.callbackPhishing ? ['yes'] : []),
  ({ label }) => new Set(label.toad ? ['yes'] : []),
]
const LIBRARIES: Question = [
  `visible numbers, ${LIBRARY_STACK}`,
  ({ byLibraries }) => byLibraries,
  ({ wanted }) => numbersOf(wanted),
]

function tally([, found, wanted]: Question, judged: readonly Judged[]): Tally {
  const tally = new Tally()
  for (const one of judged) tally.add(new Set(found(one)), wanted(one))
  return tally
}

/** A share of nothing is not 0. */
const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`)

function table(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [`\n### ${title}`, '', ...lines].join('\n')
}

function row(name: string, { right, wrong, missed, precision, recall, f1 }: Tally): readonly (string | number)[] {
  return [name, right + missed, right, wrong, missed, percent(precision), percent(recall), percent(f1)]
}

const HEAD = ['', 'labelled', 'right', 'false', 'missed', 'precision', 'recall', 'F1']

function byLanguage(judged: readonly Judged[]): string {
  const languages = [...new Set(judged.map(({ label }) => label.lang))].sort()
  const rows = languages.flatMap((language) => {
    const some = judged.filter(({ label }) => label.lang === language)
    return [VISIBLE, CALLBACK, VERDICT]
      .map((question) => ({ name: `${language}: ${question[0]}`, counted: tally(question, some) }))
      .filter(({ counted: { right, wrong, missed } }) => right + wrong + missed > 0)
      .map(({ name, counted }) => row(name, counted))
  })
  return table('By language', HEAD, rows)
}

/** Recall alone: what was found falsely has no labelled place and no labelled disguise. */
function recallBy(
  title: string,
  judged: readonly Judged[],
  groupsOf: (one: LabelledNumber) => readonly string[],
  isFoundIn: (places: readonly string[], group: string) => boolean,
): string {
  const groups = new Map<string, [labelled: number, found: number, byLibraries: number]>()
  for (const { wanted, scanned, byLibraries } of judged) {
    for (const one of wanted) {
      const found = scanned.numbers.find(({ e164, visible }) => visible && e164 === one.e164)
      for (const group of groupsOf(one)) {
        const [labelled, ours, theirs] = groups.get(group) ?? [0, 0, 0]
        const isFound =
          found !== undefined &&
          isFoundIn(
            found.where.map(({ part }) => part),
            group,
          )
        groups.set(group, [labelled + 1, ours + Number(isFound), theirs + Number(byLibraries.has(one.e164))])
      }
    }
  }
  const rows = [...groups]
    .sort(([, [a]], [, [b]]) => b - a)
    .map(([group, [labelled, ours, theirs]]) => [group, labelled, percent(ours / labelled), percent(theirs / labelled)])
  return table(title, ['', 'labelled', 'recall', 'recall of the libraries, anywhere'], rows)
}

/** The places of the labels, where they are called otherwise than ours. */
const PART_OF: Readonly<Record<string, string>> = { from: 'sender_name', tel_link: 'link' }

/** Whether the confidence means what it says: in each band, the share that really is callback phishing. */
function calibration(judged: readonly Judged[], ham: readonly ScannedMessage[]): string {
  const all = [
    ...judged.map(({ scanned, label }) => ({ confidence: scanned.verdict.confidence, is: label.toad })),
    ...ham.map(({ verdict }) => ({ confidence: verdict.confidence, is: false })),
  ]
  const edges = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.001]
  const rows = edges.slice(0, -1).map((from, at) => {
    const band = all.filter(({ confidence }) => confidence >= from && confidence < (edges[at + 1] ?? 1))
    const said = band.reduce((sum, { confidence }) => sum + confidence, 0) / band.length
    return [`from ${from}`, band.length, percent(said), percent(band.filter(({ is }) => is).length / band.length)]
  })
  return table('Confidence against truth', ['confidence', 'mails', 'said', 'true'], rows)
}

function misses(judged: readonly Judged[], ham: readonly ScannedMessage[]): string {
  const lines: string[] = []
  for (const one of judged) {
    for (const [name, found, wanted] of [VISIBLE, CALLBACK, VERDICT]) {
      const has = new Set(found(one))
      const should = wanted(one)
      const missed = [...should].filter((number) => !has.has(number))
      const wrong = [...has].filter((number) => !should.has(number))
      if (missed.length > 0)
        lines.push(`${one.label.f}  missed ${name}: ${missed.map((e164) => asLabelled(one, e164)).join(', ')}`)
      if (wrong.length > 0)
        lines.push(`${one.label.f}  false ${name}: ${wrong.map((e164) => asScanned(one, e164)).join(', ')}`)
    }
  }
  for (const { file, verdict } of ham) {
    if (verdict.callbackPhishing) lines.push(`${basename(file)}  false verdict on genuine mail (${verdict.confidence})`)
  }
  return ['\n### Misses and false finds', '', ...lines].join('\n')
}

function asLabelled({ label, scanned }: Judged, e164: string): string {
  const one = label.numbers.find((number) => number.e164 === e164)
  if (!one)
    return `verdict (${scanned.verdict.confidence}, ${scanned.verdict.signals.map(({ code }) => code).join(' ')})`
  const role = scanned.numbers.find((number) => number.e164 === e164)
  return `${e164} ${JSON.stringify(one.raw)} in ${one.where}${role ? `, read as ${role.visible ? '' : 'hidden '}${role.role}` : ''}`
}

function asScanned({ scanned }: Judged, e164: string): string {
  const one = scanned.numbers.find((number) => number.e164 === e164)
  if (!one)
    return `verdict (${scanned.verdict.confidence}, ${scanned.verdict.signals.map(({ code }) => code).join(' ')})`
  return `${e164} ${JSON.stringify(one.raw)} in ${one.where.map(({ part }) => part).join('+')} as ${one.role}`
}

type Measured = { readonly judged: readonly Judged[]; readonly ham: readonly ScannedMessage[] }

async function measure(mail: string, ham: string): Promise<Measured> {
  if (!existsSync(join(mail, 'labels.jsonl')))
    throw new IntelError('bad_input', `${mail} holds no labels.jsonl`, { hint: 'name a folder with --mail' })
  return { judged: await judgeAll(mail), ham: [...(await scanAll(ham)).values()] }
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

function falseShare(ham: readonly ScannedMessage[]): number {
  return ham.filter(({ verdict }) => verdict.callbackPhishing).length / ham.length
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mail: { type: 'string', default: join(SHARED, 'scam') },
      ham: { type: 'string', default: join(SHARED, 'ham') },
      misses: { type: 'boolean', default: false },
    },
  })
  const { judged, ham } = await measure(values.mail, values.ham)
  const wrong = ham.filter(({ verdict }) => verdict.callbackPhishing).length
  console.log(`# Accuracy on ${judged.length} labelled mails of ${values.mail}`)
  console.log(
    table(
      'Overall',
      HEAD,
      [VISIBLE, LIBRARIES, CALLBACK, VERDICT].map((question) => row(question[0], tally(question, judged))),
    ),
  )
  console.log(`\nVerdict on genuine mail: ${wrong} of ${ham.length} false (${percent(falseShare(ham))})`)
  console.log(
    recallBy(
      'Visible numbers by vehicle, found there',
      judged,
      ({ where }) => where,
      (places, group) => places.includes(PART_OF[group] ?? group),
    ),
  )
  console.log(
    recallBy(
      'Visible numbers by disguise',
      judged,
      ({ obf }) => (obf.length > 0 ? obf : ['none']),
      () => true,
    ),
  )
  console.log(byLanguage(judged))
  console.log(calibration(judged, ham))
  if (values.misses) console.log(misses(judged, ham))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
