import type { HiddenSpan } from '../../model/message.ts'
import { Cascade, NO_RULES } from './css-cascade.ts'
import type { Declared, Pseudo, TagRules } from './css-cascade.ts'
import { dialledBy } from './dialled-by.ts'
import { elementLook, ROOT_LOOK } from './element-look.ts'
import type { StyleOf } from './element-look.ts'
import { ElementStack } from './element-stack.ts'
import { elementStyle, goneStyle, LEAVES_NO_GAP } from './element-style.ts'
import type { ElementStyle } from './element-style.ts'
import { framePage } from './frame-page.ts'
import { generatedText } from './generated-text.ts'
import { FAR_AWAY } from './hidden-box.ts'
import type { TokenSink } from './html-tokens.ts'
import type { PhoneLink, VisibleText } from './markup.ts'
import type { Known, Open } from './open-element.ts'
import { PictureList } from './picture-list.ts'
import { presentation } from './presentation.ts'
import { startTag } from './start-tag.ts'
import type { Attributes, StartTag } from './start-tag.ts'
import { TextFlow } from './text-flow.ts'

const RIGHT_TO_LEFT_OVERRIDE = '\u202E'
const POP_DIRECTION = '\u202C'
const LINE_HEIGHT = 18
/** Blank pixels after which what follows is only seen by who scrolls for it. */
const BLANK_SCREEN = 500
/** Of what a link shows so much is kept: enough for any number. */
const MAX_LINK_WORDS = 120
const MAX_KNOWN = 50_000
/** Code units of generated text: a rule of one line could put a page before every element. */
const MOST_GENERATED = 100_000
/** What comes after `</body>` is still put into it, and the head ends with the first thing that cannot stand in it. */
const NEVER_CLOSED: ReadonlySet<string> = new Set(['html', 'head', 'body'])
const OF_THE_HEAD: ReadonlySet<string> = new Set(['title', 'meta', 'link', 'style', 'script', 'base'])
const MOST_FRAMES = 20
const NOTHING_KNOWN: Map<StartTag, Known> = new Map()

/** Takes the tags and texts of a document in order, and lays out what is seen and what is not. */
export class HtmlReader implements TokenSink {
  readonly #cascade: Cascade
  readonly #elements: ElementStack<Open>
  readonly #root: Open
  readonly #body: Open
  readonly #seen = new TextFlow()
  readonly #unseen = new TextFlow()
  readonly #spans: { start: number; end: number; why: string }[] = []
  readonly #links: PhoneLink[] = []
  readonly #pictures = new PictureList()
  readonly #frames: string[] = []
  readonly #rules = new Map<StartTag, TagRules>()
  readonly #styles = new Map<ElementStyle, Map<Declared, ElementStyle>>()
  #knownCount = 0
  #generatedLength = 0
  /** Pixels of nothing above what comes now. */
  #blank = 0
  #isFarBelow = false

  constructor(styleSheets: readonly string[]) {
    this.#cascade = new Cascade(styleSheets)
    this.#root = this.#made(startTag('html'), null)
    this.#body = this.#made(startTag('body'), this.#root)
    this.#elements = new ElementStack([this.#root, this.#body], (element) => this.#ended(element))
  }

