import type { Part } from '../model/message.ts'
import type { MentionedPart, RoledMention } from './read-one.ts'

/** Of all parts together: nobody reads more, and what is answered has to fit in memory. */
export const MOST_CHARACTERS = 2_000_000

/** What a part, a mention or a hidden span weighs besides its words, in characters: a mail may have a million of them. */
const WEIGHT = 100

type Span = { readonly start: number; readonly end: number }

/** The parts of a mail, each with the numbers in it, as far as there is room. isCut: whether something was left out. */
export function mentionedParts(
  parts: readonly Part[],
  mentions: readonly RoledMention[],
): { readonly parts: MentionedPart[]; readonly isCut: boolean } {
  const byPart = parts.map((): RoledMention[] => [])
  for (const mention of mentions) byPart[mention.part]?.push(mention)
  const shown: MentionedPart[] = []
  let room = MOST_CHARACTERS
  for (const [index, part] of parts.entries()) {
    const own = byPart[index] ?? []
    room -= WEIGHT
    if (room <= 0) return { parts: shown, isCut: true }
    const end = endWithin(room, part, own)
    const isWithin = (span: Span): boolean => span.end <= end
    const [hidden, within] = [part.hidden.filter(isWithin), own.filter(isWithin)]
    shown.push({ ...part, text: part.text.slice(0, end), hidden, mentions: within })
    if (end < part.text.length) return { parts: shown, isCut: true }
    room -= end + WEIGHT * (hidden.length + within.length)
  }
  return { parts: shown, isCut: false }
}

/** Where a text has to end so that it fits with all spans in it: words whose hidden spans are not told would be shown. */
function endWithin(room: number, { text, hidden }: Part, mentions: readonly Span[]): number {
  let left = room
  for (const { start, end } of [...hidden, ...mentions].toSorted((a, b) => a.start - b.start)) {
    if (end > left - WEIGHT) return Math.min(start, left)
    left -= WEIGHT
  }
  return Math.min(text.length, left)
}
