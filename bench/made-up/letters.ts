import { readFileSync } from 'node:fs'
import { LANGUAGES } from '../../src/simulate/cast.ts'
import type { Language } from '../../src/simulate/cast.ts'

/**
 * A mail in words, as it stands in `words/`. Places are still empty: {name}, {amount}, {id}, {date}, {number}, {#6} for
 * six digits of no phone number, {DE} for a number of a plan.
 *
 * kind: of genuine mail; brand and theme of a lure. wants: what a lure asks for.
 */
export type Letter = {
  readonly language: Language
  readonly kind: string
  readonly brand: string | null
  readonly flags: ReadonlySet<string>
  readonly from: string
  /** null where the one who sends it may be anybody. */
  readonly address: string | null
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** Other header lines of the block, such as Auth. */
  readonly more: Readonly<Record<string, string>>
}

/** The letters of one file of words, in all languages. In: name, `lures`. */
export function lettersOf(name: string): readonly Letter[] {
  return LANGUAGES.flatMap((language) => readLetters(`${name}-${language}`, language))
}

/** The letters of one file. Throws where a block is not as it should be. */
export function readLetters(name: string, language: Language): readonly Letter[] {
  const text = readFileSync(new URL(`words/${name}.txt`, import.meta.url), 'utf8')
  return text
    .split(/^@@ /m)
    .slice(1)
    .map((block) => readLetter(block, language, name))
}

function readLetter(block: string, language: Language, file: string): Letter {
  const [head = '', ...paragraphs] = block.trim().split(/\n{2,}/)
  const [first = '', ...lines] = head.split('\n')
  const [one = '', two, ...flags] = first.split(' ')
  const more = Object.fromEntries(lines.map((line) => line.split(/:\s*(.*)/s).slice(0, 2) as [string, string]))
  const { From: from, Subject: subject, ...others } = more
  if (!from || !subject || paragraphs.length === 0) throw new Error(`words/${file}.txt: ${first} is not complete`)
  const [, name, address] = /^(.*?)(?: <(.*)>)?$/.exec(from) ?? []
  const isLure = file.startsWith('lures') && two !== undefined
  return {
    language,
    kind: isLure ? two : one,
    brand: isLure && one !== 'none' ? one : null,
    flags: new Set(isLure ? flags : two === undefined ? [] : [two, ...flags]),
    from: name ?? from,
    address: address ?? null,
    subject,
    paragraphs,
    more: others,
  }
}
