import { decodeHTML, decodeHTMLAttribute } from 'entities/decode'
import { startTag } from './start-tag.ts'
import type { StartTag } from './start-tag.ts'

/** Who takes the tokens of a document, in order. Text comes decoded. */
export type TokenSink = {
  open(tag: StartTag): void
  /** In: name, in small letters. */
  close(name: string): void
  text(text: string): void
}

const MOST_KEPT = 4_096
const LONGEST_KEPT = 1_000
/** No element of a mail has so many. */
const MOST_ATTRIBUTES = 200

const [TAB, LF, FF, CR, SPACE] = [0x09, 0x0a, 0x0c, 0x0d, 0x20]
const [BANG, QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER, QUESTION] = [0x21, 0x22, 0x27, 0x2f, 0x3d, 0x3e, 0x3f]

/**
 * The tokens of an HTML document, as a browser's tokenizer splits it. Every character is looked at a bounded number of
 * times, whatever is left open.
 *
 * Source: HTML Living Standard, 13.2.5.
 */
export class HtmlTokens {
  readonly #html: string
  readonly #kept = new Map<string, StartTag>()
  /** Where the next `--!>` stands; -1 none. */
  #oddCommentEnd = 0

  constructor(html: string) {
    this.#html = html
  }

  /** In: end, where to stop; to be called again for another reading of the same document. */
  giveTo(sink: TokenSink, end = this.#html.length): void {
    const html = this.#html
    let from = 0
    let at = 0
    this.#oddCommentEnd = 0
    while (at < end) {
      const open = html.indexOf('<', at)
      if (open < 0 || open >= end) break
      const code = html.charCodeAt(open + 1)
      const isTag = isLetter(code)
      if (!isTag && code !== SLASH && code !== BANG && code !== QUESTION) {
        at = open + 1
        continue
      }
      if (code === SLASH && open + 2 >= html.length) break
      if (open > from) sink.text(decoded(html.slice(from, open)))
      at = isTag ? this.#startTag(open, sink) : code === SLASH ? this.#endTag(open, sink) : this.#comment(open)
      from = at
    }
    if (from < end) sink.text(decoded(html.slice(from, end)))
  }

  /** Out: where the next token begins, as for all of these. What is not closed reaches to the end. */
  #startTag(open: number, sink: TokenSink): number {
    const html = this.#html
    const nameEnd = endOfName(html, open + 1)
    const end = readAttributes(html, nameEnd, null)
    if (end < 0) return html.length
    const words = html.slice(open + 1, end)
    let tag = this.#kept.get(words)
    if (!tag) {
      const attributes = new Map<string, string>()
      readAttributes(html, nameEnd, attributes)
      const isKept = words.length <= LONGEST_KEPT && this.#kept.size < MOST_KEPT
      const isSelfClosing = html.charCodeAt(end - 1) === SLASH
      tag = startTag(html.slice(open + 1, nameEnd).toLowerCase(), attributes, { isSelfClosing, isKept })
      if (isKept) this.#kept.set(words, tag)
    }
    sink.open(tag)
    return tag.kind.holds === 'markup' ? end + 1 : this.#content(tag, end + 1, sink)
  }

  /** What stands in an element in which there are no tags. */
  #content({ name, kind }: StartTag, start: number, sink: TokenSink): number {
    const html = this.#html
    const end = name === 'plaintext' ? html.length : this.#endOfContent(name, start)
    if (end > start) sink.text(kind.holds === 'raw_text' ? html.slice(start, end) : decoded(html.slice(start, end)))
    return end
  }

  #endOfContent(name: string, start: number): number {
    const html = this.#html
    for (let at = html.indexOf('</', start); at >= 0; at = html.indexOf('</', at + 2)) {
      const end = at + 2 + name.length
      if (html.slice(at + 2, end).toLowerCase() === name && endOfName(html, end) === end) return at
    }
    return html.length
  }

  #endTag(open: number, sink: TokenSink): number {
    const html = this.#html
    if (!isLetter(html.charCodeAt(open + 2))) return after(html, '>', open + 2)
    const nameEnd = endOfName(html, open + 2)
    const end = readAttributes(html, nameEnd, null)
    if (end < 0) return html.length
    sink.close(html.slice(open + 2, nameEnd).toLowerCase())
    return end + 1
  }

  #comment(open: number): number {
    const html = this.#html
    if (!html.startsWith('<!--', open)) return after(html, '>', open + 2)
    if (html.startsWith('>', open + 4)) return open + 5
    if (html.startsWith('->', open + 4)) return open + 6
    const end = after(html, '-->', open + 4)
    if (this.#oddCommentEnd >= 0 && this.#oddCommentEnd < open + 4) {
      this.#oddCommentEnd = html.indexOf('--!>', open + 4)
    }
    return this.#oddCommentEnd >= 0 && this.#oddCommentEnd < end ? this.#oddCommentEnd + 4 : end
  }
}

function decoded(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === TAB || code === CR || code === FF
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

function endOfName(html: string, from: number): number {
  let at = from
  for (let code = html.charCodeAt(at); at < html.length; code = html.charCodeAt(++at)) {
    if (code === GREATER || code === SLASH || isSpace(code)) break
  }
  return at
}

/**
 * Reads what stands in a tag after its name.
 *
 * In:  into, where to put the attributes; null: only the end is wanted.
 * Out: where its `>` stands; -1 where it is not closed.
 */
function readAttributes(html: string, from: number, into: Map<string, string> | null): number {
  const { length } = html
  let at = from
  while (at < length) {
    let code = html.charCodeAt(at)
    if (code === GREATER) return at
    if (code === SLASH || isSpace(code)) {
      at++
      continue
    }
    const nameStart = at
    // A name may begin with `=`.
    do code = html.charCodeAt(++at)
    while (at < length && code !== EQUALS && code !== GREATER && code !== SLASH && !isSpace(code))
    const nameEnd = at
    while (at < length && isSpace(html.charCodeAt(at))) at++
    let value = ''
    if (html.charCodeAt(at) === EQUALS) {
      do at++
      while (at < length && isSpace(html.charCodeAt(at)))
      const mark = html.charCodeAt(at)
      const isQuoted = mark === QUOTE || mark === APOSTROPHE
      const start = isQuoted ? at + 1 : at
      const end = isQuoted ? html.indexOf(mark === QUOTE ? '"' : "'", start) : endOfBareValue(html, start)
      if (end < 0) return -1
      if (into !== null) value = html.slice(start, end)
      at = isQuoted ? end + 1 : end
    }
    if (into === null || into.size >= MOST_ATTRIBUTES) continue
    const name = html.slice(nameStart, nameEnd).toLowerCase()
    if (!into.has(name)) into.set(name, value.includes('&') ? decodeHTMLAttribute(value) : value)
  }
  return -1
}

function endOfBareValue(html: string, from: number): number {
  let at = from
  while (at < html.length && html.charCodeAt(at) !== GREATER && !isSpace(html.charCodeAt(at))) at++
  return at
}
