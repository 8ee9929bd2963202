import type { Mention } from '../model/mention.ts'
import type { Message, Part, PartKind } from '../model/message.ts'
import { ATTACHED, domainOf } from '../model/message.ts'
import { fictionalRange } from '../model/fictional.ts'
import { isFreeMail, isOpenPlatform } from '../model/open-senders.ts'
import type { Reference } from '../model/reference.ts'
import { askingAt } from './asking.ts'
import type { Asking } from './asking.ts'
import { brandsNamed, isSentBy } from './brands.ts'
import type { NamedBrand } from './brands.ts'
import { fold } from './fold.ts'
import { endOfOwnWords, nearText, ownWords, seenText } from './seen.ts'
import { speaksOfItself } from './sender.ts'
import { fortuneWords, wordingsIn } from './wording.ts'
import type { Wording } from './wording.ts'

/** One mention with what its surroundings say of it. */
export type Placed = {
  readonly mention: Mention
  readonly kind: PartKind
  readonly asking: Asking
  readonly isOfficial: boolean
  readonly isFictional: boolean
  /** In a quoted mail, or pushed far below the lure. */
  readonly isAside: boolean
  /** The words before it say that the address block at the foot has begun. */
  readonly isFooter: boolean
}

/** Everything the verdict and the roles are made from: the message as its reader finds it. */
export type Lure = {
  /** The sender's own visible words, folded, with their case and lines. */
  readonly text: string
  /** The same of the body alone: what one mail of a template shares with the next. */
  readonly body: string
  readonly wordings: ReadonlySet<Wording>
  readonly fortune: number
  readonly wordCount: number
  readonly brands: readonly NamedBrand[]
  /** The brand it claims to be and does not come from. */
  readonly impersonated: NamedBrand | null
  /** That brand stands in the name of the sender. */
  readonly isSignedByBrand: boolean
  readonly isFromBrand: boolean
  readonly isFromFreemail: boolean
  /** From a service that sends what anyone writes. */
  readonly isFromOpenPlatform: boolean
  readonly speaksOfItself: boolean
  readonly senderSaysBilling: boolean
  readonly isTalk: boolean
  readonly isForwarded: boolean
  readonly placed: readonly Placed[]
  /** Mentions that could be the number to call. */
  readonly callable: readonly Placed[]
}

const BILLING_NAME =
  /\b(?:customer|client|billing|invoice|receipt|e-?receipt|support|services?|payments?|orders?|account|confirmation|renewal|subscription|department|dept|notification|alert|paid|purchase|transaction|rechnung|kundenservice|atendimento|cobranca|facturacion|facture|factuur)\b/i

/** Marks of people talking: quotations between lines, the foot of a mailing list, the dashes of a signature. */
const TALK = /^>[^\n]*\n>|\bwrote:\s*$|\bmailing list\b|\blistinfo\b|^-- ?$/im

/** What mail programs write before a forwarded subject, in the six languages. */
const FORWARDED = /^\s*(?:fwd?|wg|enc|rv|tr|doorst(?:uren)?)\s*:/i

/** A postal address or the small print: what stands under it belongs to the copied template. */
const FOOTER =
  /(?:all rights reserved|copyright|©|privacy (?:policy|statement)|terms (?:and|&) conditions|unsubscribe|registered (?:office|in)|member fdic|impressum|datenschutz|aviso legal|politica de privacidade|mentions legales)/i
const FOOTER_REACH = 400

/** A long text names many brands in passing; there only a claim counts, or one that it keeps coming back to. */
const SHORT_WORDS = 500
const MIN_TIMES = 3

export function readLure(message: Message, mentions: readonly Mention[], reference: Reference): Lure {
  const own = ownWords(message)
  const text = folded(own)
  const flat = text.toLowerCase().replace(/\s+/g, ' ')
  const wordCount = flat.split(' ').length
  const brands = brandsNamed(fold(`${message.from.name}\n${message.subject}`), text, reference.brands).filter(
    ({ isClaimed, times }) => isClaimed || times >= MIN_TIMES || wordCount <= SHORT_WORDS,
  )
  const impersonated =
    brands.find(({ brand, isClaimed }) => (isClaimed || wordCount <= SHORT_WORDS) && !isSentBy(message, brand)) ?? null
  const signedBy = brandsNamed(fold(message.from.name), '', reference.brands)
  const domain = domainOf(message.from)
  const placed = place(message, mentions, reference)
  return {
    text,
    body: folded(own.filter((_, index) => message.parts[index]?.kind === 'body')),
    wordings: wordingsIn(flat),
    fortune: fortuneWords(flat),
    wordCount,
    brands,
    impersonated,
    isSignedByBrand: signedBy.some(({ brand }) => brand === impersonated?.brand),
    isFromBrand: brands.some(({ brand }) => isSentBy(message, brand)),
    isFromFreemail: isFreeMail(domain),
    isFromOpenPlatform: isOpenPlatform(domain),
    speaksOfItself: speaksOfItself(message.from, `${fold(message.from.name)} ${text}`),
    senderSaysBilling: BILLING_NAME.test(fold(message.from.name)),
    isTalk: message.parts.some((part) => part.kind === 'body' && TALK.test(nearText(seenText(part)))),
    isForwarded: FORWARDED.test(message.subject),
    placed,
    callable: placed.filter(isCallable),
  }
}

/** How the numbers came: the kinds of parts that hold a number to call. */
export function vehicles({ callable }: Lure): { attached: boolean; calendar: boolean; bodyToo: boolean } {
  const kinds = new Set(callable.map(({ kind }) => kind))
  return {
    attached: [...kinds].some((kind) => ATTACHED.has(kind) && kind !== 'calendar'),
    calendar: kinds.has('calendar'),
    bodyToo: kinds.has('body'),
  }
}

function folded(texts: readonly string[]): string {
  return fold(texts.filter((words) => words.trim()).join('\n\n'))
}

function isCallable({ mention, asking, isOfficial, isFictional, isAside }: Placed): boolean {
  return mention.visible && !isOfficial && !isFictional && !isAside && !NOT_FOR_CALLS.has(asking)
}

const NOT_FOR_CALLS: ReadonlySet<Asking> = new Set<Asking>(['fax', 'own', 'messaging', 'template'])

function place(message: Message, mentions: readonly Mention[], reference: Reference): readonly Placed[] {
  const seen = message.parts.map(seenText)
  const ends = seen.map(endOfOwnWords)
  return mentions.map((mention): Placed => {
    const { part: index, start, number } = mention
    const text = seen[index] ?? ''
    const kind = message.parts[index]?.kind ?? 'body'
    return {
      mention,
      kind,
      asking: askingOf(message.parts[index], text, mention),
      isOfficial: reference.officialLines.has(number),
      isFictional: fictionalRange(number) !== null,
      isAside: start >= (ends[index] ?? 0),
      isFooter: FOOTER.test(text.slice(Math.max(0, start - FOOTER_REACH), start)),
    }
  })
}

function askingOf(part: Part | undefined, text: string, { start, end }: Mention): Asking {
  if (part?.opens) return part.opens === 'call' ? 'demand' : 'messaging'
  const asking = askingAt(text, start, end)
  // Nobody writes a number there but to be called.
  return asking === 'none' && (part?.kind === 'subject' || part?.kind === 'sender_name') ? 'support' : asking
}
