import { FIRST_NAMES, LAST_NAMES } from './cast.ts'
import type { Language } from './cast.ts'
import type { Letter } from './letters.ts'
import type { Random } from './random.ts'
import { WORDINGS } from './wording.ts'
import type { Wording } from './wording.ts'

/** A letter in words. */
export type Phrases = {
  readonly wording: Wording
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** The sentence with the number, whose place {number} is still empty. */
  readonly call: string
  readonly closing: string
}

const ALARMING = new Set(['tech_support', 'crypto_security', 'bank_impersonation'])

/** Words of a letter: phrases by its dialect, names, amounts and ids by chance. */
export function phrases(letter: Letter, random: Random): Phrases {
  const wording = WORDINGS[letter.habits.language]
  const details = {
    ...detailsOf(letter.habits.language, letter.sentAt, random),
    brand: letter.brand.name,
    product: letter.brand.product,
  }
  const said = (choices: readonly string[], place: number): string =>
    fill(choices[(letter.dialect.choices[place] ?? 0) % choices.length] ?? '', details)
  return {
    wording,
    subject: said(wording.subject, 0),
    paragraphs: [
      said(wording.greeting, 1),
      said(ALARMING.has(letter.brand.theme) ? wording.alarm : wording.charge, 2),
      said(wording.urge, 3),
    ],
    call: said(wording.call, 4),
    closing: said(wording.closing, 5),
  }
}

/** What differs from mail to mail. */
export function detailsOf(language: Language, sentAt: number, random: Random): Readonly<Record<string, string>> {
  const { currency, months } = WORDINGS[language]
  const sentOn = new Date(sentAt)
  return {
    name: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    amount: `${currency}${random.between(180, 899)}.${String(random.below(100)).padStart(2, '0')}`,
    id: `${random.pick(['INV', 'ORD', 'NF', 'TX'])}-${random.hex(4).toUpperCase()}-${random.between(1000, 9999)}`,
    date: `${sentOn.getUTCDate()} ${months[sentOn.getUTCMonth()]} ${sentOn.getUTCFullYear()}`,
  }
}

/** Puts details in the places of a phrase; a place without a detail stays. */
export function fill(phrase: string, details: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => details[name] ?? place)
}
