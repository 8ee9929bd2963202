import type { Mention } from '../model/mention.ts'
import type { Message } from '../model/message.ts'
import { ATTACHED, domainOf, isFromProven } from '../model/message.ts'
import { isFreeMail, isOpenPlatform, isOpenSender } from '../model/open-senders.ts'
import type { Reference, Service } from '../model/reference.ts'
import { bearsNameOf, brandsNamed, brandWords, isSentBy } from './brands.ts'
import type { NamedBrand } from './brands.ts'
import { fold } from './fold.ts'
import { plainWords } from './misread.ts'
import { isCallable, place } from './place.ts'
import type { Placed } from './place.ts'
import { logosOf, ownWords, seenText } from './seen.ts'
import type { Ends } from './seen.ts'
import { isDeskDomain, playsAuthority, speaksOfItself } from './sender.ts'
import { serviceOf, zonesOf } from './service.ts'
import { fortuneWords, wordingsIn } from './wording.ts'
import type { Wording } from './wording.ts'

/** Everything the verdict and the roles are made from: the message as its reader finds it. */
export type Lure = {
  /** The seen text of each part, in the words and places it has there. */
  readonly seen: readonly string[]
  /** The sender's own visible words, folded, with their case and lines. */
  readonly text: string
  /** The same of the body alone: what one mail of a template shares with the next. */
  readonly body: string
  readonly wordings: ReadonlySet<Wording>
  readonly fortune: number
  readonly wordCount: number
  /** isSender: it comes from a domain of that brand. */
  readonly brands: readonly (NamedBrand & { readonly isSender: boolean })[]
  /** The brand it claims to be and does not come from. */
  readonly impersonated: NamedBrand | null
  /** That brand stands in the name of the sender. */
  readonly isSignedByBrand: boolean
  readonly isFromBrand: boolean
  /** From a domain that bears the brand's name and is not the brand's. */
  readonly isFromLookalike: boolean
  readonly isFromCheapDomain: boolean
  /** From a domain named after a desk: refunds, alerts, claims. */
  readonly isFromDeskDomain: boolean
  /** The receiving server found the domain of the From behind it, and nobody gets an address there for nothing. */
  readonly isFromProvenHouse: boolean
  readonly isFromFreemail: boolean
  /** From a service that sends what anyone writes. */
  readonly isFromOpenPlatform: boolean
  /** That service, where the table knows it. */
  readonly sentBy: Service | null
  readonly speaksOfItself: boolean
  readonly senderSaysBilling: boolean
  /** Its name is an authority's, and it comes from no domain of one. */
  readonly playsAuthority: boolean
  /** The number is dialled by a link and written nowhere: tapping there is calling. */
  readonly isTappedToCall: boolean
  readonly isTalk: boolean
  readonly isForwarded: boolean
  readonly placed: readonly Placed[]
  /** Mentions that could be the number to call. */
  readonly callable: readonly Placed[]
}

const BILLING_NAME = new RegExp(
  `\\b(?:${[
    'customer|client|billing|invoice|receipt|e-?receipt|support|services?|payments?|orders?|account|confirmation|renewal|subscription|department|dept|notification|alerts?|paid|purchase|transaction|security|cent(?:er|re)|help ?desk|refunds?',
    'atendimento|cobranca|seguranca|suporte|central|aviso|pedidos?|fatura',
    'facturacion|atencion|seguridad|soporte|centro|avisos?|pedidos?',
    'rechnung|kundenservice|kundendienst|sicherheit|zentrale|bestellung|buchhaltung',
    'facture|facturation|securite|assistance|service|commandes?',
    'factuur|klantenservice|beveiliging|helpdesk|bestelling|administratie',
  ].join('|')})\\b`,
  'i',
)

/** Marks of people talking: quotations between lines, the foot of a mailing list, the dashes of a signature. */
const TALK = /^>[^\n]*\n>|\bmailing list\b|\blistinfo\b|^-- ?$/im

/** What mail programs write before a forwarded subject, in the six languages. */
const FORWARDED = /^\s*(?:fwd?|wg|enc|rv|tr|doorst(?:uren)?)\s*:/i

/** A long text names many brands in passing; there only a claim counts, or one that it keeps coming back to. */
const SHORT_WORDS = 500
const MIN_TIMES = 3

