import { fictionalRange } from '../model/fictional.ts'
import type { Mention } from '../model/mention.ts'
import type { Message, Part, PartKind } from '../model/message.ts'
import type { Reference, Service } from '../model/reference.ts'
import { askingAt, sentence } from './asking.ts'
import type { Asking, Surroundings } from './asking.ts'
import { brandWords } from './brands.ts'
import { isBystander } from './bystander.ts'
import { plainWords } from './misread.ts'
import { asideAt, endsOf } from './seen.ts'
import type { Aside, Ends } from './seen.ts'
import { zonesOf } from './service.ts'
import { isNearPretext } from './wording.ts'

/** One mention with what its surroundings say of it. */
export type Placed = {
  readonly mention: Mention
  readonly kind: PartKind
  readonly asking: Asking
  readonly isOfficial: boolean
  readonly isFictional: boolean
  /** Not among the sender's own words: in a quoted mail, or pushed far below the lure. */
  readonly aside: Aside | null
  /** In mail of a service that strangers write into: in the field that is theirs, in the service's own words, or not known. */
  readonly zone: 'field' | 'template' | 'open' | null
  /** The words before it say that the address block at the foot has begun. */
  readonly isFooter: boolean
  /** What the lure is about is said close by. */
  readonly isNearPretext: boolean
  /** The sentence that it stands in says it. */
  readonly isOfPretext: boolean
  /** It is given as the line of some house that is not the lure's. */
  readonly isBystander: boolean
}

/** So far to each side of a number its pretext is looked for, and for so many numbers. */
const NEAR = 220
const MOST_NEAR = 40

/** A postal address or the small print, in the six languages: what stands under it belongs to the copied template. */
const FOOTER = new RegExp(
  [
    'copyright|©|member fdic|impressum|all rights reserved|privacy (?:policy|statement)|terms (?:and|&) conditions',
    'unsubscribe|registered (?:office|in)|corporate (?:office|headquarters)',
    'todos os direitos reservados|politica de privacidade|termos (?:de uso|e condicoes)|cnpj',
    'todos los derechos reservados|politica de privacidad|terminos y condiciones|aviso legal|domicilio social',
    'alle rechte vorbehalten|datenschutz|sitz der gesellschaft|handelsregister',
    'tous droits reserves|politique de confidentialite|mentions legales|siege social',
    'alle rechten voorbehouden|privacy(?:beleid|verklaring)|algemene voorwaarden|hoofdkantoor',
  ].join('|'),
  'gi',
)
const FOOTER_REACH = 400

/** Between two numbers that stand alike: no words, `or`, the name of a country. */
const JOINED = /^[^\p{L}]{0,12}(?:\p{L}{1,4}[^\p{L}]{1,6}){0,2}$/u
const JOINED_REACH = 32

/** What an `or` does not hand on: a fax beside a telephone, the reader's own number. */
const ITS_OWN: ReadonlySet<Asking> = new Set<Asking>(['fax', 'own'])

const ITS_PLACE_ASKS: ReadonlySet<PartKind> = new Set<PartKind>(['subject', 'sender_name'])
const OF_CARDS: ReadonlySet<PartKind> = new Set<PartKind>(['calendar', 'text_attachment'])

const NOT_FOR_CALLS: ReadonlySet<Asking> = new Set<Asking>(['fax', 'own', 'messaging', 'template'])

/** The mentions of a message with their surroundings, in their order, and where each part stops being the sender's words. */
export type Placing = { readonly placed: readonly Placed[]; readonly ends: readonly Ends[] }

/**
 * Each mention of a message with its surroundings. A lure copies what would set its number aside: the head of a quoted
 * mail, the words of a conference, the foot of a service. So none of that is believed where no number is left whose call
 * is asked for, and one that it sets aside is asked for beside the pretext.
 *
 * In:  seen, the seen text of each part; sentBy, the service that the mail came from.
 */
export function place(
  message: Message,
  seen: readonly string[],
  mentions: readonly Mention[],
  reference: Reference,
  sentBy: Service | null,
): Placing {
  const ends = seen.map(endsOf)
  const placed = placedIn({ message, seen, mentions, reference, sentBy, ends, isWary: false })
  if (placed.some(isAskedFor)) return { placed, ends }
  const none = seen.map(({ length }) => ({ quoted: length, far_below: length }))
  const bare = placedIn({ message, seen, mentions, reference, sentBy, ends: none, isWary: true })
  const isOwn = bare.map((one) => isAskedFor(one) && one.isNearPretext)
  const ownParts = new Set(bare.flatMap(({ mention }, index) => (isOwn[index] ? [mention.part] : [])))
  return {
    placed: placed.map((one, index) => (isOwn[index] ? (bare[index] ?? one) : one)),
    ends: ends.map((end, part) => (ownParts.has(part) ? (none[part] ?? end) : end)),
  }
}

type Reading = {
  readonly message: Message
  readonly seen: readonly string[]
  readonly mentions: readonly Mention[]
  readonly reference: Reference
  readonly sentBy: Service | null
  readonly ends: readonly Ends[]
  readonly isWary: boolean
}

