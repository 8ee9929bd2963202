import { DISGUISERS, ENGLISH_DISGUISES, disguised } from './disguise.ts'
import type { DisguiseName } from './disguise.ts'
import type { Vehicle } from './habits.ts'
import type { Letter } from './letters.ts'
import { fill, phrases } from './phrases.ts'
import type { Phrases } from './phrases.ts'
import type { Random } from './random.ts'
import { escapeHtml } from './write-html.ts'

/** A number as the mail shows it. */
export type Shown = { readonly number: string; readonly raw: string; readonly disguise: DisguiseName }

/** A letter in words, with its numbers dressed. `call` is the sentence that holds them. */
export type Draft = {
  readonly letter: Letter
  readonly words: Phrases
  readonly shown: readonly Shown[]
  readonly call: string
}

/** Where the number is set in an ordinary PDF font, which has no look-alikes and nothing invisible. */
const LATIN_ONLY: ReadonlySet<Vehicle> = new Set<Vehicle>(['pdf', 'picture_pdf', 'picture'])

/** Finds the words of a letter, and dresses its numbers the way its ring does. */
export function draftOf(letter: Letter, chance: Random): Draft {
  const words = phrases(letter, chance)
  const shown = letter.callback.map((number): Shown => {
    const disguise = disguiseOf(letter, chance)
    return { number, disguise, raw: disguised(number, disguise, chance) }
  })
  return { letter, words, shown, call: fill(words.call, { number: shown.map(({ raw }) => raw).join(' / ') }) }
}

function disguiseOf({ habits, vehicle }: Letter, chance: Random): DisguiseName {
  const able = habits.disguises
    .filter((name) => DISGUISERS[name].isLatin || !LATIN_ONLY.has(vehicle))
    .filter((name) => habits.language === 'en' || !ENGLISH_DISGUISES.has(name))
  return chance.pick(['none', ...able])
}

/** The sentence with the numbers as HTML. */
export function callAsHtml({ words, shown }: Draft, write: (shown: Shown) => string): string {
  return fill(escapeHtml(words.call), { number: shown.map(write).join(' / ') })
}
