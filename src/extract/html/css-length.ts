import { calculated } from './css-arithmetic.ts'

/** Pixels of one CSS unit that depends on nothing. Source: CSS Values 4, section 6.2; vw and vh of a desk's window. */
const PIXELS = new Map(
  Object.entries({ px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 9.6 / 2.54, rem: 16, vw: 10.24, vh: 7.68 }),
)

const FONT_SIZES = new Map(
  Object.entries({
    'xx-small': 9,
    'x-small': 10,
    small: 13,
    medium: 16,
    large: 18,
    'x-large': 24,
    'xx-large': 32,
    'xxx-large': 48,
  }),
)

/**
 * A length in pixels.
 *
 * In:  text, as CSS writes it, lower case; fontSize in pixels; whole, what 100 % is, where that is known.
 * Out: null for what is no length, or one that depends on the layout.
 */
export function readLength(text: string, fontSize: number, whole?: number): number | null {
  if (text === '') return null
  const shape = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))([a-z]{1,4}|%)?$/.exec(text)
  if (!shape) return null
  const number = Number(shape[1])
  const unit = shape[2]
  if (number === 0) return 0
  // A bare number is no length by the book; mail programs and attributes take it for pixels.
  if (unit === undefined) return number
  if (unit === '%') return whole === undefined ? null : (number / 100) * whole
  if (unit === 'em' || unit === 'ex' || unit === 'ch') return number * fontSize * (unit === 'em' ? 1 : 0.5)
  const pixels = PIXELS.get(unit)
  return pixels === undefined ? null : number * pixels
}

/** What letters have that nobody gave a size. */
const USUAL = 16

/**
 * The size `font-size` gives inside a text of size `parent`, in pixels; null where it says nothing. One that cannot be
 * computed counts as usual: nobody is accused by what is not known.
 */
export function readFontSize(text: string, parent: number): number | null {
  if (text === 'smaller') return parent / 1.2
  if (text === 'larger') return parent * 1.2
  if (/^(?:calc|min|max|clamp)\(/.test(text)) return computedSize(text, parent)
  return FONT_SIZES.get(text) ?? readLength(text, parent, parent)
}

function computedSize(text: string, parent: number): number {
  // How much of the window is left after so many pixels depends on the window.
  if (/v[wh]/.test(text) && text.includes('-')) return USUAL
  const amount = calculated(text, (term) => readLength(term, parent, parent))
  return amount?.hasUnit === true ? Math.max(0, amount.size) : USUAL
}