/** Endings that cost little and ask nothing, which lures wear many times more often than bills. Source: Spamhaus and Interisle, most abused top-level domains, 2023-2025. */
/** Also names below `fr.com` and the like, which private registries sell as if they were a country's. */
const CHEAP =
  /\.(?:top|xyz|live|shop|info|site|online|club|store|icu|cfd|buzz|click|link|cyou|sbs|vip|bond|rest|monster|quest|lol|fun|space|website|live|world|today|zone|email|support|tk|ml|ga|cf|gq|pw)$|\.(?:fr|de|br|uk|us|eu|gb|es|nl|se|za|mex|ru|sa)\.com$|\.(?:fr|uk|gb|se|jp|in)\.net$|\.com\.de$/

export function readLure(message: Message, mentions: readonly Mention[], reference: Reference): Lure {
  const seen = message.parts.map(seenText)
  const sentBy = serviceOf(message, seen, reference.services)
  const { placed, ends } = place(message, seen, mentions, reference, sentBy)
  const own = ownWords(message, seen, ends, sentBy)
  const names = brandWords(reference.brands)
  const said = own.map((words, index) => plainWords(message.parts[index]?.via ?? 'text', names)(words))
  const text = joined(said)
  const flat = text.toLowerCase().replace(/\s+/g, ' ')
  const wordCount = flat.split(' ').length
  const brands = brandsNamed(
    { senderName: fold(message.from.name), subject: fold(message.subject), words: text, logos: fold(logosOf(message)) },
    reference.brands,
  )
    .filter(({ isClaimed, times }) => isClaimed || times >= MIN_TIMES || wordCount <= SHORT_WORDS)
    .map((named) => ({ ...named, isSender: isSentBy(message, named.brand) }))
  // Who passes a mail on does not claim to be whom it names.
  const isForwarded = FORWARDED.test(message.subject)
  const claimants = brands.filter(
    ({ isClaimed, isSender, places }) =>
      !isSender && (isForwarded ? places.has('sender_name') : isClaimed || wordCount <= SHORT_WORDS),
  )
  const impersonated = claimants.find(({ places }) => places.has('sender_name')) ?? claimants[0] ?? null
  const domain = domainOf(message.from)
  const isSpoken = speaksOfItself(message.from, `${fold(message.from.name)} ${text}`)
  const isSignedByBrand = impersonated?.places.has('sender_name') ?? false
  return {
    seen,
    text,
    body: joined(said.filter((_, index) => message.parts[index]?.kind === 'body')),
    wordings: wordingsIn(flat),
    fortune: fortuneWords(flat),
    wordCount,
    brands,
    impersonated,
    isSignedByBrand,
    isFromBrand: brands.some(({ isSender }) => isSender),
    isFromLookalike: impersonated !== null && bearsNameOf(domain, impersonated.brand),
    isFromCheapDomain: CHEAP.test(domain),
    isFromDeskDomain: !isOpenSender(domain) && isDeskDomain(domain),
    isFromProvenHouse: isFromProven(message) === true && !isOpenSender(domain) && sentBy === null,
    isFromFreemail: isFreeMail(domain),
    isFromOpenPlatform: sentBy !== null || isOpenPlatform(domain),
    sentBy,
    speaksOfItself: isSpoken,
    playsAuthority: !isSpoken && impersonated === null && playsAuthority(message.from),
    isTappedToCall: isTappedToCall(placed),
    senderSaysBilling: BILLING_NAME.test(fold(message.from.name)),
    isTalk: !isSignedByBrand && isTalk(message, seen, ends, sentBy),
    isForwarded,
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

/** Nobody talks in the name of a brand, nor in what a service writes below a stranger's words. */
function isTalk(message: Message, seen: readonly string[], ends: readonly Ends[], sentBy: Service | null): boolean {
  return message.parts.some(({ kind }, index) => {
    const text = seen[index] ?? ''
    const { quoted = 0, far_below: below = 0 } = ends[index] ?? {}
    const foot = sentBy ? zonesOf(sentBy, text).foot : below
    return kind === 'body' && (quoted < below || TALK.test(text.slice(0, Math.min(below, foot))))
  })
}

function isTappedToCall(placed: readonly Placed[]): boolean {
  const written = new Set(placed.flatMap(({ kind, mention }) => (kind === 'link' ? [] : [mention.number])))
  return placed.some(({ kind, mention }) => kind === 'link' && mention.visible && !written.has(mention.number))
}

function joined(texts: readonly string[]): string {
  return texts.filter((words) => words.trim()).join('\n\n')
}
