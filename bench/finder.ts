import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { CountryCode } from 'libphonenumber-js/max'
import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { message, part } from '../test/hand-made-message.ts'
import { openEngines } from '../src/app/engines/open-engines.ts'
import { findNumbers } from '../src/extract/find/find-numbers.ts'
import { likelyRegions } from '../src/extract/find/likely-regions.ts'
import { readMessage } from '../src/extract/read-message.ts'
import { READ_LIMITS } from '../src/extract/read-limits.ts'
import type { Found } from '../src/model/mention.ts'
import type { Region } from '../src/model/phone-number.ts'
import { whyNoNumber } from './why-no-number.ts'
import { whyNotRead } from './why-not-read.ts'
import { mailIn } from './labelled-mail.ts'

const SHARED = fileURLToPath(new URL('../../shared/data/', import.meta.url))

/** A text and the countries it may take for granted, as the message around it tells. */
type Sample = { readonly from: string; readonly text: string; readonly regions: readonly Region[] }

/** What Google's matcher finds and we do not, or read as another number. */
type Difference = {
  readonly from: string
  readonly google: string
  readonly ours: string | null
  readonly excerpt: string
  readonly verdict: string
}

type Row = readonly (string | number)[]

const percent = (part: number, all: number): string => (all === 0 ? '–' : `${((part / all) * 100).toFixed(1)} %`)
const rowsOf = <T>(name: string): T[] =>
  readFileSync(join(SHARED, 'text', name), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T)

function table(head: Row, rows: readonly Row[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** A text on its own, as if it were the body of a mail. */
function alone(from: string, text: string, fallback: Region | null = null): Sample {
  return { from, text, regions: likelyRegions(message([part('body', text)]), fallback) }
}

async function samplesOfMail(files: readonly string[]): Promise<readonly Sample[]> {
  const engines = openEngines({ pictures: 'off', cacheFolder: null, timeLimitMillis: 10_000 })
  const samples: Sample[] = []
  for (const file of files) {
    const read = await readMessage(await readFile(file), engines.ofMail(), READ_LIMITS)
    const regions = likelyRegions(read, null)
    for (const { kind, text } of read.parts) samples.push({ from: `${basename(file)}, ${kind}`, text, regions })
  }
  await engines.close()
  return samples
}

type Disguised = { readonly class: string; readonly text: string; readonly e164: string | null }

/** Disguised numbers are read in North America, where they are from; look-alikes must give nothing. */
function disguised(): string {
  const rows = rowsOf<Disguised>('disguised-numbers.jsonl').map((row) => {
    const found = [...new Set(findNumbers(row.text, ['US']).map(({ number }) => number))].join(' ')
    return { ...row, found, isRight: found === (row.e164 ?? '') }
  })
  const numbers = rows.filter(({ e164 }) => e164 !== null)
  const lookalikes = rows.filter(({ e164 }) => e164 === null)
  const right = numbers.filter(({ isRight }) => isRight).length
  const fired = lookalikes.filter(({ found }) => found !== '').length
  const wrong = rows.filter(({ isRight }) => !isRight)
  return [
    '## Disguised numbers\n',
    table(
      ['', 'of', 'share'],
      [
        [`exact: ${right}`, numbers.length, percent(right, numbers.length)],
        [`look-alikes that fire: ${fired}`, lookalikes.length, percent(fired, lookalikes.length)],
      ],
    ),
    ...wrong.map(
      (row) => `- ${row.class}: ${JSON.stringify(row.text)} should be ${row.e164}, is ${row.found || 'none'}`,
    ),
  ].join('\n')
}

type Spans = { readonly text: string; readonly phones: readonly string[] }

/** Found where what we read shares characters with the span: the truth gives no E.164 to compare with. */
function spans(): string {
  const reasons = new Map<string, string[]>()
  let all = 0
  let hit = 0
  let exact = 0
  let extra = 0
  for (const { text, phones } of rowsOf<Spans>('phone-spans.jsonl')) {
    const { regions } = alone('', text)
    const found = findNumbers(text, regions)
    const placed = phones.map((phone) => ({ phone, at: text.indexOf(phone) }))
    extra += found.filter((one) => !placed.some(({ phone, at }) => overlaps(one, at, at + phone.length))).length
    for (const { phone, at } of placed) {
      all++
      const one = found.find((one) => overlaps(one, at, at + phone.length))
      if (one) {
        hit++
        if (one.start === at) exact++
        continue
      }
      const reason = whyNotRead(phone, regions)
      reasons.set(reason, [...(reasons.get(reason) ?? []), phone])
    }
  }
  return [
    '## Annotated spans\n',
    table(
      ['', 'of', 'share'],
      [
        [`found: ${hit}`, all, percent(hit, all)],
        [`from the same character on: ${exact}`, hit, percent(exact, hit)],
        [`outside any span: ${extra}`, '', ''],
      ],
    ),
    '\nMisses, each with its reason:\n',
    table(
      ['reason', 'n', 'which'],
      [...reasons]
        .sort((a, b) => b[1].length - a[1].length)
        .map(([reason, which]) => [reason, which.length, which.join(' · ')]),
    ),
  ].join('\n')
}

function overlaps(found: Found, start: number, end: number): boolean {
  return found.start < end && start < found.end
}

/** Google's matcher is asked as if in the United States, and as if in the country the message is most likely from. */
function differences(samples: readonly Sample[]): {
  readonly matches: number
  readonly found: number
  readonly list: Difference[]
} {
  const list: Difference[] = []
  let matches = 0
  let total = 0
  for (const { from, text, regions } of samples) {
    const found = findNumbers(text, regions)
    total += found.length
    const seen = new Set<string>()
    for (const country of new Set<CountryCode>(['US', ...regions.slice(0, 1)])) {
      for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, country)) {
        const key = `${startsAt} ${number.number}`
        if (seen.has(key)) continue
        seen.add(key)
        matches++
        const ours = found.filter((one) => overlaps(one, startsAt, endsAt))
        if (ours.some((one) => one.number === number.number)) continue
        list.push({
          from,
          google: number.number,
          ours: ours[0]?.number ?? null,
          excerpt: `${text.slice(Math.max(0, startsAt - 24), startsAt)}⟪${text.slice(startsAt, endsAt)}⟫${text.slice(endsAt, endsAt + 12)}`,
          verdict: whyNoNumber({ text, start: startsAt, end: endsAt, google: number, ours: ours[0] ?? null, regions }),
        })
      }
    }
  }
  return { matches, found: total, list }
}

