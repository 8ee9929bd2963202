import type { Language } from './cast.ts'
import { DUTCH, ENGLISH, GERMAN } from './wording-germanic.ts'
import { FRENCH, PORTUGUESE, SPANISH } from './wording-romance.ts'

/**
 * The phrases of a template, in one language. A dialect picks one of each; {brand}, {product}, {name}, {amount}, {id},
 * {date} and {number} differ from mail to mail.
 */
export type Wording = {
  readonly subject: readonly string[]
  readonly greeting: readonly string[]
  /** What is said to have happened, where money was taken. */
  readonly charge: readonly string[]
  /** The same, where somebody was in the account. */
  readonly alarm: readonly string[]
  readonly urge: readonly string[]
  /** The sentence with the number. */
  readonly call: readonly string[]
  readonly closing: readonly string[]
  readonly helpLine: string
  readonly officialLine: string
  /** A text part that has nothing to do with what the reader sees. */
  readonly otherText: string
  readonly newsletter: string
  readonly months: readonly string[]
  readonly currency: string
}

export const WORDINGS: Readonly<Record<Language, Wording>> = {
  en: ENGLISH,
  pt: PORTUGUESE,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  nl: DUTCH,
}