  open(tag: StartTag): void {
    const { name, kind } = tag
    if (name === 'head') return
    if (name === 'html' || name === 'body') return this.#again(name === 'html' ? this.#root : this.#body, tag)
    this.#elements.makeRoomFor(tag)
    if (!kind.isSpecial) this.#goOn()
    this.#implyTableParts(name)
    // Only drawings take `<x/>` for an element that ends at once.
    const isChildless = kind.isVoid || (tag.isSelfClosing && (this.#elements.has('svg') || this.#elements.has('math')))
    if (!isChildless && !this.#elements.isRoomFor()) return
    const { hidden } = this.#elements.top.look.style
    const element = this.#made(tag, this.#elements.top)
    if (hidden === null && this.#frames.length < MOST_FRAMES) this.#frames.push(...framePage(element))
    this.#began(element)
    if (!isChildless) return this.#elements.push(element)
    this.#void(element)
    this.#ended(element)
  }

  close(name: string): void {
    if (name === 'br') this.#breakLine(this.#elements.top.look.style)
    if (name === 'p' && !this.#elements.has('p')) this.#flow(this.#elements.top.look.style).block(1)
    if (!NEVER_CLOSED.has(name)) this.#elements.close(name)
  }

  text(text: string): void {
    this.#goOn(text)
    const { look, link } = this.#elements.top
    const why = look.isCollapsed ? (look.style.hidden ?? 'details') : this.#whyHidden(look.style)
    this.#add(text, look.style, why, link)
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
    return {
      text,
      hidden,
      links: this.#links,
      pictures: this.#pictures.within(text.length, offset),
      frames: this.#frames,
    }
  }

  #add(text: string, style: ElementStyle, why: string | null, link: Open['link']): void {
    // Scripts and style sheets are no text.
    if (why === '') return
    const words =
      style.letters === 'as_written' ? text : style.letters === 'upper' ? text.toUpperCase() : text.toLowerCase()
    if (why === null) {
      if (this.#blank >= BLANK_SCREEN && this.#seen.length > 0 && text.trim() !== '') {
        if (this.#blank >= FAR_AWAY) {
          this.#isFarBelow = true
          return this.#add(text, style, 'far_away', link)
        }
        this.#seen.farBelow()
      }
      const [start, end] = this.#seen.add(words, style.whiteSpace)
      if (end > start) this.#shown(link, words)
      return
    }
    const [start, end] = this.#unseen.add(words, style.whiteSpace)
    if (!LEAVES_NO_GAP.has(why)) this.#seen.space()
    if (end === start) return
    const last = this.#spans[this.#spans.length - 1]
    if (last?.why === why) last.end = end
    else this.#spans.push({ start, end, why })
  }

  #whyHidden(style: ElementStyle): string | null {
    return style.hidden ?? (this.#isFarBelow ? 'far_away' : null)
  }

  #shown(link: Open['link'], text = ''): void {
    this.#blank = 0
    if (!link) return
    link.isVisible = true
    if (link.shows.length < MAX_LINK_WORDS) link.shows += text.slice(0, MAX_LINK_WORDS)
  }

  #flow(style: ElementStyle): TextFlow {
    return this.#whyHidden(style) === null ? this.#seen : this.#unseen
  }

  /** Opens again what was closed only because something around it ended, before the next words. */
  #goOn(words?: string): void {
    if (!this.#elements.hasLost || words?.trim() === '') return
    for (const tag of this.#elements.takeLost()) this.open(tag)
  }

  /** A second `<body>` adds what the first one did not say; the first one itself was there before its tag. */
  #again(element: Open, tag: StartTag): void {
    const attributes: Attributes = new Map([...tag.attributes, ...element.tag.attributes])
    const whole = this.#made(startTag(tag.name, attributes), element.parent as Open | null)
    element.tag = whole.tag
    element.look = whole.look
    element.rules = whole.rules
    element.inside = whole.inside
    if (element === this.#root) this.#again(this.#body, this.#body.tag)
  }

  /** A row stands in a table body and a cell in a row, whether their tags are there or not. */
  #implyTableParts(name: string): void {
    if (name === 'td' || name === 'th') {
      const { name: top } = this.#elements.top.tag
      if (top === 'table' || top === 'tbody' || top === 'thead' || top === 'tfoot') this.open(startTag('tr'))
    } else if (name === 'tr' && this.#elements.top.tag.name === 'table') this.open(startTag('tbody'))
  }

  #made(tag: StartTag, parent: Open | null): Open {
    const isCounted = parent !== null && (parent !== this.#body || parent.children > 0 || !OF_THE_HEAD.has(tag.name))
    if (isCounted) parent.children++
    // Each field by its name: this is done for every tag of a mail.
    const element: Open = {
      tag,
      parent,
      previous: parent === null ? null : parent.lastChild,
      index: parent === null ? 1 : parent.children,
      look: ROOT_LOOK,
      rules: NO_RULES,
      inside: NOTHING_KNOWN,
      link: parent === null ? null : parent.link,
      seenBefore: this.#seen.length,
      children: 0,
      lastChild: null,
      cells: 0,
    }
    const known = parent?.inside.get(tag)
    const { look, rules, dials, inside } =
      known && known.rules.byPlace.length === 0 ? known : this.#find(element, parent)
    const isOff = look.style.lifted > this.#seen.lines * LINE_HEIGHT
    element.look = isOff ? { ...look, style: goneStyle(look.style, 'off_screen') } : look
    element.rules = rules
    // What was found out about elements standing here is true where it is seen.
    element.inside = isOff ? new Map() : inside
    if (dials !== null) this.#links.push((element.link = { ...dials, isVisible: false, shows: '' }))
    if (isCounted && this.#cascade.asksSiblings) parent.lastChild = element
    return element
  }

  #find(element: Open, parent: Open | null): Known {
    const { tag } = element
    const rules = this.#rules.get(tag) ?? this.#cascade.rulesOf(tag, presentation(tag))
    const isKept = tag.isKept && this.#knownCount < MAX_KNOWN
    const declared = this.#cascade.declared(element, rules)
    const look = elementLook(parent?.look ?? ROOT_LOOK, tag, declared, isKept ? this.#styleOf : elementStyle)
    const found: Known = { look, rules, dials: dialledBy(tag), inside: new Map() }
    if (isKept) {
      this.#knownCount++
      this.#rules.set(tag, rules)
      parent?.inside.set(tag, found)
    }
    return found
  }

  /** The same words in the same style come again and again: cells of other rows, paragraphs of other cells. */
  readonly #styleOf: StyleOf = (around, declared, kind) => {
    if (declared.size === 0) return elementStyle(around, declared, kind)
    const inside = this.#styles.get(around)
    const known = inside?.get(declared)
    if (known) return known
    const style = elementStyle(around, declared, kind)
    if (inside) inside.set(declared, style)
    else this.#styles.set(around, new Map([[declared, style]]))
    return style
  }

  #began(element: Open): void {
    const { look, rules, parent } = element
    const flow = this.#flow(look.style)
    // Each hidden passage stands on a line of its own: passages hidden apart are not read together.
    if (flow === this.#unseen && parent && this.#whyHidden((parent as Open).look.style) === null) flow.block()
    if (look.layout === 'cell') {
      if ((parent as Open).cells++ > 0) flow.cell()
    } else flow.edge(look.layout)
    if (look.style.gone === null) this.#blank += look.above
    if (look.isReversed) flow.add(RIGHT_TO_LEFT_OVERRIDE, 'kept')
    if (rules.ofPseudo.length > 0) this.#generated(element, 'before')
  }

  #ended(element: Open): void {
    const { look, rules, seenBefore } = element
    if (rules.ofPseudo.length > 0) this.#generated(element, 'after')
    const flow = this.#flow(look.style)
    if (look.isReversed) flow.add(POP_DIRECTION, 'kept')
    if (look.layout !== 'cell') flow.edge(look.layout)
    if (look.style.gone !== null) return
    this.#blank += this.#seen.length === seenBefore ? look.below + look.height : look.below
  }

  #generated(element: Open, which: Pseudo): void {
    const declared = this.#cascade.declaredOfPseudo(element, element.rules, which)
    const { text, look } = generatedText(declared, element.look, element.tag)
    this.#generatedLength += text.length
    if (text === '' || this.#generatedLength > MOST_GENERATED) return
    const flow = this.#flow(look.style)
    flow.edge(look.layout)
    this.#add(text, look.style, this.#whyHidden(look.style), element.link)
    flow.edge(look.layout)
  }

  #breakLine(style: ElementStyle): void {
    this.#flow(style).breakLine()
    this.#blank += LINE_HEIGHT
  }

  #void({ tag: { name, attributes }, look: { style }, link }: Open): void {
    const why = this.#whyHidden(style)
    if (name === 'br') return this.#breakLine(style)
    if (name === 'area' && why === null) this.#shown(link)
    if (
      name === 'input' &&
      /^(?:button|submit|reset|text|tel|search|url|email|number)?$/i.test(attributes.get('type') ?? '')
    ) {
      this.#add(attributes.get('value') || (attributes.get('placeholder') ?? ''), style, why, link)
    }
    if (name !== 'img' && name !== 'image') return
    const { isVisible, alt, isAltSeen } = this.#pictures.add(attributes, style, why === null, this.#flow(style))
    if (!isVisible) return
    this.#seen.space()
    this.#shown(link)
    if (alt !== '') this.#add(alt, style, isAltSeen ? null : 'alt_text', null)
    this.#seen.space()
  }
}
