import type { HiddenSpan, LinkAction } from '../../model/message.ts'
import { Cascade } from './css-cascade.ts'
import type { Declared, Selectable } from './css-cascade.ts'
import { readLength } from './css-length.ts'
import { dialledNumber, linkAction } from '../find/dialled-number.ts'
import { elementStyle, FAR_AWAY, goneStyle, LEAVES_NO_GAP, PLAIN } from './element-style.ts'
import type { ElementStyle } from './element-style.ts'
import { ElementStack } from './element-stack.ts'
import { BLOCKS, CELLS, PARAGRAPHS, UNSEEN, VOID } from './html-elements.ts'
import type { PhoneLink, Picture, VisibleText } from './markup.ts'
import { TextFlow } from './text-flow.ts'

type Attributes = ReadonlyMap<string, string>

/** How an element stands among others. */
type Layout = 'inline' | 'block' | 'paragraph' | 'row' | 'cell'

type Open = Selectable & {
  readonly style: ElementStyle
  readonly layout: Layout
  /** Its text is no text: a script. */
  readonly isDropped: boolean
  /** Written backwards by `direction: rtl` with an override. */
  readonly isReversed: boolean
  /** The phone link it stands in. */
  readonly link: { number: string; opens: LinkAction; isVisible: boolean; shows: string } | null
  /** `<details>` that nobody has opened: only its summary shows. */
  readonly isCollapsed: boolean
  /** What it keeps free, in pixels, where nothing stands in it. */
  readonly height: number
  readonly seenBefore: number
  cells: number
}

const RIGHT_TO_LEFT_OVERRIDE = '\u202E'
const POP_DIRECTION = '\u202C'
const LINE_HEIGHT = 18
const LINK_BLUE = '#0000ee'
/** Of what a link shows so much is kept: enough for any number. */
const MAX_LINK_WORDS = 120
/** Nobody looks at more pictures in one mail. */
const MOST_PICTURES = 1_000
/** A picture of one pixel is there to be fetched, not to be seen. */
const LARGEST_DOT = 1
/** What comes after `</body>` is still put into it, and the head ends with the first thing that cannot stand in it. */
const NEVER_CLOSED: ReadonlySet<string> = new Set(['html', 'head', 'body'])
const NO_CLASSES: readonly string[] = []

/** Takes the tags and texts of a document in order, and lays out what is seen and what is not. */
export class HtmlReader {
  readonly #cascade: Cascade
  readonly #elements = new ElementStack<Open>((element) => this.#ended(element))
  readonly #seen = new TextFlow()
  readonly #unseen = new TextFlow()
  readonly #spans: { start: number; end: number; why: string }[] = []
  readonly #links: PhoneLink[] = []
  readonly #styles = new WeakMap<Declared, { around: ElementStyle; isInline: boolean; style: ElementStyle }>()
  readonly #pictures: (Omit<Picture, 'at'> & { readonly flow: TextFlow; readonly place: number })[] = []
  /** Pixels of nothing above what comes now. */
  #blank = 0
  #isFarBelow = false

  constructor(styleSheets: readonly string[]) {
    this.#cascade = new Cascade(styleSheets)
  }

