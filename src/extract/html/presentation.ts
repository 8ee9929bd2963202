import type { Declaration } from './css-declarations.ts'
import type { StartTag } from './start-tag.ts'

const LINK_BLUE = '#0000ee'
/** Of the words in a button or a field: they take neither colour nor size from around. Source: Chromium's own style sheet. */
const CONTROL: readonly (readonly [string, string])[] = [
  ['color', 'black'],
  ['font-size', '13.333px'],
  ['text-indent', '0'],
  ['letter-spacing', 'normal'],
]
const CONTROLS: ReadonlyMap<string, string> = new Map(
  Object.entries({ button: '#efefef', input: '#ffffff', select: '#ffffff', textarea: '#ffffff' }),
)
/** Of other elements, `bgcolor` and `background` paint nothing. Source: HTML Living Standard, 15.3. */
const PAINTED: ReadonlySet<string> = new Set('body table thead tbody tfoot tr td th marquee'.split(' '))
/** Of other elements, `align` moves the element and not its words. Source: HTML Living Standard, 15.3. */
const ALIGNED: ReadonlySet<string> = new Set('div p h1 h2 h3 h4 h5 h6 tbody thead tfoot tr td th caption'.split(' '))
const NONE: readonly Declaration[] = []

/** What a tag says of its style without CSS: by its attributes and by its name, weaker than any rule. */
export function presentation({ name, attributes }: StartTag): readonly Declaration[] {
  const control = CONTROLS.get(name)
  if (
    attributes.size === 0 &&
    control === undefined &&
    name !== 'pre' &&
    name !== 'mark' &&
    name !== 'bdo' &&
    name !== 'center'
  )
    return NONE
  const hints: (readonly [string, string | undefined])[] = []
  if (control !== undefined) hints.push(...CONTROL, ['background-color', control])
  const isPainted = PAINTED.has(name)
  if (isPainted && attributes.has('bgcolor')) {
    hints.push(['background-color', colorAttribute(attributes.get('bgcolor'))])
  }
  if (isPainted && attributes.get('background'))
    hints.push(['background-image', `url(${attributes.get('background') ?? ''})`])
  const align = name === 'center' ? 'center' : ALIGNED.has(name) ? attributes.get('align')?.toLowerCase() : undefined
  hints.push(['text-align', align])
  if (name === 'font') hints.push(['color', colorAttribute(attributes.get('color'))])
  if (name === 'body') hints.push(['color', colorAttribute(attributes.get('text'))])
  if (name === 'a' && attributes.has('href')) hints.push(['color', LINK_BLUE])
  if (name === 'mark') hints.push(['background-color', 'yellow'], ['color', 'black'])
  if (name === 'pre' || name === 'textarea') hints.push(['white-space', 'pre'])
  if (name === 'bdo') hints.push(['unicode-bidi', 'bidi-override'])
  const direction = attributes.get('dir')?.toLowerCase()
  if (direction === 'rtl' || direction === 'ltr') hints.push(['direction', direction])
  return hints.flatMap(([property, value]) => (value === undefined ? [] : [{ property, value, isImportant: false }]))
}

/** Attributes may leave out the `#`. */
function colorAttribute(value: string | undefined): string | undefined {
  const color = value?.trim().toLowerCase()
  return color && /^(?:[\da-f]{3}|[\da-f]{6})$/.test(color) ? `#${color}` : color
}
