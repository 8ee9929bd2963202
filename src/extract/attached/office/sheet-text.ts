import type { Paper } from '../paper.ts'
import { masked } from './number-mask.ts'
import type { Attributes, XmlEvents } from './scan-xml.ts'

export type SheetContext = {
  readonly strings: readonly string[]
  /** By style of cells. */
  readonly masks: readonly (string | null)[]
  readonly targets: ReadonlyMap<string, string>
  readonly isHidden: boolean
}

const MOST_HIDDEN_COLUMNS = 1_000
/** Letters between the sections of a page's header, and what says how they look. */
const HEADER_CODES = /&(?:[LCR]|"[^"]{0,100}"|\d{1,3}|K[\da-f]{6}|[A-Z])/gi

/** Writes down the cells of a sheet, row by row; numbers as their cells show them where they show no amount. */
export class SheetText implements XmlEvents {
  readonly #paper: Paper
  readonly #context: SheetContext
  readonly #hiddenColumns: (readonly [number, number])[] = []
  #type = 'n'
  #style = 0
  #column = 0
  #value = ''
  #reads: string | null = null
  #isHiddenRow = false

  constructor(paper: Paper, context: SheetContext) {
    this.#paper = paper
    this.#context = context
  }

  get isDone(): boolean {
    return this.#paper.isFull
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'col':
        if (attributes('hidden') === '1' && this.#hiddenColumns.length < MOST_HIDDEN_COLUMNS)
          this.#hiddenColumns.push([Number(attributes('min')), Number(attributes('max'))])
        break
      case 'row':
        this.#isHiddenRow = attributes('hidden') === '1' || Number(attributes('ht') ?? 1) === 0
        this.#column = 0
        this.#paper.newLine()
        break
      case 'c':
        this.#type = attributes('t') ?? 'n'
        this.#style = Number(attributes('s') ?? 0)
        this.#column = columnOf(attributes('r')) ?? this.#column + 1
        this.#value = ''
        break
      case 'hyperlink':
        this.#paper.link(this.#context.targets.get(attributes('id') ?? '') ?? '', this.#paper.length)
        break
      default:
        if (READ.has(name)) this.#reads = name
    }
  }

  close(name: string): void {
    if (name === 'c') this.#cell()
    if (name === this.#reads) this.#reads = null
  }

  text(text: string): void {
    if (this.#reads === null) return
    if (this.#reads === 'f') {
      const href = /HYPERLINK\(\s*"([^"]{1,500})"/i.exec(text)?.[1]
      if (href !== undefined) this.#paper.link(href, this.#paper.length)
    } else if (this.#reads === 'v' || this.#reads === 't') this.#value += text
    else this.#paper.write(`\n${text.replace(HEADER_CODES, ' ').trim()}\n`, this.#why())
  }

  #cell(): void {
    const text = this.#shown()
    if (text !== '') this.#paper.write(`${text}\t`, this.#why())
  }

  #shown(): string {
    if (this.#type === 's') return this.#context.strings[Number(this.#value)] ?? ''
    if (this.#type === 'e' || this.#type === 'b') return ''
    const number =
      this.#type === 'n' && /^\d+(?:\.\d+)?E\+?\d+$/i.test(this.#value) ? String(Number(this.#value)) : this.#value
    const mask = this.#context.masks[this.#style] ?? null
    return mask !== null && /^\d{4,15}$/.test(number) ? masked(number, mask) : number
  }

  #why(): string | null {
    const isHidden =
      this.#context.isHidden ||
      this.#isHiddenRow ||
      this.#hiddenColumns.some(([first, last]) => first <= this.#column && this.#column <= last)
    return isHidden ? 'display' : null
  }
}

/** Values, inline strings, formulas, and the headers and footers of the printed page. */
const READ = new Set(['v', 't', 'f', 'oddHeader', 'oddFooter', 'firstHeader', 'firstFooter'])

/** A is 1. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters === undefined
    ? null
    : [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
