import { LANGUAGES } from '../../src/simulate/cast.ts'
import type { Random } from '../../src/simulate/random.ts'
import { draftOf, isMessaging, seenIn } from './draft.ts'
import { HIDINGS, hiddenWords } from './hiding.ts'
import { lettersOf } from './letters.ts'
import type { Letter } from './letters.ts'
import { bytesOf } from './made-up-mail.ts'
import type { MadeUpMail } from './made-up-mail.ts'
import { drawNumber } from './numbers.ts'
import type { Studio } from './studio.ts'
import { coverLine } from './vehicle.ts'
import type { Carried, Vehicle } from './vehicle.ts'
import { BODY_VEHICLES } from './vehicles-body.ts'
import { FILE_VEHICLES } from './vehicles-file.ts'
import { PICTURE_VEHICLES } from './vehicles-picture.ts'

export const VEHICLES: Readonly<Record<string, Vehicle>> = { ...BODY_VEHICLES, ...PICTURE_VEHICLES, ...FILE_VEHICLES }

/** Of mails with HTML, so many hide a stolen newsletter. */
const FILLED = 0.5
const FREE_MAIL = ['gmail.com', 'outlook.com', 'hotmail.com', 'yahoo.com', 'icloud.com']
const THROW_AWAY = ['billing-desk.example', 'notify-center.example', 'orders-mail.example', 'help-line.example']

/** vehicles: those alone. most: mails of one vehicle. isPlain: numbers as anyone would write them, where the vehicle alone is asked about. */
export type Asked = { readonly vehicles?: readonly string[]; readonly most?: number; readonly isPlain?: boolean }

/** The lures of a seed. Each vehicle has its number of mails, languages and stories going round. */
export async function* lures(
  chance: Random,
  studio: Studio,
  onSkip: (why: string) => void,
  { vehicles = Object.keys(VEHICLES), most = Infinity, isPlain = false }: Asked = {},
): AsyncGenerator<MadeUpMail> {
  const letters = lettersOf('lures')
  let turn = chance.below(LANGUAGES.length)
  for (const [name, vehicle] of Object.entries(VEHICLES)) {
    if (!vehicles.includes(name)) continue
    if (vehicle.needs && studio.heic === null) {
      onSkip(`${name}: ${vehicle.needs} is not installed`)
      continue
    }
    for (let nth = 0; nth < Math.min(vehicle.count, most); nth++) {
      const own = chance.fork(name, nth)
      const language = LANGUAGES[turn++ % LANGUAGES.length]
      const fitting = letters.filter((letter) => letter.language === language && fits(letter, vehicle, name))
      yield await lure(
        own.pick(fitting),
        name,
        isPlain ? { ...vehicle, able: 'plain' } : vehicle,
        `lure-${name}-${nth}.eml`,
        own,
        studio,
      )
    }
  }
}

/** Who wants to be written to says so; in a text of its own only, an advance-fee letter has no QR code. */
function fits(letter: Letter, vehicle: Vehicle, name: string): boolean {
  if (vehicle.asks === 'message') return isMessaging(letter)
  return !isMessaging(letter) || name === 'text'
}

async function lure(
  letter: Letter,
  name: string,
  vehicle: Vehicle,
  file: string,
  chance: Random,
  studio: Studio,
): Promise<MadeUpMail> {
  const draft = draftOf(letter, vehicle.able, chance)
  const carried = await vehicle.write(draft, studio)
  const cover = coverLine(letter.language, chance)
  const body: Carried =
    carried.text === undefined && carried.html === undefined ? { text: chance.chance(0.2) ? '' : cover } : {}
  const filler = carried.html !== undefined && chance.chance(FILLED) ? stolen(chance.fork('filler')) : null
  const html = carried.html === undefined ? undefined : pageOf(carried.html, filler?.html ?? '', chance)
  const seen = carried.seen ?? seenIn(draft, vehicle.where)
  const shown = new Set(seen.map(({ e164 }) => e164))
  return {
    file,
    bytes: bytesOf(
      {
        sentAt: draft.sentAt,
        fromName: carried.fromName ?? letter.from,
        fromAddress: senderOf(chance),
        auth: null,
        subject: carried.subject ?? draft.subject,
        ...carried,
        ...body,
        ...(html !== undefined && { html }),
      },
      chance.fork('bytes'),
    ),
    label: {
      f: file,
      numbers: seen,
      toad: !isMessaging(letter),
      brand: letter.brand === null ? [] : [letter.brand],
      lang: letter.language,
      lure: letter.kind,
      vehicle: name,
      hidden: [...(carried.hidden ?? []), ...(filler?.numbers ?? [])].filter((number) => !shown.has(number)),
    },
  }
}

function senderOf(chance: Random): string {
  const name = `${chance.pick(['billing', 'no.reply', 'accounts', 'k.miller', 'orders', 'service'])}${chance.below(9_999)}`
  return `${name}@${chance.chance(0.4) ? chance.pick(FREE_MAIL) : chance.pick(THROW_AWAY)}`
}

const NEWS = [
  'Thanks for shopping with us. Our stores are open until 8 pm, call {number} for directions.',
  'On Tue, Mar 3, Dana Whitfield wrote: please send the signed copy to our office, phone {number}.',
  'Sincerely, Patricia Bloom, Regional Manager, Office: {number}',
  'Questions about your subscription to the weekly digest? Reader services {number}.',
]

/** A stolen newsletter with real companies' numbers in it, hidden. */
function stolen(chance: Random): { readonly html: string; readonly numbers: readonly string[] } {
  const numbers = Array.from({ length: chance.between(1, 4) }, (_, at) => drawNumber('US', chance.fork(at)))
  const words = numbers.map(({ national }) => chance.pick(NEWS).replace('{number}', national))
  return { html: hiddenWords(chance.pick(HIDINGS), words, chance), numbers: numbers.map(({ e164 }) => e164) }
}

function pageOf(html: string, filler: string, chance: Random): string {
  const parts = chance.chance(0.5) ? [html, filler] : [filler, html]
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>body{font-family:Arial;color:#222}</style></head><body style="background:#fff">${parts.join('\n')}</body></html>`
}
