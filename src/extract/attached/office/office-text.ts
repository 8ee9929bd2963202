import type { Paper } from '../paper.ts'
import { lookOf, isNearlyWhite, whyUnseen } from './run-look.ts'
import type { RunLook } from './run-look.ts'
import type { Attributes, XmlEvents } from './scan-xml.ts'

/** What else of a package the words refer to. why: what hides all of this file, where something does. */
export type OfficeContext = {
  readonly targets: ReadonlyMap<string, string>
  readonly styles: ReadonlyMap<string, RunLook>
  readonly why: string | null
  /** Whether the page behind the words is known to be white: no picture, no colour. */
  readonly isOnWhite: boolean
  /** Of a slide's master: what stands where the slide has its own words is a hint to its author. */
  readonly hasHints: boolean
}

/** What was taken out, what it was before, and what stands for programs of the last century. */
const SKIPPED = new Set(['del', 'moveFrom', 'rPrChange', 'pPrChange', 'delInstrText'])
const LONGEST_INSTRUCTION = 2_000
const BREAKS: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

type Table = { isStyled: boolean; isHiddenRow: boolean; fill: string | undefined }
type Field = { instruction: string; since: number | null }

/**
 * Writes down what Word and PowerPoint show of their XML: paragraphs, table cells, text boxes, links, once each.
 * The elements of both are called alike.
 *
 * Source: ECMA-376, part 1, chapters 17 (WordprocessingML) and 21 (DrawingML).
 */
export class OfficeText implements XmlEvents {
  readonly #paper: Paper
  readonly #context: OfficeContext
  readonly #properties: string[] = []
  readonly #fields: Field[] = []
  readonly #links: { readonly href: string; readonly since: number }[] = []
  readonly #choices: boolean[] = []
  readonly #tables: Table[] = []
  #skipped = 0
  #boxes = 0
  #isHint = false
  #paragraph: RunLook = {}
  #run: RunLook = {}
  #runLink: { readonly href: string; readonly since: number } | null = null
  #isFirstInCell = false
  #reads: 'text' | 'instruction' | null = null

  constructor(paper: Paper, context: OfficeContext) {
    this.#paper = paper
    this.#context = context
  }

  get isDone(): boolean {
    return this.#paper.isFull
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || SKIPPED.has(name) || (name === 'Fallback' && this.#choices.at(-1) === true)) {
      this.#skipped++
      return
    }
    if (name.endsWith('Pr')) this.#openProperties(name, attributes)
    else if (this.#properties.length > 0) this.#property(name, attributes)
    else this.#content(name, attributes)
  }

  #openProperties(name: string, attributes: Attributes): void {
    this.#properties.push(name)
    const points = name === 'rPr' ? Number(attributes('sz') ?? Number.NaN) / 100 : Number.NaN
    if (!Number.isNaN(points)) this.#run = { ...this.#run, size: points }
  }

