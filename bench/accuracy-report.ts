import { QUESTIONS, VERDICT, tally } from './judged.ts'
import type { Judged, Question, Tally } from './judged.ts'
import type { LabelledNumber } from './labelled-mail.ts'

/** A share of nothing is not 0. */
export const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`)

export const HEAD = ['', 'labelled', 'right', 'false', 'missed', 'precision', 'recall', 'F1']

/** A table as Markdown. */
export function table(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [`\n### ${title}`, '', ...lines].join('\n')
}

/** What a tally counted, in the columns of HEAD. */
export function row(
  name: string,
  { right, wrong, missed, precision, recall, f1 }: Tally,
): readonly (string | number)[] {
  return [name, right + missed, right, wrong, missed, percent(precision), percent(recall), percent(f1)]
}

export function overall(judged: readonly Judged[], questions: readonly Question[]): string {
  return table(
    'Overall',
    HEAD,
    questions.map((question) => row(question.name, tally(question, judged))),
  )
}

/** Every question, for the mails of each group. */
export function questionsBy(
  title: string,
  judged: readonly Judged[],
  groupOf: (one: Judged) => string | undefined,
): string {
  const groups = [...new Set(judged.map(groupOf))].filter((group) => group !== undefined).sort()
  const rows = groups.flatMap((group) => {
    const some = judged.filter((one) => groupOf(one) === group)
    return QUESTIONS.map((question) => ({ name: `${group}: ${question.name}`, counted: tally(question, some) }))
      .filter(({ counted: { right, wrong, missed } }) => right + wrong + missed > 0)
      .map(({ name, counted }) => row(name, counted))
  })
  return table(title, HEAD, rows)
}

/** Recall alone: what was found falsely has no labelled place and no labelled disguise. */
export function recallBy(
  title: string,
  judged: readonly Judged[],
  groupsOf: (one: LabelledNumber, of: Judged) => readonly string[],
  isFoundIn: (places: readonly string[], group: string) => boolean = () => true,
): string {
  const groups = new Map<string, { labelled: number; found: number; byLibraries: number }>()
  const areLibrariesAsked = judged.some(({ byLibraries }) => byLibraries !== null)
  for (const of of judged) {
    for (const one of of.wanted) {
      const found = of.scanned.numbers.find(({ e164, visible }) => visible && e164 === one.e164)
      const places = found?.where.map(({ part }) => part) ?? []
      for (const group of groupsOf(one, of)) {
        const counted = groups.get(group) ?? { labelled: 0, found: 0, byLibraries: 0 }
        groups.set(group, counted)
        counted.labelled++
        counted.found += Number(found !== undefined && isFoundIn(places, group))
        counted.byLibraries += Number(of.byLibraries?.has(one.e164) ?? false)
      }
    }
  }
  const rows = [...groups]
    .sort(([, a], [, b]) => b.labelled - a.labelled)
    .map(([group, { labelled, found, byLibraries }]) => [
      group,
      labelled,
      percent(found / labelled),
      ...(areLibrariesAsked ? [percent(byLibraries / labelled)] : []),
    ])
  return table(
    title,
    ['', 'labelled', 'recall', ...(areLibrariesAsked ? ['recall of the libraries, anywhere'] : [])],
    rows,
  )
}

/** The places of the labels, where they are called otherwise than ours. */
const PART_OF: Readonly<Record<string, string>> = { from: 'sender_name', tel_link: 'link' }

export function recallByPlace(judged: readonly Judged[]): string {
  return recallBy(
    'Visible numbers by place, found there',
    judged,
    ({ where }) => where,
    (places, group) => places.includes(PART_OF[group] ?? group),
  )
}

export function recallByDisguise(judged: readonly Judged[]): string {
  return recallBy('Visible numbers by disguise', judged, ({ obf }) => (obf.length > 0 ? obf : ['none']))
}

/** Whether the confidence means what it says: in each band, the share that really is callback phishing. */
export function calibration(all: readonly { readonly confidence: number; readonly is: boolean }[]): string {
  const edges = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.001]
  const rows = edges.slice(0, -1).map((from, at) => {
    const band = all.filter(({ confidence }) => confidence >= from && confidence < (edges[at + 1] ?? 1))
    const said = band.reduce((sum, { confidence }) => sum + confidence, 0) / band.length
    return [`from ${from}`, band.length, percent(said), percent(band.filter(({ is }) => is).length / band.length)]
  })
  return table('Confidence against truth', ['confidence', 'mails', 'said', 'true'], rows)
}

/** Each miss and each false find, with what was made of it instead. */
export function misses(judged: readonly Judged[]): string {
  const lines: string[] = []
  for (const one of judged) {
    for (const question of QUESTIONS) {
      const has = new Set(question.found(one))
      const should = question.wanted(one)
      const told = (kind: 'missed' | 'false', some: readonly string[], tell: (e164: string) => string): void => {
        if (some.length > 0) lines.push(`${one.label.f}  ${kind} ${question.name}: ${some.map(tell).join(', ')}`)
      }
      told(
        'missed',
        [...should].filter((found) => !has.has(found)),
        (found) => (question === VERDICT ? asVerdict(one) : asLabelled(one, found)),
      )
      told(
        'false',
        [...has].filter((found) => !should.has(found)),
        (found) => (question === VERDICT ? asVerdict(one) : asScanned(one, found)),
      )
    }
  }
  return ['\n### Misses and false finds', '', ...lines].join('\n')
}

function asVerdict({ scanned: { verdict } }: Judged): string {
  return `verdict (${verdict.confidence}, ${verdict.signals.map(({ code }) => code).join(' ')})`
}

function asLabelled({ label, scanned }: Judged, e164: string): string {
  const one = label.numbers.find((number) => number.e164 === e164)
  const read = scanned.numbers.find((number) => number.e164 === e164)
  const issues = scanned.issues.map(({ code, part }) => (part ? `${code} of ${part}` : code)).join(', ')
  const instead = read
    ? `, read as ${read.visible ? '' : 'hidden '}${read.role}`
    : issues
      ? `, ${issues}`
      : ', nothing read like it'
  return `${e164} ${JSON.stringify(one?.raw)} in ${one?.where}${instead}`
}

function asScanned({ scanned }: Judged, e164: string): string {
  const one = scanned.numbers.find((number) => number.e164 === e164)
  return `${e164} ${JSON.stringify(one?.raw)} in ${one?.where.map(({ part }) => part).join('+')} as ${one?.role}`
}
