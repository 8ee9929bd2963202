import type { Language } from '../../src/simulate/cast.ts'
import { detailsOf, fill } from '../../src/simulate/phrases.ts'
import type { Random } from '../../src/simulate/random.ts'
import { escapeHtml } from '../../src/simulate/write-html.ts'
import type { SeenNumber } from '../labelled-mail.ts'
import { MADE_UP_DISGUISES } from './disguises.ts'
import type { Disguiser } from './disguises.ts'
import type { Letter } from './letters.ts'
import { drawNumber } from './numbers.ts'
import type { DrawnNumber, NumberPlan } from './numbers.ts'
import { officialFooter } from './official.ts'

/** What a place can show: markup, characters, print, or nothing but the plain number. */
export type Able = 'html' | 'characters' | 'print' | 'plain'

/** A number as a lure shows it. raw: as its reader sees it, html: as markup. */
export type Shown = {
  readonly number: DrawnNumber
  readonly disguise: string
  readonly obf: readonly string[]
  readonly raw: string
  readonly html: string
}

/** A lure in words, everything filled in but the place of the number. */
export type Draft = {
  readonly letter: Letter
  readonly language: Language
  readonly chance: Random
  readonly sentAt: number
  readonly shown: Shown
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly official: ReturnType<typeof officialFooter>
}

/** Which numbers lures of a language want called. */
const PLANS: Readonly<Record<Language, readonly NumberPlan[]>> = {
  en: ['US', 'US_FREE', 'US_FREE', 'US', 'CA', 'GB', 'GB_FREE'],
  pt: ['BR_FREE', 'BR_4004', 'BR', 'PT', 'BR_FREE', 'PT_FREE'],
  de: ['DE', 'DE_FREE', 'DE', 'DE_MOBILE', 'AT', 'CH'],
  es: ['ES', 'ES_FREE', 'ES', 'MX', 'ES_MOBILE'],
  fr: ['FR', 'FR_FREE', 'FR', 'BE', 'FR_MOBILE'],
  nl: ['NL', 'NL_085', 'NL_FREE', 'NL_MOBILE', 'NL'],
}
/** And written to: what messengers take. */
const MOBILE: Readonly<Record<Language, readonly NumberPlan[]>> = {
  en: ['US', 'GB_MOBILE'],
  pt: ['BR_MOBILE', 'PT_MOBILE'],
  de: ['DE_MOBILE', 'AT_MOBILE'],
  es: ['ES_MOBILE', 'MX'],
  fr: ['FR_MOBILE'],
  nl: ['NL_MOBILE'],
}
/** Where a national form says too little without its country: an English mail names none of its own. */
const HOME: Readonly<Record<Language, string>> = { en: 'US', pt: 'BR', de: 'DE', es: 'ES', fr: 'FR', nl: 'NL' }

const YEAR_FROM = Date.UTC(2026, 0, 5)
const DAYS = 320
const DAY_MILLIS = 86_400_000
const OFFICIAL = 0.35

/** Whether a letter wants to be written to, not called. */
export const isMessaging = ({ flags }: Letter): boolean => flags.has('messaging')

/** Portuguese is written on both sides of the sea, and its words tell on which; of English only the money does. */
function isOf({ language, more, paragraphs }: Letter, plan: NumberPlan): boolean {
  if (plan === 'GB_FREE') return paragraphs.some((one) => one.includes('{amount}'))
  return language !== 'pt' || plan.startsWith(more.Region ?? 'BR')
}

/** Fills in a lure: a number of its language's, dressed as the place allows, names, amounts, dates and ids. */
export function draftOf(letter: Letter, able: Able, chance: Random): Draft {
  const { language } = letter
  const plans = (isMessaging(letter) ? MOBILE : PLANS)[language]
  const number = drawNumber(chance.pick(plans.filter((plan) => isOf(letter, plan))), chance.fork('number'))
  const sentAt = YEAR_FROM + chance.below(DAYS) * DAY_MILLIS + chance.below(DAY_MILLIS)
  const details = fillingsOf(language, sentAt, number, chance.fork('details'))
  const official = chance.chance(OFFICIAL) ? officialFooter(letter.brand, language) : null
  return {
    letter,
    language,
    chance,
    sentAt,
    shown: shownAs(number, language, able, chance.fork('disguise')),
    subject: fill(letter.subject, details),
    paragraphs: letter.paragraphs.map((paragraph) => fill(paragraph, details)),
    official: able === 'plain' ? null : official,
  }
}

