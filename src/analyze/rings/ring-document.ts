import type { PhoneNumber } from '../../model/phone-number.ts'
import { LINK_KINDS } from '../../model/ring.ts'
import type { LinkKind, Ring, RingLink } from '../../model/ring.ts'

/** A text that stands in the list of all texts of a ring. */
type Place = number

type KeptReason = readonly [kind: number, shared: Place, weight: number]

/** from, to: places among its numbers. kind: of LINK_KINDS, as in a reason. */
type KeptLink = readonly [
  kind: number,
  from: number,
  to: number,
  shared: Place,
  weight: number,
  reasons: readonly KeptReason[],
  messages: readonly Place[],
]

/** A ring as it is stored: what its links say again and again, numbers, texts and kinds, is said once. */
type KeptRing = readonly [rest: Omit<Ring, 'links'>, texts: readonly string[], links: readonly KeptLink[]]

/** A third of what JSON would be: rings are written by the thousand. */
export function ringDocument({ links, ...rest }: Ring): string {
  const texts = new Map<string, Place>()
  const place = (text: string): Place => {
    const known = texts.get(text)
    if (known !== undefined) return known
    texts.set(text, texts.size)
    return texts.size - 1
  }
  const places = new Map(rest.numbers.map((number, at) => [number, at]))
  const kept = links.map(({ kind, from, to, shared, weight, reasons, messages }): KeptLink => [
    KIND_PLACES[kind],
    places.get(from)!,
    places.get(to)!,
    place(shared),
    weight,
    reasons.map((reason) => [KIND_PLACES[reason.kind], place(reason.shared), reason.weight]),
    messages.map(place),
  ])
  return JSON.stringify([rest, [...texts.keys()], kept] satisfies KeptRing)
}

/** The ring of a document. */
export function ringOfDocument(document: string): Ring {
  const [rest, texts, links] = JSON.parse(document) as KeptRing
  return { ...rest, links: links.map((link) => linkOf(link, rest.numbers, texts)) }
}

function linkOf(
  [kind, from, to, shared, weight, reasons, messages]: KeptLink,
  numbers: readonly PhoneNumber[],
  texts: readonly string[],
): RingLink {
  return {
    kind: LINK_KINDS[kind]!,
    from: numbers[from]!,
    to: numbers[to]!,
    shared: texts[shared]!,
    weight,
    reasons: reasons.map(([of, said, worth]) => ({ kind: LINK_KINDS[of]!, shared: texts[said]!, weight: worth })),
    messages: messages.map((message) => texts[message]!),
  }
}

const KIND_PLACES = Object.fromEntries(LINK_KINDS.map((kind, place) => [kind, place])) as Readonly<
  Record<LinkKind, number>
>
