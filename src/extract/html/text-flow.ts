import type { WhiteSpace } from './element-style.ts'
import type { Layout } from './html-elements.ts'

const COLLAPSIBLE = /[ \t\n\f\r]+/g
const NEEDS_COLLAPSING = /[\t\n\f\r]| {2}/
/** So many blank lines say that what follows is pushed off the screen. */
const FAR_LINES = 16
/** Of a line in a window of usual width, in UTF-16 code units. */
const LINE_LENGTH = 120

/**
 * Text as HTML lays it out: white space collapses, blocks stand on lines of their own, cells of a row are tabbed.
 * What separates two texts is only written once the second one comes.
 */
export class TextFlow {
  readonly #pieces: string[] = []
  #length = 0
  #lines = 0
  #broken = 0
  #gap: '' | ' ' | '\t' = ''
  #cellIsFresh = false

  /** How many were written, about: long ones are wrapped. */
  get lines(): number {
    return this.#broken + this.#length / LINE_LENGTH
  }

  get length(): number {
    return this.#length
  }

  /** Adds text of a line. Out: where it was put, [start, end). */
  add(text: string, whiteSpace: WhiteSpace): readonly [number, number] {
    if (whiteSpace === 'kept') return this.#write(text.replaceAll('\r\n', '\n'))
    if (whiteSpace === 'lines') return this.#addLines(text)
    let from = 0
    let to = text.length
    while (from < to && isCollapsible(text.charCodeAt(from))) from++
    if (from === to) {
      if (to > 0) this.space()
      return [this.#length, this.#length]
    }
    while (isCollapsible(text.charCodeAt(to - 1))) to--
    if (from > 0) this.space()
    const words = from === 0 && to === text.length ? text : text.slice(from, to)
    const place = this.#write(NEEDS_COLLAPSING.test(words) ? words.replace(COLLAPSIBLE, ' ') : words)
    if (to < text.length) this.space()
    return place
  }

  space(): void {
    if (this.#gap === '') this.#gap = ' '
  }

  /** `<br>`: a break that adds up, to one blank line at most. */
  breakLine(): void {
    this.#lines = Math.max(this.#lines, Math.min(this.#lines + 1, 2))
  }

  /** The edge of a block; blankLines 1 for paragraphs. At the start of a table cell it changes nothing. */
  block(blankLines: 0 | 1 = 0): void {
    if (!this.#cellIsFresh) this.#lines = Math.max(this.#lines, 1 + blankLines)
  }

  /** Where an element begins or ends; of a cell, its row tells. */
  edge(layout: Layout): void {
    if (layout === 'row') this.row()
    else if (layout === 'block') this.block()
    else if (layout === 'paragraph') this.block(1)
    else if (layout === 'item') this.space()
  }

  row(): void {
    this.#cellIsFresh = false
    this.block()
  }

  /** The next cell of a row stands beside the one before, whatever blocks that one ended with. */
  cell(): void {
    this.#lines = 0
    this.#gap = '\t'
    this.#cellIsFresh = true
  }

  /** What comes now is only seen by who scrolls past a blank screen. */
  farBelow(): void {
    this.#lines = FAR_LINES
  }

  toString(): string {
    return this.#pieces.join('')
  }

  #addLines(text: string): readonly [number, number] {
    const lines = text.split('\n')
    let start: number | null = null
    let end = this.#length
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.breakLine()
      const [from, to] = this.add(line, 'collapsed')
      if (to > from) start ??= from
      end = to
    }
    return [start ?? end, end]
  }

  #write(text: string): readonly [number, number] {
    const separator = this.#length === 0 ? '' : this.#lines > 0 ? '\n'.repeat(this.#lines) : this.#gap
    this.#lines = 0
    this.#gap = ''
    this.#cellIsFresh = false
    this.#broken += separator.startsWith('\n') ? separator.length : 0
    if (separator !== '') this.#pieces.push(separator)
    this.#pieces.push(text)
    const start = this.#length + separator.length
    this.#length = start + text.length
    return [start, this.#length]
  }
}

function isCollapsible(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c
}