  open(name: string, attributes: Attributes, isSelfClosing: boolean): void {
    if (name === 'head') return
    this.#elements.makeRoomFor(name)
    // Only drawings take `<x/>` for an element that ends at once.
    const isDrawing = this.#elements.has('svg') || this.#elements.has('math')
    const isChildless = VOID.has(name) || (isSelfClosing && isDrawing)
    if (!isChildless && !this.#elements.isRoomFor()) return
    const element = this.#element(name, attributes)
    this.#began(element)
    if (!isChildless) return this.#elements.push(element)
    this.#void(element, attributes)
    this.#ended(element)
  }

  close(name: string): void {
    if (name === 'br') this.#flow(this.#style).breakLine()
    if (name === 'p' && !this.#elements.has('p')) this.#flow(this.#style).block(1)
    if (!NEVER_CLOSED.has(name)) this.#elements.close(name)
  }

  text(text: string): void {
    const element = this.#elements.top
    if (element?.isDropped) return
    const style = this.#style
    const why = element?.isCollapsed ? 'details' : this.#whyHidden(style)
    if (why === null) {
      if (this.#seen.length > 0 && this.#blank >= FAR_AWAY && text.trim() !== '') {
        this.#isFarBelow = true
        return this.text(text)
      }
      const [start, end] = this.#seen.add(text, style.isPreformatted)
      if (end > start) this.#shown(element?.link, text)
      return
    }
    const [start, end] = this.#unseen.add(text, style.isPreformatted)
    if (!LEAVES_NO_GAP.has(why)) this.#seen.space()
    if (end === start) return
    const last = this.#spans.at(-1)
    if (last?.why === why) last.end = end
    else this.#spans.push({ start, end, why })
  }

  end(): VisibleText {
    this.#elements.closeAll()
    const seen = this.#seen.toString()
    const unseen = this.#unseen.toString()
    const offset = seen === '' || unseen === '' ? seen.length : seen.length + 2
    const hidden: HiddenSpan[] = this.#spans.map(({ start, end, why }) => ({
      start: start + offset,
      end: end + offset,
      why,
    }))
    const text = seen === '' || unseen === '' ? seen + unseen : `${seen}\n\n${unseen}`
    const pictures = this.#pictures.map(({ flow, place, ...picture }): Picture => {
      const at = flow === this.#unseen ? place + offset : place
      return { ...picture, at: Math.min(at, text.length) }
    })
    return { text, hidden, links: this.#links, pictures }
  }

  get #style(): ElementStyle {
    return this.#elements.top?.style ?? PLAIN
  }

  #whyHidden(style: ElementStyle): string | null {
    return style.hidden ?? (this.#isFarBelow ? 'far_away' : null)
  }

  #shown(link: Open['link'] | undefined, text = ''): void {
    this.#blank = 0
    if (!link) return
    link.isVisible = true
    if (link.shows.length < MAX_LINK_WORDS) link.shows += text.slice(0, MAX_LINK_WORDS)
  }

  #flow(style: ElementStyle): TextFlow {
    return this.#whyHidden(style) === null ? this.#seen : this.#unseen
  }

  #element(name: string, attributes: Attributes): Open {
    const parent = this.#elements.top
    const around = parent?.style ?? PLAIN
    const classes = this.#cascade.isEmpty ? NO_CLASSES : this.#cascade.classesOf(attributes.get('class'))
    const selectable = { name, id: attributes.get('id'), classes }
    const cascaded = this.#cascade.declared(selectable, this.#elements.open, attributes.get('style'))
    const declared = withPresentation(name, attributes, cascaded)
    const layout = layoutOf(name, declared.get('display'))
    const styled = this.#styleOf(around, declared, layout === 'inline')
    const gone = whyUnseen(name, attributes, parent)
    const href = name === 'a' || name === 'area' ? (attributes.get('href') ?? '') : ''
    const number = dialledNumber(href)
    const link = number === null ? null : { number, opens: linkAction(href), isVisible: false, shows: '' }
    if (link) this.#links.push(link)
    return {
      name,
      id: selectable.id,
      classes,
      style: gone ? goneStyle(styled, gone) : styled,
      layout,
      isDropped: parent?.isDropped === true || gone === '',
      isReversed: isReversed(name, attributes, declared),
      link: link ?? parent?.link ?? null,
      isCollapsed: name === 'details' && !attributes.has('open'),
      height: layout === 'inline' ? 0 : heightOf(attributes, declared, styled.fontSize),
      seenBefore: this.#seen.length,
      cells: 0,
    }
  }

  /** Rows of a table say the same again and again: the last answer for the same words is kept. */
  #styleOf(around: ElementStyle, declared: Declared, isInline: boolean): ElementStyle {
    const known = this.#styles.get(declared)
    if (known?.around === around && known.isInline === isInline) return known.style
    const style = elementStyle(around, declared, isInline)
    this.#styles.set(declared, { around, isInline, style })
    return style
  }

  #began(element: Open): void {
    const flow = this.#flow(element.style)
    const around = this.#style
    // Each hidden passage stands on a line of its own: passages hidden apart are not read together.
    if (flow === this.#unseen && this.#whyHidden(around) === null) flow.block()
    if (element.layout === 'row') flow.row()
    if (element.layout === 'block') flow.block()
    if (element.layout === 'paragraph') flow.block(1)
    if (element.layout === 'cell') {
      const row = this.#elements.top
      if (row && row.cells++ > 0) flow.cell()
    }
    if (element.isReversed) flow.add(RIGHT_TO_LEFT_OVERRIDE, true)
  }

  #ended(element: Open): void {
    const flow = this.#flow(element.style)
    if (element.isReversed) flow.add(POP_DIRECTION, true)
    if (element.layout === 'row') flow.row()
    if (element.layout === 'block') flow.block()
    if (element.layout === 'paragraph') flow.block(1)
    if (element.style.gone === null && this.#seen.length === element.seenBefore) this.#blank += element.height
  }

  #void(element: Open, attributes: Attributes): void {
    const { name, style, link } = element
    const isSeen = this.#whyHidden(style) === null
    if (name === 'br') {
      this.#flow(style).breakLine()
      this.#blank += LINE_HEIGHT
    }
    if (name === 'area' && isSeen) this.#shown(link)
    if (name === 'input' && /^(?:button|submit|reset|text|tel)?$/i.test(attributes.get('type') ?? '')) {
      this.#flow(style).add(attributes.get('value') ?? '', false)
    }
    if (name === 'img') this.#picture(element, attributes)
  }

  #picture({ style, link }: Open, attributes: Attributes): void {
    const [width, height] = ['width', 'height'].map((side) => readLength(attributes.get(side) ?? '', style.fontSize))
    const isSeen = this.#whyHidden(style) === null
    const isDot = [width, height].some((side) => (side ?? Infinity) <= LARGEST_DOT)
    const flow = this.#flow(style)
    if (this.#pictures.length < MOST_PICTURES) {
      this.#pictures.push({
        src: attributes.get('src')?.trim() ?? '',
        alt: attributes.get('alt') ?? '',
        width: width ?? null,
        height: height ?? null,
        isVisible: isSeen && !isDot,
        flow,
        place: flow.length,
      })
    }
    if (!isSeen || isDot) return
    this.#seen.space()
    this.#shown(link)
  }
}

