import type { Found, Mention } from '../../model/mention.ts'
import type { Message, Part } from '../../model/message.ts'
import { isVisible } from '../../model/message.ts'
import type { Region } from '../../model/phone-number.ts'
import { findNumbers } from './find-numbers.ts'
import { likelyRegions } from './likely-regions.ts'

/**
 * Finds every number standing in a message, part by part, in the order of the text. One number in two parts, or twice
 * in one, is two mentions.
 */
export function findMentions(message: Message, fallback: Region | null): Mention[] {
  const regions = likelyRegions(message, fallback)
  return message.parts.flatMap((part, index) =>
    findNumbers(part.text, regions).map((found) => mentionIn(part, index, found)),
  )
}

function mentionIn(part: Part, index: number, found: Found): Mention {
  return { ...found, part: index, visible: isVisible(part, found.start, found.end) }
}
