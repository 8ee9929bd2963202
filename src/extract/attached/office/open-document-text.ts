import type { Paper } from '../paper.ts'
import { whyUnseen } from './run-look.ts'
import type { RunLook } from './run-look.ts'
import type { Attributes, XmlEvents } from './scan-xml.ts'

/** Nothing of these is shown, or not as words of the document. */
const SKIPPED = new Set([
  'tracked-changes',
  'meta',
  'scripts',
  'forms',
  'index-entry-template',
  'binary-data',
  'desc',
  'title',
])
const PARAGRAPHS = new Set(['p', 'h'])
const STYLED = new Set(['p', 'h', 'span', 'a'])
const MOST_SPACES = 100

/** Writes down what OpenDocument shows, of its XML. */
export class OpenDocumentText implements XmlEvents {
  readonly #paper: Paper
  readonly #styles: Map<string, RunLook>
  readonly #looks: RunLook[] = []
  readonly #links: { readonly href: string; readonly since: number }[] = []
  #skipped = 0
  #paragraphs = 0
  #style: string | null = null
  #isFirstInCell = false
  #isHiddenRow = false

  /** In: styles, which fill as they are defined; the documents of one package share them. */
  constructor(paper: Paper, styles: Map<string, RunLook>) {
    this.#paper = paper
    this.#styles = styles
  }

  get isDone(): boolean {
    return this.#paper.isFull
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || SKIPPED.has(name)) {
      this.#skipped++
      return
    }
    if (STYLED.has(name)) {
      const own = this.#styles.get(attributes('style-name') ?? '')
      this.#looks.push({ ...this.#looks.at(-1), ...own })
    }
    if (PARAGRAPHS.has(name)) {
      if (!this.#isFirstInCell) this.#paper.newLine()
      this.#isFirstInCell = false
      this.#paragraphs++
    }
    switch (name) {
      case 'style':
        this.#style = attributes('name') ?? ''
        break
      case 'text-properties':
      case 'paragraph-properties':
        if (this.#style !== null) this.#define(this.#style, attributes)
        break
      case 'a':
        this.#links.push({ href: attributes('href') ?? '', since: this.#paper.length })
        break
      case 's':
        this.#write(' '.repeat(Math.min(MOST_SPACES, Number(attributes('c') ?? 1) || 1)))
        break
      case 'tab':
        this.#write('\t')
        break
      case 'line-break':
        this.#write('\n')
        break
      case 'table-row':
        this.#isHiddenRow = /collapse|filter/.test(attributes('visibility') ?? '')
        this.#paper.newLine()
        break
      case 'table-cell':
        this.#isFirstInCell = true
    }
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--
      return
    }
    if (STYLED.has(name)) this.#looks.pop()
    if (PARAGRAPHS.has(name)) this.#paragraphs--
    if (name === 'style') this.#style = null
    if (name === 'table-cell') {
      if (!this.#isFirstInCell) this.#paper.write('\t', null)
      this.#isFirstInCell = false
    }
    const link = name === 'a' ? this.#links.pop() : undefined
    if (link) this.#paper.link(link.href, link.since)
  }

  text(text: string): void {
    // Between elements stands only what indents the file.
    if (this.#skipped === 0 && this.#paragraphs > 0) this.#write(text.replace(/[\r\n\t]+/g, ' '))
  }

  #define(style: string, attributes: Attributes): void {
    const [color, fill, size] = ['color', 'background-color', 'font-size'].map(attributes)
    this.#styles.set(style, {
      ...this.#styles.get(style),
      ...(attributes('display') === 'none' ? { isHidden: true } : {}),
      ...(color?.startsWith('#') ? { color: color.slice(1).toLowerCase() } : {}),
      ...(fill?.startsWith('#') ? { fill: fill.slice(1).toLowerCase() } : {}),
      ...(size?.endsWith('pt') ? { size: Number.parseFloat(size) } : {}),
    })
  }

  #write(text: string): void {
    this.#paper.write(text, this.#isHiddenRow ? 'display' : whyUnseen(this.#looks.at(-1) ?? {}, false))
  }
}
