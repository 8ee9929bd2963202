import { decodeCharset, decodeUntold } from './decode-charset.ts'
import { decodeWords } from './encoded-words.ts'

/** A field's value and its parameters, names in small letters. */
export type Parameters = { readonly value: string; readonly params: ReadonlyMap<string, string> }

const MOST_PARAMETERS = 200
/** Those that people name: they may hold blanks, and words encoded in the way of headers. */
const NAMES = new Set(['name', 'filename'])

/**
 * Reads `text/plain; charset="utf-8"; name*0*=utf-8''a%20; name*1=b`, also where its quotes, blanks and semicolons are
 * not what they should be. The first parameter of a name counts.
 *
 * Out: value, in small letters and without blanks.
 * Source: RFC 2045, section 5.1; RFC 2231, sections 3 and 4.
 */
export function readParameters(field: string): Parameters {
  const head = /^\s*([^\s;,()"]*(?:\s*\/\s*[^\s;,()"]+)?)/.exec(field)
  const value = (head?.[1] ?? '').replace(/\s+/g, '').toLowerCase()
  const plain = new Map<string, string>()
  const pieces = new Map<string, Piece[]>()
  let at = head?.[0].length ?? 0
  for (let count = 0; at < field.length && count < MOST_PARAMETERS; count++) {
    const start = skip(field, at)
    const equals = indexOrEnd(field, '=', start)
    const semicolon = indexOrEnd(field, ';', start)
    if (equals >= semicolon) {
      at = semicolon + 1
      continue
    }
    const written = field.slice(start, equals).trim().toLowerCase()
    const piece = /^([^*]*)\*(?:(\d{1,3})(\*)?)?$/.exec(written)
    const name = piece?.[1] ?? written
    const read = readValue(field, equals + 1, NAMES.has(name))
    at = read.next
    if (piece) {
      const isEncoded = piece[2] === undefined || piece[3] !== undefined
      const own = pieces.get(name) ?? []
      own.push({ index: Number(piece[2] ?? 0), isEncoded, text: read.text })
      pieces.set(name, own)
    } else if (!plain.has(name)) plain.set(name, read.text)
  }
  for (const [name, own] of pieces) plain.set(name, joined(own))
  for (const name of NAMES) {
    const text = plain.get(name)
    if (text !== undefined) plain.set(name, decodeWords(text).trim())
  }
  return { value, params: plain }
}

function skip(field: string, from: number): number {
  let at = from
  while (at < field.length && /[\s;,]/.test(field.charAt(at))) at++
  return at
}

function indexOrEnd(field: string, mark: string, from: number): number {
  const at = field.indexOf(mark, from)
  return at < 0 ? field.length : at
}

/** A value in quotes, or up to the next semicolon. next: where the parameter after it may begin. */
function readValue(field: string, from: number, isName: boolean): { readonly text: string; readonly next: number } {
  let at = from
  while (field.charAt(at) === ' ' || field.charAt(at) === '\t') at++
  const isQuoted = field.charAt(at) === '"'
  const close = isQuoted ? closingQuote(field, at + 1) : -1
  if (close >= 0) {
    const next = indexOrEnd(field, ';', close)
    return { text: field.slice(at + 1, close).replace(/\\(["\\])/g, '$1'), next }
  }
  const next = indexOrEnd(field, ';', at)
  const bare = field.slice(isQuoted ? at + 1 : at, next).trim()
  return { text: isName ? bare : bare.replace(/[\s(][^]*$/, ''), next }
}

function closingQuote(field: string, from: number): number {
  for (let at = from; at < field.length; at++) {
    const letter = field.charAt(at)
    if (letter === '\\') at++
    else if (letter === '"') return at
  }
  return -1
}

type Piece = { readonly index: number; readonly isEncoded: boolean; readonly text: string }

/** Pieces of one value, in the order of their numbers; the first names the charset of all that are percent-encoded. */
function joined(pieces: Piece[]): string {
  const inOrder = pieces.toSorted((a, b) => a.index - b.index)
  const [, charset = '', rest] = (inOrder[0]?.isEncoded && /^([^']*)'[^']*'([^]*)$/.exec(inOrder[0].text)) || []
  const bytes = inOrder.map(({ isEncoded, text }, index) => {
    const own = index === 0 && rest !== undefined ? rest : text
    return isEncoded ? percentDecoded(own) : Buffer.from(own)
  })
  const all = Buffer.concat(bytes)
  return (charset && decodeCharset(all, charset)) || decodeUntold(all)
}

function percentDecoded(text: string): Buffer {
  const pieces = text.split(/(?:%([\dA-Fa-f]{2}))/)
  return Buffer.concat(pieces.map((piece, index) => Buffer.from(piece, index % 2 === 1 ? 'hex' : 'utf8')))
}