function placedIn({ message, seen, mentions, reference, sentBy, ends, isWary }: Reading): readonly Placed[] {
  const names = brandWords(reference.brands)
  const zones = seen.map((text, index) =>
    sentBy && message.parts[index]?.kind === 'body' ? zonesOf(sentBy, text) : null,
  )
  const placed = new Map<Mention, Placed>()
  let before: Placed | null = null
  for (const mention of [...mentions].sort((a, b) => a.part - b.part || a.start - b.start)) {
    const text = seen[mention.part] ?? ''
    const part = message.parts[mention.part]
    const end = ends[mention.part]
    if (before?.mention.part !== mention.part) before = null
    const read = plainWords(part?.via ?? 'text', names)
    const isFooter = isFooterAbove(read(text.slice(Math.max(0, mention.start - FOOTER_REACH), mention.start)))
    const zone = zoneOf(sentBy, zones[mention.part] ?? null, mention.start)
    const sentence = read(sentenceAround(text, mention, before?.mention.end ?? 0))
    const one: Placed = {
      mention,
      kind: part?.kind ?? 'body',
      asking: askingOf(part, text, mention, before, { isFooter, isWary, read }),
      isNearPretext: placed.size < MOST_NEAR && isNearPretext(read(around(text, mention))),
      isOfPretext: isNearPretext(sentence),
      isBystander: isBystander(sentence),
      isOfficial: reference.officialLines.has(mention.number),
      isFictional: fictionalRange(mention.number) !== null,
      aside: end ? asideAt(end, mention.start) : null,
      zone: isWary && zone === 'template' ? 'open' : zone,
      isFooter,
    }
    placed.set(mention, one)
    if (mention.visible) before = one
  }
  return mentions.flatMap((mention) => placed.get(mention) ?? [])
}

/** Whether the words around it ask for its call, whatever of. */
export function isAsked({ asking }: Placed): boolean {
  return asking === 'demand' || asking === 'support'
}

function isAskedFor(placed: Placed): boolean {
  return isCallable(placed) && isAsked(placed)
}

/** Whether it could be a number to call. */
export function isCallable(placed: Placed): boolean {
  const { mention, asking, isOfficial, isFictional, aside } = placed
  return mention.visible && !isOfficial && !isFictional && !aside && !isOfService(placed) && !NOT_FOR_CALLS.has(asking)
}

/** Whether it is the service's own line: no call is asked for in the same breath as a pretext. */
export function isOfService({ zone, asking, isOfPretext }: Placed): boolean {
  return zone === 'template' && !(asking === 'demand' && isOfPretext)
}

/** What is said in one breath with a number: since the number before, and up to the end of its own sentence. */
function sentenceAround(text: string, { start, end }: Mention, from: number): string {
  const before = sentence(text.slice(Math.max(from, start - NEAR), start))
  return `${before} ${/^[^.!?\n]{0,60}/.exec(text.slice(end, end + NEAR))?.[0] ?? ''}`
}

/** Whether a foot has begun above and nothing of the lure stands between: that a phrase of a foot is copied makes none. */
function isFooterAbove(above: string): boolean {
  const said = [...above.matchAll(FOOTER)].at(-1)
  return said !== undefined && !isNearPretext(above.slice(said.index + said[0].length))
}

function around(text: string, { start, end }: Mention): string {
  return text.slice(Math.max(0, start - NEAR), start) + text.slice(end, end + NEAR / 2)
}

/** Everything but the body of a service's mail is what somebody wrote or attached. */
function zoneOf(sentBy: Service | null, zones: ReturnType<typeof zonesOf> | null, at: number): Placed['zone'] {
  if (!sentBy) return null
  if (!zones) return 'open'
  if (zones.fields.some(({ start, end }) => start <= at && at < end)) return 'field'
  return at >= zones.foot ? 'template' : 'open'
}

function askingOf(
  part: Part | undefined,
  text: string,
  { start, end }: Mention,
  before: Placed | null,
  surroundings: Surroundings,
): Asking {
  if (part?.opens) return part.opens === 'call' ? 'demand' : 'messaging'
  const from = before?.mention.end ?? 0
  const asking = askingAt(text, start, end, { ...surroundings, from })
  if (asking !== 'none') return asking
  if (before && !ITS_OWN.has(before.asking) && isJoined(text, from, start)) return before.asking
  // Nobody writes a number there but to be called.
  return part && (ITS_PLACE_ASKS.has(part.kind) || isLineOfCard(part, text, start, end)) ? 'support' : asking
}

/** In a contact card or an invitation, a line that holds a number and nothing else. */
function isLineOfCard({ kind }: Part, text: string, start: number, end: number): boolean {
  const isAlone = /(?:^|\n)[^\p{L}\p{N}\n]{0,12}$/u.test(text.slice(Math.max(0, start - 13), start))
  return OF_CARDS.has(kind) && isAlone && /^[^\p{L}\p{N}\n]{0,12}(?:\n|$)/u.test(text.slice(end, end + 14))
}

function isJoined(text: string, from: number, to: number): boolean {
  return to - from <= JOINED_REACH && JOINED.test(text.slice(from, to))
}
