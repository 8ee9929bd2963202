const COLLAPSIBLE = /[ \t\n\f\r]+/g

/**
 * Text as HTML lays it out: white space collapses, blocks stand on lines of their own, cells of a row are tabbed.
 * What separates two texts is only written once the second one comes.
 */
export class TextFlow {
  readonly #pieces: string[] = []
  #length = 0
  #lines = 0
  #gap: '' | ' ' | '\t' = ''
  #cellIsFresh = false

  get length(): number {
    return this.#length
  }

  /** Adds text of a line; where `isPreformatted`, its white space is kept. Out: where it was put, [start, end). */
  add(text: string, isPreformatted: boolean): readonly [number, number] {
    if (isPreformatted) return this.#write(text.replaceAll('\r\n', '\n'))
    const collapsed = text.replace(COLLAPSIBLE, ' ')
    if (collapsed.startsWith(' ')) this.space()
    const words = collapsed.slice(collapsed.startsWith(' ') ? 1 : 0, collapsed.endsWith(' ') ? -1 : undefined)
    if (words === '') return [this.#length, this.#length]
    const place = this.#write(words)
    if (collapsed.endsWith(' ')) this.space()
    return place
  }

  space(): void {
    if (this.#gap === '') this.#gap = ' '
  }

  /** `<br>`: a break that adds up, to one blank line at most. */
  breakLine(): void {
    this.#lines = Math.min(this.#lines + 1, 2)
  }

  /** The edge of a block; blankLines 1 for paragraphs. At the start of a table cell it changes nothing. */
  block(blankLines: 0 | 1 = 0): void {
    if (!this.#cellIsFresh) this.#lines = Math.max(this.#lines, 1 + blankLines)
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

  toString(): string {
    return this.#pieces.join('')
  }

  #write(text: string): readonly [number, number] {
    const separator = this.#length === 0 ? '' : this.#lines > 0 ? '\n'.repeat(this.#lines) : this.#gap
    this.#lines = 0
    this.#gap = ''
    this.#cellIsFresh = false
    if (separator !== '') this.#pieces.push(separator)
    this.#pieces.push(text)
    const start = this.#length + separator.length
    this.#length = start + text.length
    return [start, this.#length]
  }
}
