import type { Declared } from './css-cascade.ts'
import { readLength } from './css-length.ts'
import { elementStyle, goneStyle, PLAIN } from './element-style.ts'
import type { ElementStyle } from './element-style.ts'
import type { BoxKind } from './hidden-box.ts'
import type { Layout } from './html-elements.ts'
import type { StartTag } from './start-tag.ts'

/** How an element and its text are shown. Lengths in pixels. */
export type Look = {
  readonly style: ElementStyle
  readonly layout: Layout
  /** Written backwards, by `direction: rtl` with an override. */
  readonly isReversed: boolean
  readonly isRightToLeft: boolean
  /** Its children stand beside each other. */
  readonly isRow: boolean
  /** `<details>` that nobody has opened: only its summary shows. */
  readonly isCollapsed: boolean
  /** What it keeps free above and below its content, and in itself where nothing stands in it. */
  readonly above: number
  readonly below: number
  readonly height: number
}

/** Around everything. */
export const ROOT_LOOK: Look = {
  style: PLAIN,
  layout: 'block',
  isReversed: false,
  isRightToLeft: false,
  isRow: false,
  isCollapsed: false,
  above: 0,
  below: 0,
  height: 0,
}

export type StyleOf = typeof elementStyle

/** In: around, the look of its parent; declared, what the cascade says of it; styleOf, which may remember. */
export function elementLook(
  around: Look,
  { name, attributes, kind }: StartTag,
  declared: Declared,
  styleOf: StyleOf = elementStyle,
): Look {
  const display = declared.get('display')
  const gone = whyUnseen(name, attributes.has('hidden'), attributes.has('open'), display, around) ?? kind.unseen
  if (declared.size === 0 && gone === null && name !== 'details' && !attributes.has('height')) {
    return plainLook(around, kind.layout, elementStyle(around.style, declared, boxKind(kind.layout, name)))
  }
  const float = declared.get('float')
  const isItem = around.isRow || float === 'left' || float === 'right'
  const shown = layoutOf(kind.layout, display)
  const layout = isItem && shown !== 'cell' ? 'item' : shown
  const box = boxOf(boxKind(shown, name), display)
  const styled = styleOf(around.style, declared, box)
  const isRightToLeft = declared.has('direction') ? declared.get('direction') === 'rtl' : around.isRightToLeft
  return {
    style: gone === null ? styled : goneStyle(styled, gone),
    layout,
    isReversed: isRightToLeft && /override/.test(declared.get('unicode-bidi') ?? ''),
    isRightToLeft,
    isRow: /flex/.test(display ?? '') && !/column/.test(declared.get('flex-direction') ?? ''),
    isCollapsed: name === 'details' && !attributes.has('open'),
    above: shown === 'inline' ? 0 : spaceAt('top', declared, styled.fontSize),
    below: shown === 'inline' ? 0 : spaceAt('bottom', declared, styled.fontSize),
    height: shown === 'inline' ? 0 : heightOf(attributes.get('height'), declared, styled.fontSize),
  }
}

function plainLook({ isRow, isRightToLeft }: Look, own: Layout, style: ElementStyle): Look {
  const layout = isRow && own !== 'cell' ? 'item' : own
  return {
    style,
    layout,
    isReversed: false,
    isRightToLeft,
    isRow: false,
    isCollapsed: false,
    above: 0,
    below: 0,
    height: 0,
  }
}

function layoutOf(own: Layout, display: string | undefined): Layout {
  if (display === undefined || display === 'none') return own
  if (display.startsWith('inline') || display === 'contents' || display.startsWith('ruby')) return 'inline'
  if (display === 'table-cell') return 'cell'
  if (display === 'table-row') return 'row'
  return own === 'paragraph' ? 'paragraph' : 'block'
}

const TABLE_PARTS: ReadonlySet<string> = new Set(['tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'table'])

function boxKind(layout: Layout, name: string): BoxKind {
  if (layout === 'inline') return 'inline'
  return layout === 'cell' || layout === 'row' || TABLE_PARTS.has(name) ? 'table_part' : 'block'
}

function boxOf(kind: BoxKind, display = ''): BoxKind {
  if (display.startsWith('inline-')) return display === 'inline-table' ? 'table_part' : 'block'
  if (/^(?:block|flex|grid|flow-root|list-item)$/.test(display)) return 'block'
  return display.startsWith('table') ? 'table_part' : kind
}

function whyUnseen(
  name: string,
  isHidden: boolean,
  isOpen: boolean,
  display: string | undefined,
  around: Look,
): string | null {
  // A rule that gives it a display takes back what the attribute says.
  if (display === undefined && isHidden) return 'hidden_attribute'
  if (display === undefined && name === 'dialog' && !isOpen) return 'dialog'
  return around.isCollapsed && name !== 'summary' ? 'details' : null
}

function spaceAt(edge: 'top' | 'bottom', declared: Declared, fontSize: number): number {
  return pixels(declared.get(`margin-${edge}`), fontSize) + pixels(declared.get(`padding-${edge}`), fontSize)
}

function heightOf(attribute: string | undefined, declared: Declared, fontSize: number): number {
  return Math.max(pixels(declared.get('height') ?? attribute, fontSize), pixels(declared.get('min-height'), fontSize))
}

function pixels(text: string | undefined, fontSize: number): number {
  return text === undefined ? 0 : Math.max(0, readLength(text, fontSize) ?? 0)
}
