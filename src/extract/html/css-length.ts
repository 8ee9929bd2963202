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

/** The size `font-size` gives inside a text of size `parent`, in pixels; null where it says nothing. */
export function readFontSize(text: string, parent: number): number | null {
  if (text === 'smaller') return parent / 1.2
  if (text === 'larger') return parent * 1.2
  if (/^(?:calc|min|max|clamp)\(/.test(text)) return smallestIn(text, parent)
  return FONT_SIZES.get(text) ?? readLength(text, parent, parent)
}

/** The smallest length of a sum or a choice; 0 for other arithmetic, in which letters can be made to vanish. */
function smallestIn(expression: string, parent: number): number {
  const terms = expression.slice(expression.indexOf('(') + 1, -1).split(/\s\+\s|,/, 8)
  return Math.min(...terms.map((term) => readLength(term.trim(), parent, parent) ?? 0))
}
