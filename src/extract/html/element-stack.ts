import { FORMATTING, impliedEnds, SCOPES, SPECIAL } from './html-elements.ts'

/** Browsers flatten what is nested deeper, too (Chromium at 512). Bounds the work of every tag. */
const MAX_DEPTH = 256

/**
 * The open elements of a document, closed as HTML's parser closes them: end tags that are missing, misplaced or
 * crossed do what a browser does, as far as being seen depends on it. Every tag costs at most MAX_DEPTH steps.
 */
export class ElementStack<Element extends { readonly name: string }> {
  readonly open: Element[] = []
  readonly #counts = new Map<string, number>()
  readonly #closed: (element: Element) => void
  #deeper = 0

  /** In: closed, told of each element that ends, innermost first. */
  constructor(closed: (element: Element) => void) {
    this.#closed = closed
  }

  get top(): Element | undefined {
    return this.open.at(-1)
  }

  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0
  }

  /** Closes what an element of this name cannot stand in. */
  makeRoomFor(name: string): void {
    for (const { ends, stops } of impliedEnds(name)) {
      if (![...ends].some((end) => this.has(end))) continue
      this.#closeTo(
        this.open.findLastIndex((element) => ends.has(element.name) || stops.has(element.name)),
        ends,
      )
    }
  }

  /** Whether there is room for one more level; where not, its end tag is counted, and the element left out. */
  isRoomFor(): boolean {
    if (this.open.length < MAX_DEPTH) return true
    this.#deeper++
    return false
  }

  push(element: Element): void {
    this.open.push(element)
    this.#counts.set(element.name, (this.#counts.get(element.name) ?? 0) + 1)
  }

  /** An end tag. */
  close(name: string): void {
    if (this.#deeper > 0) {
      this.#deeper--
      return
    }
    if (!this.has(name)) return
    const barrier = FORMATTING.has(name) ? SCOPES : SPECIAL.has(name) ? barrierOf(name) : SPECIAL
    this.#closeTo(
      this.open.findLastIndex((element) => element.name === name || barrier.has(element.name)),
      new Set([name]),
    )
  }

  closeAll(): void {
    while (this.open.length > 0) this.#pop()
  }

  #closeTo(index: number, names: ReadonlySet<string>): void {
    if (index < 0 || !names.has(this.open[index]?.name ?? '')) return
    while (this.open.length > index) this.#pop()
  }

  #pop(): void {
    const element = this.open.pop()
    if (!element) return
    this.#counts.set(element.name, (this.#counts.get(element.name) ?? 1) - 1)
    this.#closed(element)
  }
}

const TABLE_PARTS = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption', 'body', 'html'])
const TABLE_BARRIER = new Set(['table', 'template', 'html'])

/** Parts of a table close everything inside them but no other table; `</table>` itself meets its own name first. */
function barrierOf(name: string): ReadonlySet<string> {
  return TABLE_PARTS.has(name) ? TABLE_BARRIER : SCOPES
}
