import { elementKind } from './html-elements.ts'
import type { StartTag } from './start-tag.ts'

/** Browsers flatten what is nested deeper, too (Chromium at 512). Bounds the work of every tag. */
const MAX_DEPTH = 256

/** Of elements that go on, so many, and so many of the same words (HTML 13.2.4.3, the Noah's Ark clause). */
const MOST_LOST = 16
const MOST_ALIKE = 3

/**
 * The open elements of a document, closed as HTML's parser closes them: end tags that are missing, misplaced or
 * crossed do what a browser does, as far as being seen depends on it. Every tag costs at most MAX_DEPTH steps.
 */
export class ElementStack<Element extends { readonly tag: StartTag }> {
  readonly #open: Element[] = []
  readonly #counts = new Map<string, number>()
  readonly #closed: (element: Element) => void
  readonly #roots: number
  /** Formatting elements that were closed with what they stood in, and go on with the next words. */
  #lost: StartTag[] = []
  #deeper = 0

  /** In: roots, which nothing closes; closed, told of each element that ends, innermost first. */
  constructor(roots: readonly Element[], closed: (element: Element) => void) {
    this.#closed = closed
    this.#roots = roots.length
    for (const root of roots) this.push(root)
  }

  get top(): Element {
    return this.#open[this.#open.length - 1] as Element
  }

  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0
  }

  /** Closes what an element of this kind cannot stand in. */
  makeRoomFor({ kind }: StartTag): void {
    for (const { ends, stops } of kind.impliedEnds) {
      let isOpen = false
      for (const end of ends) isOpen ||= this.has(end)
      if (!isOpen) continue
      for (let at = this.#open.length - 1; at >= this.#roots; at--) {
        const { name } = (this.#open[at] as Element).tag
        if (ends.has(name)) this.#closeTo(at)
        if (ends.has(name) || stops.has(name)) break
      }
    }
  }

  /** Whether there is room for one more level; where not, its end tag is counted, and the element left out. */
  isRoomFor(): boolean {
    if (this.#open.length < MAX_DEPTH) return true
    this.#deeper++
    return false
  }

  push(element: Element): void {
    this.#open.push(element)
    this.#counts.set(element.tag.name, (this.#counts.get(element.tag.name) ?? 0) + 1)
  }

  /** An end tag. */
  close(name: string): void {
    if (this.#deeper > 0) {
      this.#deeper--
      return
    }
    if (!this.has(name)) {
      const at = this.#lost.findLastIndex((tag) => tag.name === name)
      if (at >= 0) this.#lost.splice(at, 1)
      return
    }
    const { barrier } = elementKind(name)
    for (let at = this.#open.length - 1; at >= this.#roots; at--) {
      const { tag } = this.#open[at] as Element
      if (tag.name === name) return this.#closeTo(at)
      if (barrier === null ? tag.kind.isSpecial : barrier.has(tag.name)) return
    }
  }

  get hasLost(): boolean {
    return this.#lost.length > 0
  }

  /** The formatting elements that have to be opened again before the next words, outermost first. */
  takeLost(): readonly StartTag[] {
    const lost = this.#lost
    this.#lost = []
    return lost
  }

  closeAll(): void {
    this.#closeTo(this.#roots)
  }

  #closeTo(index: number): void {
    const lost: StartTag[] = []
    while (this.#open.length > index) {
      const element = this.#open.pop() as Element
      const { name, kind } = element.tag
      this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1)
      this.#closed(element)
      if (kind.isMarker) {
        lost.length = 0
        this.#lost.length = 0
      } else if (kind.isFormatting && this.#open.length > index) lost.unshift(element.tag)
    }
    for (const tag of lost) {
      const isOneMore = this.#lost.filter((own) => own === tag).length < MOST_ALIKE
      if (isOneMore && this.#lost.length < MOST_LOST) this.#lost.push(tag)
    }
  }
}
