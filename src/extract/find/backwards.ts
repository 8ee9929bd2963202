import type { Group } from './digit-groups.ts'

const WINDOW = 80
const TOLD =
  /\b(?:backwards?|revers\w+|right[- ]to[- ]left|al rev[eé]s|de tr[aá]s (?:para|pra)|ao contr[aá]rio|r[uü]ckw[aä]rts|von rechts|[aà] l.envers|achterstevoren|omgekeerd)/i

/**
 * Whether a number is written from its last digit to its first, without any mark that turns it round: its plus stands
 * behind it, its brackets open to the wrong side, or the words before it say so.
 */
export function isWrittenBackwards(text: string, groups: readonly Group[]): boolean {
  const head = groups[0] as Group
  const tail = groups[groups.length - 1] as Group
  if (text.charAt(tail.end) === '+' || /^[)\]}][\s-]?\+/.test(text.slice(tail.end, tail.end + 3))) return true
  const body = text.slice(head.start, tail.end + 1)
  if (/^[^([{]*\)\d{3}\(/.test(body)) return true
  return TOLD.test(text.slice(Math.max(0, head.start - WINDOW), head.start))
}
