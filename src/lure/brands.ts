import { domainOf, isFromProven } from '../model/message.ts'
import type { Message } from '../model/message.ts'
import { isFreeMail } from '../model/open-senders.ts'
import type { Brand } from '../model/reference.ts'
import type { BrandPlace } from '../model/verdict.ts'
import { isDeskDomain } from './sender.ts'

/** A brand with where it is named: a sender name or subject is a claim, a word in a long text is talk. */
export type NamedBrand = {
  readonly brand: Brand
  readonly isClaimed: boolean
  readonly times: number
  readonly places: ReadonlySet<BrandPlace>
}

/** What names brands in a message: the same folded texts, with their case. */
export type BrandTexts = {
  readonly senderName: string
  readonly subject: string
  readonly words: string
  /** What pictures say that they show. */
  readonly logos: string
}

/** isInCapitals: an ordinary word that names the brand only where it is written large, as ING does. */
type Name = {
  readonly words: readonly string[]
  readonly brand: Brand
  readonly isOrdinaryWord: boolean
  readonly isInCapitals: boolean
}

const WORD = /[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu

/** Digits that stand for letters inside a name: `N0rton`, `Paypa1`. */
const LETTER_OF_DIGIT: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** The brands a message names, those it claims to come from first, then by how often. */
export function brandsNamed(texts: BrandTexts, brands: readonly Brand[]): readonly NamedBrand[] {
  const index = indexOf(brands)
  const named = new Map<Brand, { times: number; places: Set<BrandPlace> }>()
  const look = (text: string, place: BrandPlace): void => {
    for (const [brand, times] of namesIn(text, index, place !== 'text')) {
      const known = named.get(brand) ?? { times: 0, places: new Set() }
      known.times += times
      known.places.add(place)
      named.set(brand, known)
    }
  }
  look(texts.senderName, 'sender_name')
  look(texts.subject, 'subject')
  look(texts.words, 'text')
  look(texts.logos, 'logo')
  return [...named]
    .map(([brand, { times, places }]) => ({
      brand,
      isClaimed: places.has('sender_name') || places.has('subject'),
      times,
      places,
    }))
    .sort((a, b) => Number(b.isClaimed) - Number(a.isClaimed) || b.times - a.times)
}

const words = new WeakMap<readonly Brand[], readonly string[]>()
const MIN_WORD_LENGTH = 5

/** The words that brands are named with, folded and in small letters, but those too short to be told when misread. */
export function brandWords(brands: readonly Brand[]): readonly string[] {
  const known = words.get(brands)
  if (known) return known
  const named = brands.flatMap(({ names, ordinaryWords }) => [...names, ...ordinaryWords].flatMap(plain))
  const long = [...new Set(named)].filter(({ length }) => length >= MIN_WORD_LENGTH)
  words.set(brands, long)
  return long
}

/**
 * A house registers its name in the countries it serves: `dhl.nl` is of `dhl.com`. Only where brands of our languages
 * live: endings that are sold as words or given away, as `.io` and `.tk`, tell nothing.
 */
const COUNTRIES =
  'uk co.uk org.uk ie de at ch fr be lu nl es pt it pl se dk no fi us ca au com.au nz co.nz in co.in jp co.jp za co.za ' +
  'br com.br mx com.mx ar com.ar cl pe com.pe'
const NATIONAL = new RegExp(`^([a-z0-9-]{3,})\\.(?:${COUNTRIES.replaceAll('.', '\\.').replaceAll(' ', '|')})$`)

/** Whether a message comes from a domain of the brand; the server must not have refuted it, or proven only others. */
export function isSentBy(message: Pick<Message, 'from' | 'authentication'>, brand: Brand): boolean {
  const domain = domainOf(message.from)
  if (message.authentication?.isRefuted || isFreeMail(domain)) return false
  if (message.authentication?.proven.length && !isFromProven(message)) return false
  if (brand.domains.some((own) => domain === own || domain.endsWith(`.${own}`))) return true
  if (brand.federated && isFromProven(message) && bearsNameOf(domain, brand) && isOfTown(domain)) return true
  const house = NATIONAL.exec(registered(domain))?.[1]
  return house !== undefined && brand.domains.some((own) => own.startsWith(`${house}.`))
}

/** Where houses that share a name are: `sparkasse-holstein.de`, and not `sparkasse-sicherheit.com`. */
function isOfTown(domain: string): boolean {
  return /\.(?:de|at|ch|lu|it)$/.test(domain) && !domain.endsWith('.com.de') && !isDeskDomain(domain)
}

/** Whether the name of a domain holds the name of a brand that it is not of: `dhl-freigabe.shop`. */
export function bearsNameOf(domain: string, brand: Brand): boolean {
  const labels = registered(domain).split('.').slice(0, -1).join('')
  const plainLabels = labels.replace(/[^a-z0-9]/g, '')
  return [...brand.names, ...brand.ordinaryWords]
    .map((name) => plain(name).join(''))
    .some((name) => name.length >= MIN_BORNE_LENGTH && plainLabels.includes(name))
}

const MIN_BORNE_LENGTH = 3
/** Second-level names under which countries register. */
const REGISTRY = /(?:^|\.)((?:[a-z0-9-]+)\.(?:co|com|net|org|gov|ac)\.[a-z]{2}|[a-z0-9-]+\.[a-z]+)$/

/** The part of a domain that was registered. */
function registered(domain: string): string {
  return REGISTRY.exec(domain)?.[1] ?? domain
}

const indexes = new WeakMap<readonly Brand[], ReadonlyMap<string, readonly Name[]>>()

/** Names by their first word, longest name first. */
function indexOf(brands: readonly Brand[]): ReadonlyMap<string, readonly Name[]> {
  const known = indexes.get(brands)
  if (known) return known
  const index = new Map<string, Name[]>()
  const add = (brand: Brand, written: string, isOrdinaryWord: boolean): void => {
    const words = plain(written)
    const [first = ''] = words
    const name = { words, brand, isOrdinaryWord, isInCapitals: isOrdinaryWord && isCapitals(written) }
    index.set(
      first,
      [...(index.get(first) ?? []), name].sort((a, b) => b.words.length - a.words.length),
    )
  }
  for (const brand of brands) {
    for (const name of brand.names) add(brand, name, false)
    for (const name of brand.ordinaryWords) add(brand, name, true)
  }
  indexes.set(brands, index)
  return index
}

function isCapitals(word: string): boolean {
  return word === word.toUpperCase()
}

function plain(name: string): string[] {
  return (name.normalize('NFKD').replace(/\p{M}/gu, '').match(WORD) ?? []).map((word) => word.toLowerCase())
}

function namesIn(
  text: string,
  index: ReadonlyMap<string, readonly Name[]>,
  isClaim: boolean,
): ReadonlyMap<Brand, number> {
  const written = text.match(WORD) ?? []
  const words = written.map((word) => word.toLowerCase())
  const times = new Map<Brand, number>()
  for (let at = 0; at < words.length; at++) {
    const name = namesAt(written, words, at, index).find(
      (one) => (isClaim || !one.isOrdinaryWord) && (!one.isInCapitals || isCapitals(written[at] ?? '')),
    )
    if (!name) continue
    times.set(name.brand, (times.get(name.brand) ?? 0) + 1)
    at += name.words.length - 1
  }
  return times
}

function namesAt(
  written: readonly string[],
  words: readonly string[],
  at: number,
  index: ReadonlyMap<string, readonly Name[]>,
): readonly Name[] {
  const names = index.get(words[at] ?? '') ?? index.get(asDrawn(written[at] ?? '')) ?? []
  return names.filter((name) => name.words.every((word, offset) => offset === 0 || words[at + offset] === word))
}

/** A word with what is drawn like its letters put right: `PaypaI` with a capital i, `N0rton` with a zero. */
function asDrawn(word: string): string {
  if (!/\p{Ll}/u.test(word)) return word.toLowerCase()
  return word
    .replace(/(?<=\p{Ll})I/gu, 'l')
    .replace(/\d/g, (digit) => LETTER_OF_DIGIT[digit] ?? digit)
    .toLowerCase()
}