function shownAs(number: DrawnNumber, language: Language, able: Able, chance: Random): Shown {
  const names = Object.entries(MADE_UP_DISGUISES)
    .filter(([name, { isPrinted, languages, only, html }]) => {
      if (able === 'plain') return name === (number.isHomeOnly ? 'national' : 'none')
      if (able !== 'html' && html) return false
      if (able === 'print' && !isPrinted) return false
      if (languages && !languages.includes(language)) return false
      // Of a country the words do not tell, only the international form can be read by anyone.
      if (name === 'national' && number.region !== HOME[language] && !isToldByWords(number, language)) return false
      return only?.(number, language) ?? true
    })
    .map(([name]) => name)
  const disguise = chance.chance(PLAIN_SHARE) ? plainest(names, chance) : chance.pick(names)
  const { obf, write, html, instead } = disguiserOf(disguise)
  const shown = instead?.(chance) ?? { number, raw: write(number, chance, language) }
  const { raw } = shown
  return {
    number: shown.number,
    disguise,
    obf: disguise === 'national' ? [] : obf,
    raw,
    html: html ? html(raw, chance) : escapeHtml(raw).replace(/\n/g, '<br>'),
  }
}

function disguiserOf(name: string): Disguiser {
  const disguiser = MADE_UP_DISGUISES[name]
  if (!disguiser) throw new Error(`no disguise ${name}`)
  return disguiser
}

const PLAIN_SHARE = 0.25

function plainest(names: readonly string[], chance: Random): string {
  const plain = names.filter((name) => name === 'none' || name === 'national')
  return chance.pick(plain.length > 0 ? plain : names)
}

/** A freephone line of the one country besides that the language is at home in. */
function isToldByWords({ region, isHomeOnly }: DrawnNumber, language: Language): boolean {
  return isHomeOnly && ((language === 'pt' && region === 'PT') || (language === 'en' && region === 'GB'))
}

const CURRENCY: Readonly<Record<string, (whole: number, cents: string) => string>> = {
  US: (whole, cents) => `$${whole}.${cents}`,
  CA: (whole, cents) => `CAD ${whole}.${cents}`,
  GB: (whole, cents) => `£${whole}.${cents}`,
  BR: (whole, cents) => `R$ ${whole},${cents}`,
  CH: (whole, cents) => `CHF ${whole}.${cents}`,
  MX: (whole, cents) => `$${whole}.${cents} MXN`,
}
const EURO = (whole: number, cents: string): string => `${whole},${cents} €`

/** What differs from mail to mail, the money being that of the number's country. */
export function fillingsOf(
  language: Language,
  sentAt: number,
  { region }: { readonly region: string },
  chance: Random,
): Readonly<Record<string, string>> {
  const money = CURRENCY[region] ?? EURO
  return {
    ...detailsOf(language, sentAt, chance),
    amount: money(chance.between(119, 989), String(chance.below(100)).padStart(2, '0')),
  }
}

/** The words with the number in them, as plain text. */
export function textOf({ paragraphs, shown, official }: Draft): string[] {
  return [...paragraphs.map((one) => fill(one, { number: shown.raw })), ...(official ? [official.text] : [])]
}

/** The words with the number in them, as markup. */
export function htmlOf({ paragraphs, shown, official }: Draft, number = shown.html): string {
  const words = paragraphs.map((one) => `<p>${fill(escapeHtml(one).replace(/\n/g, '<br>\n'), { number })}</p>`)
  return [...words, ...(official ? [`<p style="color:#666;font-size:11px">${official.text}</p>`] : [])].join('\n')
}

/** What is to be seen of the number in a place, and of the genuine line beside it. */
export function seenIn({ shown, letter, official }: Draft, where: string): SeenNumber[] {
  return [
    {
      e164: shown.number.e164,
      raw: shown.raw,
      where,
      role: isMessaging(letter) ? 'messaging' : 'callback',
      obf: shown.obf,
    },
    ...(official ? [{ e164: official.e164, raw: official.shown, where, role: 'decoy', obf: [] }] : []),
  ]
}
