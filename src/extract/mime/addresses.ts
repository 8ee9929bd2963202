import type { Sender } from '../../model/message.ts'
import { decodeWords } from './encoded-words.ts'

const MOST_ADDRESSES = 100
/** More of one field is read by nobody. */
const LONGEST_FIELD = 20_000

/** One entry of a list as it is gathered. */
type Draft = { name: string; address: string; comment: string; hasAddress: boolean }

/**
 * The addresses of a field, `"Doe, Joe" <joe@example.org>, ann@example.org (Ann), friends: eve@example.org;`, those of
 * groups among them, also where quotes and brackets are not what they should be.
 *
 * Out: names decoded; address '' where there is only a name.
 * Source: RFC 5322, sections 3.4 and 4.4.
 */
export function readAddresses(field: string): Sender[] {
  const senders: Sender[] = []
  let draft = emptyDraft()
  let hasComments = true
  const end = (): void => {
    const sender = senderOf(draft)
    if (sender) senders.push(sender)
    draft = emptyDraft()
  }
  const text = field.slice(0, LONGEST_FIELD)
  for (let at = 0; at < text.length && senders.length < MOST_ADDRESSES;) {
    const letter = text.charAt(at)
    if (letter === '"') {
      const close = closing(text, at + 1, '"')
      draft.name += close < 0 ? '' : unescaped(text.slice(at + 1, close))
      at = close < 0 ? at + 1 : close + 1
    } else if (letter === '(') {
      const close: number = hasComments ? closing(text, at + 1, ')') : -1
      // A bracket that nothing closes is a letter, as are those after it.
      hasComments &&= close >= 0
      if (hasComments) draft.comment ||= unescaped(text.slice(at + 1, close))
      else draft.name += letter
      at = hasComments ? close + 1 : at + 1
    } else if (letter === '<') {
      const close = text.indexOf('>', at)
      // A second pair of brackets is the address, and the first part of the name: `A <a@b> <c@d>`.
      if (draft.hasAddress) draft.name += ` <${draft.address}> `
      draft.address = text.slice(at + 1, close < 0 ? text.length : close).replace(/\s+/g, '')
      draft.hasAddress = true
      at = close < 0 ? text.length : close + 1
    } else if (letter === ':' && !draft.hasAddress && !draft.name.includes('@')) {
      draft = emptyDraft()
      at++
    } else if (letter === ';' || (letter === ',' && !isWithinName(text, at, draft))) {
      end()
      at++
    } else {
      draft.name += letter
      at++
    }
  }
  end()
  return senders
}

function emptyDraft(): Draft {
  return { name: '', address: '', comment: '', hasAddress: false }
}

/** Whether a comma parts a name that lacks its quotes, `Doe, Joe <joe@example.org>`: what stands before it is no address. */
function isWithinName(text: string, comma: number, { name, hasAddress }: Draft): boolean {
  if (hasAddress || name.includes('@')) return false
  const bracket = text.indexOf('<', comma)
  const next = text.indexOf(',', comma + 1)
  const at = text.indexOf('@', comma)
  return bracket >= 0 && (next < 0 || bracket < next) && bracket < at
}

function closing(text: string, from: number, mark: '"' | ')'): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '\\') at++
    else if (letter === '(' && mark === ')') depth++
    else if (letter === mark && depth-- === 0) return at
  }
  return -1
}

function unescaped(text: string): string {
  return text.replace(/\\([^])/g, '$1')
}

/** A bare address is no name; a comment is one where there is none else. */
function senderOf({ name: written, address, comment, hasAddress }: Draft): Sender | null {
  const name = decodeWords(written).replace(/\s+/g, ' ').trim()
  const named = name || decodeWords(comment).trim()
  // Programs that have no name put the address in its place.
  if (hasAddress) return named || address ? { name: named === address ? '' : named, address } : null
  const bare = /[^\s<>"',;]+@[^\s<>"',;]+/.exec(name)?.[0]
  if (bare === undefined) return named ? { name: named, address: '' } : null
  const rest = name.replace(bare, '').replace(/^[\s<>"',;]+|[\s<>"',;]+$/g, '')
  return { name: rest || decodeWords(comment).trim(), address: bare }
}
