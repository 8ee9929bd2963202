import type { Mention } from '../../model/mention.ts'
import type { HiddenSpan, Message } from '../../model/message.ts'
import type { Region } from '../../model/phone-number.ts'
import { findNumbers } from './find-numbers.ts'
import { likelyRegions } from './likely-regions.ts'

/**
 * Finds every number standing in a message, part by part, in the order of the text. One number in two parts, or twice
 * in one, is two mentions.
 */
export function findMentions(message: Message, fallback: Region | null): Mention[] {
  const regions = likelyRegions(message, fallback)
  const mentions: Mention[] = []
  for (const [part, { text, hidden }] of message.parts.entries()) {
    const isHidden = hiddenness(hidden)
    for (const { number, region, extension, raw, start, end, disguises } of findNumbers(text, regions)) {
      const visible = !isHidden(start, end)
      mentions.push({ number, region, extension, raw, start, end, disguises, part, visible })
    }
  }
  return mentions
}

/** Tells of ascending stretches whether any of them is hidden, with one look at each span in all. */
function hiddenness(hidden: readonly HiddenSpan[]): (start: number, end: number) => boolean {
  const spans = [...hidden].sort((a, b) => a.start - b.start)
  let next = 0
  let reach = 0
  return (start, end) => {
    while (next < spans.length && (spans[next] as HiddenSpan).start < end) {
      reach = Math.max(reach, (spans[next] as HiddenSpan).end)
      next++
    }
    return reach > start
  }
}
