import type { Message, Part } from '../model/message.ts'
import type { Service } from '../model/reference.ts'
import { zonesOf } from './service.ts'

/** A lure says what it wants early; more of one part is not read for its words. */
const MAX_WORDS_LENGTH = 60_000

/** So many blank lines in a row push what follows off every screen. */
const FAR_BELOW = /\n(?:[^\S\n]*\n){14}/

/** The first line of a quoted or forwarded mail, as mail programs write it. */
const QUOTED = [
  /^[ \t>]*-{2,} ?(?:original message|forwarded message|mensagem original|mensaje original|urspr[^\n]{1,20}nachricht|message d'origine|oorspronkelijk bericht)/im,
  /^[^\n]{0,120}\b(?:wrote|escreveu|escribi[oó]|schrieb|a écrit|schreef)[^\n]{0,60}:[ \t]*$/im,
  /^(?:from|de|von|van): [^\n]{1,200}\n{1,2}(?:sent|date|enviad[ao](?: em| el)?|data|fecha|gesendet|datum|envoyé|verzonden): /im,
]

/** Less before a quotation is no message of its own: what follows is then the message. */
const MIN_OWN_LENGTH = 80

/**
 * The text of a part with everything nobody sees blanked out. Offsets stay those of the part's own text.
 */
export function seenText({ text, hidden }: Part): string {
  if (hidden.length === 0) return text
  const seen: string[] = []
  let at = 0
  for (const { start, end } of [...hidden].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    seen.push(text.slice(at, from), blanked(text.slice(from, end)))
    at = end
  }
  return seen.join('') + text.slice(at)
}

/** Line by line: a hidden passage may be most of a mail. */
function blanked(text: string): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(line.length))
    .join('\n')
}

/** Below the head of a mail stand the signs of ways to pay and of social networks, which nobody claims to be. */
const HEAD_LENGTH = 400

/** What the picture at the head of a message says of itself: its reader sees a logo, and not its name. */
export function logosOf({ parts }: Message): string {
  const heads = parts.flatMap(({ text, hidden }) => {
    const first = hidden.find(({ why }) => why === 'alt_text')
    return first && first.start < HEAD_LENGTH
      ? [text.slice(first.start, Math.min(first.end, first.start + HEAD_LENGTH))]
      : []
  })
  return heads.join('\n')
}

/** What stands after the sender's own words, and why it is not theirs. */
export type Aside = 'quoted' | 'far_below'

/** Where in a part it begins to be quoted, and where it is pushed far below; its length where it never is. */
export type Ends = Readonly<Record<Aside, number>>

/**
 * Where a part stops being the sender's own words, by what mail programs write before a quotation and by blank lines.
 *
 * In:  the seen text of a part.
 */
export function endsOf(seen: string): Ends {
  return { quoted: endAt(seen, QUOTED), far_below: endAt(seen, [FAR_BELOW]) }
}

/** What a place in a part is beside the sender's own words; null where they are his own. */
export function asideAt({ quoted, far_below: below }: Ends, at: number): Aside | null {
  if (at < quoted && at < below) return null
  return at >= quoted && (at < below || quoted < below) ? 'quoted' : 'far_below'
}

function endAt(seen: string, marks: readonly RegExp[]): number {
  const ends = marks.map((mark) => seen.search(mark)).filter((at) => at >= 0)
  return Math.min(seen.length, ...ends.filter((at) => seen.slice(0, at).replace(/\s+/g, '').length >= MIN_OWN_LENGTH))
}

/**
 * What the sender says where the reader sees it, part by part; a part that says nothing is ''.
 *
 * In:  seen, the seen text of each part; ends, where each stops being his; sentBy, the service the mail came from, whose
 *      own last words say nothing of the lure.
 */
export function ownWords(
  message: Message,
  seen: readonly string[],
  ends: readonly Ends[],
  sentBy: Service | null,
): readonly string[] {
  return message.parts.map(({ kind }, index) => {
    const text = seen[index] ?? ''
    if (kind === 'link') return ''
    const foot = sentBy && kind === 'body' ? zonesOf(sentBy, text).foot : text.length
    const { quoted = text.length, far_below: below = text.length } = ends[index] ?? {}
    return text.slice(0, Math.min(quoted, below, foot, MAX_WORDS_LENGTH))
  })
}
