import { issue } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import type { Part } from '../model/message.ts'

/** What the parts of a mail may still hold together, in UTF-16 code units. */
export type TextRoom = { characters: number }

/** A part costs so much beside its words. */
const PART_COST = 100
/** What any file may say, however much was said before it: else padding would hush the last one. */
const LEAST_CHARACTERS = 10_000

/**
 * The parts of one file, as far as there is room for their words: half of what is left, so that files that come after a
 * long one are still heard.
 *
 * Out: the parts, the last one perhaps cut; issues takes `text_too_large` where something was left out.
 */
export function withinText(parts: readonly Part[], file: string, room: TextRoom, issues: Issue[]): readonly Part[] {
  const allowed = Math.max(room.characters >> 1, LEAST_CHARACTERS)
  let left = allowed
  const kept: Part[] = []
  for (const part of parts) {
    left -= PART_COST
    if (left <= 0) break
    kept.push(part.text.length > left ? cut(part, left) : part)
    left -= part.text.length
  }
  room.characters -= allowed - Math.max(left, 0)
  if (left <= 0) issues.push(issue('text_too_large', { part: file, saw: `more than ${allowed} characters` }))
  return kept
}

function cut(part: Part, length: number): Part {
  const hidden = part.hidden.flatMap((span) =>
    span.start < length ? [{ ...span, end: Math.min(span.end, length) }] : [],
  )
  return { ...part, text: part.text.slice(0, length), hidden }
}