  #property(name: string, attributes: Attributes): void {
    if (name === 'hlinkClick') this.#click(attributes)
    if (name === 'ph') this.#isHint = this.#context.hasHints
    const table = this.#tables.at(-1)
    const look = lookOf(name, attributes)
    if (this.#properties.includes('pPr')) {
      const style = name === 'pStyle' ? this.#context.styles.get(attributes('val') ?? '') : undefined
      if (style) this.#paragraph = { ...style, ...this.#paragraph }
      if (look?.fill !== undefined && !this.#properties.includes('rPr'))
        this.#paragraph = { ...this.#paragraph, ...look }
    } else if (this.#properties.includes('rPr')) {
      const style = name === 'rStyle' ? this.#context.styles.get(attributes('val') ?? '') : undefined
      this.#run = { ...this.#run, ...style, ...look }
    } else if (table && this.#properties.includes('tcPr') && look?.fill !== undefined) table.fill = look.fill
    else if (table && name === 'hidden' && this.#properties.includes('trPr')) table.isHiddenRow = true
    else if (table && name === 'tblStyle') table.isStyled = !/^Table(?:Grid|Normal)/i.test(attributes('val') ?? '')
  }

  #click(attributes: Attributes): void {
    const href = this.#context.targets.get(attributes('id') ?? '')
    if (href === undefined) return
    if (this.#properties.includes('rPr')) this.#runLink = { href, since: this.#paper.length }
    else this.#paper.link(href, this.#paper.length)
  }

  #content(name: string, attributes: Attributes): void {
    switch (name) {
      case 'p':
        if (!this.#isFirstInCell) this.#paper.newLine()
        this.#isFirstInCell = false
        this.#paragraph = {}
        break
      case 'r':
      case 'fld':
        this.#run = this.#paragraph
        break
      case 't':
        this.#reads = 'text'
        break
      case 'instrText':
        this.#reads = 'instruction'
        break
      case 'sym':
        this.#write(symbol(attributes))
        break
      case 'textpath':
        this.#write(`${attributes('string') ?? ''}\n`)
        break
      case 'tbl':
        this.#paper.newLine()
        this.#tables.push({ isStyled: false, isHiddenRow: false, fill: undefined })
        break
      case 'tr':
        for (const table of this.#tables.slice(-1)) table.isHiddenRow = false
        break
      case 'tc':
        this.#isFirstInCell = true
        break
      case 'sp':
        this.#isHint = false
        break
      case 'txbxContent':
      case 'txBody':
        this.#paper.newLine()
        this.#boxes++
        break
      case 'AlternateContent':
        this.#choices.push(false)
        break
      case 'Choice':
        if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true
        break
      case 'hyperlink':
        this.#links.push({ href: this.#context.targets.get(attributes('id') ?? '') ?? '', since: this.#paper.length })
        break
      case 'fldSimple':
        this.#links.push({ href: hyperlinkOf(attributes('instr') ?? ''), since: this.#paper.length })
        break
      case 'fldChar':
        this.#field(attributes('fldCharType'))
        break
      default: {
        const written = BREAKS[name]
        if (written !== undefined) this.#write(written)
      }
    }
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--
      return
    }
    if (name.endsWith('Pr')) {
      this.#properties.pop()
      return
    }
    switch (name) {
      case 't':
      case 'instrText':
        this.#reads = null
        break
      case 'r':
      case 'fld':
        if (this.#runLink) this.#paper.link(this.#runLink.href, this.#runLink.since)
        this.#runLink = null
        break
      case 'tc':
        this.#paper.write('\t', null)
        for (const table of this.#tables.slice(-1)) table.fill = undefined
        break
      case 'tr':
        this.#paper.newLine()
        break
      case 'tbl':
        this.#tables.pop()
        break
      case 'txbxContent':
      case 'txBody':
        this.#paper.newLine()
        this.#boxes--
        break
      case 'AlternateContent':
        this.#choices.pop()
        break
      case 'hyperlink':
      case 'fldSimple': {
        const link = this.#links.pop()
        if (link) this.#paper.link(link.href, link.since)
      }
    }
  }

  text(text: string): void {
    if (this.#skipped > 0) return
    const field = this.#fields.at(-1)
    if (this.#reads === 'text') this.#write(text)
    else if (this.#reads === 'instruction' && field && field.instruction.length < LONGEST_INSTRUCTION)
      field.instruction += text
  }

  #field(type: string | undefined): void {
    const field = this.#fields.at(-1)
    if (type === 'begin') this.#fields.push({ instruction: '', since: null })
    else if (type === 'separate' && field) field.since = this.#paper.length
    else if (type === 'end' && field) {
      this.#fields.pop()
      this.#paper.link(hyperlinkOf(field.instruction), field.since ?? this.#paper.length)
    }
  }

  #write(text: string): void {
    if (this.#isHint) return
    const table = this.#tables.at(-1)
    const fill = this.#run.fill ?? table?.fill
    const isOnWhite = this.#context.isOnWhite && this.#boxes === 0 && table?.isStyled !== true
    const look = fill === undefined ? this.#run : { ...this.#run, fill }
    const why = table?.isHiddenRow === true ? 'display' : this.#context.why
    this.#paper.write(text, why ?? whyUnseen(look, isOnWhite))
  }
}

function hyperlinkOf(instruction: string): string {
  return /^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))/i.exec(instruction)?.slice(1).find(Boolean) ?? ''
}

const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'

/** A character of a symbol font. Wingdings has digits in circles where others have accented letters. */
function symbol(attributes: Attributes): string {
  const code = Number.parseInt(attributes('char') ?? '', 16) & 0xff
  if (/wingdings$/i.test(attributes('font') ?? '')) return CIRCLED[code - 0x80] ?? ''
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : ''
}

/** What may lie behind words, wherever on the page these are. */
const FLOATING = /<wp:anchor\b|<v:(?:rect|shape|roundrect|oval|background)\b/

/** Whether nothing but white can lie behind the words of a Word document. */
export function hasWhitePage(xml: string): boolean {
  const background = /<w:background\b[^>]{0,500}?w:color="([^"]{0,20})"/.exec(xml.slice(0, 10_000))?.[1]
  return !FLOATING.test(xml) && (background === undefined || isNearlyWhite(background))
}
