import type { HiddenSpan } from '../../model/message.ts'
import { dialledNumber, linkAction } from '../find/dialled-number.ts'
import type { PhoneLink } from '../html/markup.ts'

/** What a document shows. isCut: there was more than the limit. */
export type Page = {
  readonly text: string
  readonly hidden: readonly HiddenSpan[]
  readonly links: readonly PhoneLink[]
  readonly isCut: boolean
}

const MOST_LINKS = 500
const SHOWN_LENGTH = 500

/** What a document's reader writes down as it goes: the words, which of them nobody sees, and what its links dial. */
export class Paper {
  readonly #pieces: string[] = []
  readonly #hidden: HiddenSpan[] = []
  readonly #links: PhoneLink[] = []
  readonly #most: number
  #tail = ''
  #isCut = false
  length = 0

  /** In: most, UTF-16 code units that are kept. */
  constructor(most: number) {
    this.#most = most
  }

  get isFull(): boolean {
    return this.#isCut
  }

  /** In: why nobody sees it; null where it is seen. */
  write(text: string, why: string | null): void {
    const kept = text.slice(0, this.#most - this.length)
    if (kept.length < text.length) this.#isCut = true
    if (kept === '') return
    const start = this.length
    this.length += kept.length
    this.#pieces.push(kept)
    this.#tail = kept
    if (why === null) return
    const last = this.#hidden.at(-1)
    if (last && last.end === start && last.why === why)
      this.#hidden[this.#hidden.length - 1] = { ...last, end: this.length }
    else this.#hidden.push({ start, end: this.length, why })
  }

  /** Begins a new line, unless one has begun. */
  newLine(): void {
    if (this.length > 0 && !this.#tail.endsWith('\n')) this.write('\n', null)
  }

  /** What was written since, taken as the words of a link. */
  link(href: string, since: number): void {
    const number = this.#links.length < MOST_LINKS ? dialledNumber(href) : null
    if (number === null) return
    const isVisible = !this.#hidden.some(({ start, end }) => start <= since && end >= this.length && end > start)
    this.#links.push({ number, opens: linkAction(href), isVisible, shows: this.#since(since) })
  }

  #since(start: number): string {
    let text = ''
    for (let at = this.#pieces.length - 1, end = this.length; at >= 0 && end > start; at--) {
      const piece = this.#pieces[at] as string
      end -= piece.length
      text = piece.slice(Math.max(0, start - end)) + text
      if (text.length > SHOWN_LENGTH) break
    }
    return text.slice(0, SHOWN_LENGTH)
  }

  end(): Page {
    return { text: this.#pieces.join(''), hidden: this.#hidden, links: this.#links, isCut: this.#isCut }
  }
}
