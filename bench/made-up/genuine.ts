import { fill } from '../../src/simulate/phrases.ts'
import type { Random } from '../../src/simulate/random.ts'
import { escapeHtml } from '../../src/simulate/write-html.ts'
import { writePdf } from '../../src/simulate/write-pdf.ts'
import type { SeenNumber } from '../labelled-mail.ts'
import { fillingsOf } from './draft.ts'
import { lettersOf } from './letters.ts'
import type { Letter } from './letters.ts'
import { bytesOf } from './made-up-mail.ts'
import type { MadeUpMail } from './made-up-mail.ts'
import { NUMBER_PLANS, drawNumber } from './numbers.ts'
import type { DrawnNumber, NumberPlan } from './numbers.ts'

const DAYS_FROM = Date.UTC(2026, 0, 5)
const DAY_MILLIS = 86_400_000
/** Each is written so often, with other numbers and in another form. */
const TIMES = 2

/** Genuine mail: what a reader of scam mail must leave alone. */
export async function* genuineMails(chance: Random): AsyncGenerator<MadeUpMail> {
  for (const letter of lettersOf('genuine')) {
    for (let time = 0; time < TIMES; time++) {
      const name = `genuine-${letter.language}-${letter.kind}-${time}.eml`
      yield await genuine(letter, name, chance.fork('genuine', letter.language, letter.kind, letter.subject, time))
    }
  }
}

async function genuine(letter: Letter, file: string, chance: Random): Promise<MadeUpMail> {
  const sentAt = DAYS_FROM + chance.below(320) * DAY_MILLIS + chance.below(DAY_MILLIS)
  const filled = fillGenuine(letter, sentAt, chance)
  const { paragraphs, subject } = filled
  const isHtml = chance.chance(0.5)
  const html = `<html><body style="font-family:Georgia">${paragraphs.map((one) => `<p>${escapeHtml(one).replace(/\n/g, '<br>')}</p>`).join('\n')}</body></html>`
  const isPdf = letter.flags.has('pdf')
  const [before = '', ...rest] = paragraphs
  const attached = isPdf
    ? [
        {
          type: 'application/pdf',
          name: 'invoice.pdf',
          body: await writePdf(
            letter.from,
            rest.flatMap((one) => one.split('\n')),
          ),
        },
      ]
    : letter.flags.has('ics')
      ? [{ type: 'text/calendar; charset=utf-8; method=REQUEST', name: 'invite.ics', body: event(subject, paragraphs) }]
      : []
  return {
    file,
    bytes: bytesOf(
      {
        sentAt,
        fromName: letter.from,
        fromAddress: filled.address,
        auth: letter.more.Auth ?? letter.address?.split('@')[1] ?? null,
        subject,
        text: isPdf ? before : paragraphs.join('\n\n'),
        ...(isHtml && !isPdf && { html }),
        attached,
      },
      chance.fork('bytes'),
    ),
    label: {
      f: file,
      numbers: filled.seen.map((one) => ({
        ...one,
        where: isPdf ? 'pdf' : letter.flags.has('ics') ? 'calendar' : 'body',
      })),
      toad: false,
      brand: [],
      lang: letter.language,
      lure: `genuine ${letter.kind}`,
      vehicle: isPdf ? 'pdf' : letter.flags.has('ics') ? 'calendar' : isHtml ? 'html' : 'text',
    },
  }
}

/** The words of a genuine letter with its numbers in them, and which those are. */
export function fillGenuine(
  letter: Pick<Letter, 'paragraphs' | 'subject' | 'address' | 'language' | 'more'>,
  sentAt: number,
  chance: Random,
): {
  readonly paragraphs: readonly string[]
  readonly subject: string
  readonly address: string
  readonly seen: readonly SeenNumber[]
} {
  const seen = new Map<string, SeenNumber>()
  const drawn = new Map<string, DrawnNumber>()
  const digits = chance.fork('digits')
  const details = fillingsOf(
    letter.language,
    sentAt,
    { region: letter.more.Region ?? HOME[letter.language] },
    chance.fork('details'),
  )
  const written = (text: string): string =>
    fill(text, { ...details, email: 'recipient@recipient.example' })
      .replace(/\{#(\d+)\}/g, (_, length: string) => digitsOf(Number(length), digits))
      .replace(/\[\[(\+\d+)\|([^\]]+)\]\]/g, (_, e164: string, raw: string) => {
        seen.set(e164, { e164, raw, where: 'body', role: 'contact', obf: [] })
        return raw
      })
      .replace(
        /\{([A-Z]{2}(?:_[A-Z0-9]+)?)((?:\.\d)?)(?::(\w+))?\}/g,
        (place, plan: string, nth: string, form?: string) => {
          if (!(plan in NUMBER_PLANS)) throw new Error(`no plan ${place}`)
          const number = drawn.get(plan + nth) ?? drawNumber(plan as NumberPlan, chance.fork(plan, nth))
          drawn.set(plan + nth, number)
          const raw = shownAs(number, form, chance)
          seen.set(number.e164, { e164: number.e164, raw, where: 'body', role: 'contact', obf: [] })
          return raw
        },
      )
  return {
    subject: written(letter.subject),
    address: written(letter.address ?? 'hello@sender.example'),
    paragraphs: letter.paragraphs.map(written),
    seen: [...seen.values()],
  }
}

const HOME = { en: 'US', pt: 'BR', de: 'DE', es: 'ES', fr: 'FR', nl: 'NL' } as const

function shownAs(
  { national, e164, written: { country, groups } }: DrawnNumber,
  form: string | undefined,
  chance: Random,
): string {
  if (form === 'plain') return e164
  if (form === 'intl') return `+${country} ${groups.join(' ')}`
  return country === '1'
    ? chance.pick([national, groups.join('-'), groups.join('.'), `+1 ${groups.join(' ')}`])
    : national
}

function digitsOf(length: number, chance: Random): string {
  return Array.from({ length }, () => chance.below(10)).join('')
}

function event(subject: string, paragraphs: readonly string[]): string {
  const description = paragraphs
    .join('\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:${subject}\r\nDESCRIPTION:${description}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
}