function layoutOf(name: string, display: string | undefined): Layout {
  if (display?.startsWith('inline') || display === 'contents') return 'inline'
  if (CELLS.has(name) && (display === undefined || display === 'table-cell')) return 'cell'
  if (display === 'table-cell') return 'cell'
  if (name === 'tr' || display === 'table-row') return 'row'
  if (PARAGRAPHS.has(name)) return 'paragraph'
  const isBlock = display === undefined || display === 'none' ? BLOCKS.has(name) || CELLS.has(name) : true
  return isBlock ? 'block' : 'inline'
}

function whyUnseen(name: string, attributes: Attributes, parent: Open | undefined): string | null {
  if (attributes.has('hidden')) return 'hidden_attribute'
  if (name === 'dialog' && !attributes.has('open')) return 'dialog'
  if (parent?.isCollapsed && name !== 'summary') return 'details'
  return UNSEEN.get(name) ?? null
}

function isReversed(name: string, attributes: Attributes, declared: Declared): boolean {
  const direction = declared.get('direction') ?? attributes.get('dir')?.toLowerCase()
  return direction === 'rtl' && (name === 'bdo' || /override/.test(declared.get('unicode-bidi') ?? ''))
}

/** Pixels that an element keeps free above, below and in itself. */
function heightOf(attributes: Attributes, declared: Declared, fontSize: number): number {
  const sizes = ['height', 'margin-top', 'margin-bottom', 'padding-top', 'padding-bottom', 'padding', 'margin']
  return [attributes.get('height'), ...sizes.map((property) => declared.get(property))]
    .map((size) => readLength(size ?? '', fontSize) ?? 0)
    .reduce((sum, size) => sum + Math.max(0, size), 0)
}

/** Attributes that style, weaker than any CSS. */
function withPresentation(name: string, attributes: Attributes, declared: Declared): Declared {
  const hints: [string, string | undefined][] = []
  if (!declared.has('background')) hints.push(['background-color', colorAttribute(attributes.get('bgcolor'))])
  if (attributes.get('background')) hints.push(['background-image', 'url()'])
  if (name === 'font') hints.push(['color', colorAttribute(attributes.get('color'))])
  if (name === 'body') hints.push(['color', colorAttribute(attributes.get('text'))])
  if (name === 'a' && attributes.has('href')) hints.push(['color', LINK_BLUE])
  if (name === 'pre' || name === 'textarea') hints.push(['white-space', 'pre'])
  const missing = hints.filter(([property, value]) => value !== undefined && !declared.has(property))
  return missing.length === 0 ? declared : new Map([...(missing as [string, string][]), ...declared])
}

/** Attributes may leave out the `#`. */
function colorAttribute(value: string | undefined): string | undefined {
  const color = value?.trim().toLowerCase()
  return color && /^[\da-f]{6}$/.test(color) ? `#${color}` : color
}
