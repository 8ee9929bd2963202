import { basename } from 'node:path'
import type { PictureReading } from '../src/app/engines/engine-task.ts'
import { scan } from '../src/app/scan.ts'
import type { RawMessage } from '../src/collect/messages.ts'
import { IntelError } from '../src/model/failures.ts'
import type { ScannedMessage } from '../src/model/scanned-message.ts'
import { distinctNumbers } from './labelled-mail.ts'
import type { Label, LabelledNumber } from './labelled-mail.ts'

/** One labelled mail beside what Ringtrace made of it, and the usual libraries where they were asked. */
export type Judged = {
  readonly label: Label
  readonly wanted: readonly LabelledNumber[]
  readonly scanned: ScannedMessage
  readonly byLibraries: ReadonlySet<string> | null
}

/** What can be read is asked here, not how fast: a busy machine must not blur it. */
export const PATIENCE_MILLIS = 600_000

/** What the product says of mails, by the name of their file. */
export async function scanAll(
  mails: AsyncIterable<RawMessage>,
  pictures: PictureReading = 'auto',
): Promise<ReadonlyMap<string, ScannedMessage>> {
  const scanned = new Map<string, ScannedMessage>()
  for await (const message of scan(mails, { pictures, timeLimitMillis: PATIENCE_MILLIS }))
    scanned.set(basename(message.file), message)
  return scanned
}

/** Puts labels beside what was read. Throws: IntelError `bad_input` where a labelled mail was not read. */
export function judgedOf(
  labels: readonly Label[],
  scannedBy: ReadonlyMap<string, ScannedMessage>,
  byLibraries: ReadonlyMap<string, ReadonlySet<string>> | null,
): readonly Judged[] {
  return labels.map((label) => {
    const scanned = scannedBy.get(label.f)
    if (!scanned) throw new IntelError('bad_input', `${label.f} is labelled but was not read`)
    return { label, wanted: distinctNumbers(label), scanned, byLibraries: byLibraries?.get(label.f) ?? null }
  })
}

/** Right finds, false finds and misses of one question. */
export class Tally {
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

/** Something that is asked of every mail: what was found, and what should have been. */
export type Question = {
  readonly name: string
  readonly found: (one: Judged) => Iterable<string>
  readonly wanted: (one: Judged) => ReadonlySet<string>
}

const numbersOf = (wanted: readonly LabelledNumber[]): Set<string> => new Set(wanted.map(({ e164 }) => e164))

export const VISIBLE: Question = {
  name: 'visible numbers',
  found: ({ scanned }) => scanned.numbers.filter(({ visible }) => visible).map(({ e164 }) => e164),
  wanted: ({ wanted }) => numbersOf(wanted),
}

export const CALLBACK: Question = {
  name: 'call-back numbers',
  found: ({ scanned }) =>
    scanned.numbers.filter(({ visible, role }) => visible && role === 'callback').map(({ e164 }) => e164),
  wanted: ({ wanted }) => numbersOf(wanted.filter(({ role }) => role === 'callback')),
}

export const VERDICT: Question = {
  name: 'callback-phishing verdict',
  found: ({ scanned }) => (scanned.verdict.callbackPhishing ? ['yes'] : []),
  wanted: ({ label }) => new Set(label.toad ? ['yes'] : []),
}

export const QUESTIONS = [VISIBLE, CALLBACK, VERDICT] as const

export function tally({ found, wanted }: Question, judged: readonly Judged[]): Tally {
  const tally = new Tally()
  for (const one of judged) tally.add(new Set(found(one)), wanted(one))
  return tally
}