function parity(name: string, samples: readonly Sample[], showsAll: boolean): string {
  const { matches, found, list } = differences(samples)
  const verdicts = new Map<string, Difference[]>()
  for (const one of list) verdicts.set(one.verdict, [...(verdicts.get(one.verdict) ?? []), one])
  const sorted = [...verdicts].sort((a, b) => b[1].length - a[1].length)
  return [
    `### ${name}\n`,
    `Google finds ${matches}, we find ${found}; ${list.length} differ, ${verdicts.get('unexplained')?.length ?? 0} unexplained.\n`,
    table(
      ['verdict', 'n', 'such as'],
      sorted.map(([verdict, some]) => [verdict, some.length, shown(some[0]?.excerpt ?? '')]),
    ),
    ...(showsAll
      ? ['', ...list.map((one) => `- ${one.from}: ${one.google} ${shown(one.excerpt)} – ${one.verdict}`)]
      : []),
  ].join('\n')
}

const shown = (excerpt: string): string =>
  `\`${JSON.stringify(excerpt).slice(1, -1).replaceAll('|', '¦').replaceAll('`', "'")}\``

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mail: { type: 'string', multiple: true, default: [join(SHARED, 'mail/scam'), join(SHARED, 'mail/ham')] },
      list: { type: 'boolean', default: false },
    },
  })
  const sms = readFileSync(join(SHARED, 'text/sms-spam-collection.tsv'), 'utf8').split('\n')
  const texts = [
    ...rowsOf<Disguised>('disguised-numbers.jsonl').map(({ text }) => alone('disguised', text)),
    ...rowsOf<Spans>('phone-spans.jsonl').map(({ text }) => alone('spans', text)),
  ]
  console.log(
    `# Accuracy of the finder\n\n${disguised()}\n\n${spans()}\n\n## What Google's matcher finds (leniency VALID)\n`,
  )
  for (const folder of values.mail)
    console.log(`${parity(`mail in ${basename(folder)}`, await samplesOfMail(mailIn(folder)), values.list)}\n`)
  console.log(`${parity('disguised numbers and spans', texts, values.list)}\n`)
  const messages = sms.map((line) => alone('sms', line.slice(line.indexOf('\t') + 1), 'GB'))
  console.log(parity('SMS collection, from Britain and Singapore', messages, values.list))
}

await main()
