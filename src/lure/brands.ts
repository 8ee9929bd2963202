import type { Message } from '../model/message.ts'
import type { Brand } from '../model/reference.ts'

/** Where in a message a brand is named: a sender name or subject is a claim, a word in a long text is talk. */
export type NamedBrand = { readonly brand: Brand; readonly isClaimed: boolean; readonly times: number }

type Name = { readonly words: readonly string[]; readonly brand: Brand; readonly needsCapital: boolean }

const WORD = /[\p{L}\p{N}]+/gu

/** Digits that stand for letters inside a name: `N0rton`, `Paypa1`. */
const LETTER_OF_DIGIT: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/**
 * The brands a message names, those it claims to come from first, then by how often.
 *
 * In:  claims, folded sender name and subject; words, folded text of the message. Both with their case.
 */
export function brandsNamed(claims: string, words: string, brands: readonly Brand[]): readonly NamedBrand[] {
  const index = indexOf(brands)
  const claimed = namesIn(claims, index)
  const said = namesIn(words, index)
  return [...new Set([...claimed.keys(), ...said.keys()])]
    .map((brand) => ({
      brand,
      isClaimed: claimed.has(brand),
      times: (claimed.get(brand) ?? 0) + (said.get(brand) ?? 0),
    }))
    .sort((a, b) => Number(b.isClaimed) - Number(a.isClaimed) || b.times - a.times)
}

/** Whether a message comes from a domain of the brand. */
export function isSentBy({ from }: Pick<Message, 'from'>, brand: Brand): boolean {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1).toLowerCase()
  return brand.domains.some((own) => domain === own || domain.endsWith(`.${own}`))
}

const indexes = new WeakMap<readonly Brand[], ReadonlyMap<string, readonly Name[]>>()

/** Names by their first word, longest name first. */
function indexOf(brands: readonly Brand[]): ReadonlyMap<string, readonly Name[]> {
  const known = indexes.get(brands)
  if (known) return known
  const index = new Map<string, Name[]>()
  const add = (brand: Brand, written: string, needsCapital: boolean): void => {
    const words = plain(written)
    const [first = ''] = words
    index.set(
      first,
      [...(index.get(first) ?? []), { words, brand, needsCapital }].sort((a, b) => b.words.length - a.words.length),
    )
  }
  for (const brand of brands) {
    for (const name of brand.names) add(brand, name, false)
    for (const name of brand.ordinaryWords) add(brand, name, true)
  }
  indexes.set(brands, index)
  return index
}

function plain(name: string): string[] {
  return (name.normalize('NFKD').replace(/\p{M}/gu, '').match(WORD) ?? []).map((word) => word.toLowerCase())
}

function namesIn(text: string, index: ReadonlyMap<string, readonly Name[]>): ReadonlyMap<Brand, number> {
  const written = text.match(WORD) ?? []
  const words = written.map((word) => word.toLowerCase())
  const times = new Map<Brand, number>()
  for (let at = 0; at < words.length; at++) {
    const name = nameAt(written, words, at, index)
    if (!name) continue
    times.set(name.brand, (times.get(name.brand) ?? 0) + 1)
    at += name.words.length - 1
  }
  return times
}

function nameAt(
  written: readonly string[],
  words: readonly string[],
  at: number,
  index: ReadonlyMap<string, readonly Name[]>,
): Name | undefined {
  const word = words[at] ?? ''
  const drawn = written[at] ?? ''
  const names = index.get(word) ?? index.get(asDrawn(drawn)) ?? []
  return names.find(
    (name) =>
      name.words.every((part, offset) => offset === 0 || words[at + offset] === part) &&
      (!name.needsCapital || /^\p{Lu}/u.test(drawn)),
  )
}

/** A word with what is drawn like its letters put right: `PaypaI` with a capital i, `N0rton` with a zero. */
function asDrawn(word: string): string {
  if (!/\p{Ll}/u.test(word)) return word.toLowerCase()
  return word
    .replace(/(?<=\p{Ll})I/gu, 'l')
    .replace(/\d/g, (digit) => LETTER_OF_DIGIT[digit] ?? digit)
    .toLowerCase()
}
