/**
 * What one code point can be inside a telephone number. Everything from DIGIT on carries a value 0–9.
 * LETTER is a letter drawn like a digit; it counts as one only where the rest is a number.
 */
export const KIND = {
  OTHER: 0,
  INVISIBLE: 1,
  OVERRIDE: 2,
  SPACE: 3,
  NEWLINE: 4,
  JOINER: 5,
  BRACKET: 6,
  SYMBOL: 7,
  PLUS: 8,
  LETTER: 9,
  SURROGATE: 10,
  DIGIT: 11,
  LOOKALIKE: 12,
} as const

/** First digit zero of every run of ten decimal digits in Unicode's basic plane but ASCII's own (category Nd). */
const BMP_ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
  0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
]

/** Runs drawn as digits without being decimal digits: [first code point, its value, how many]. */
const DRAWN_DIGITS: readonly (readonly [number, number, number])[] = [
  [0x00b2, 2, 2], // superscript ² ³
  [0x00b9, 1, 1], // superscript ¹
  [0x2070, 0, 1], // superscript ⁰
  [0x2074, 4, 6], // superscript ⁴–⁹
  [0x2080, 0, 10], // subscript
  [0x2460, 1, 9], // circled ①
  [0x2474, 1, 9], // parenthesised ⑴
  [0x2488, 1, 9], // with full stop ⒈
  [0x24ea, 0, 1], // circled ⓪
  [0x24f5, 1, 9], // double circled ⓵
  [0x24ff, 0, 1], // negative circled ⓿
  [0x2776, 1, 9], // negative circled ❶
  [0x2780, 1, 9], // circled sans-serif ➀
  [0x278a, 1, 9], // negative circled sans-serif ➊
  [0x1d7ce, 0, 50], // mathematical bold, double-struck, sans, sans bold, mono: five runs of ten
  [0x1f100, 0, 1], // with full stop 🄀
  [0x1f101, 0, 10], // with comma 🄁–🄊
  [0x1f10b, 0, 1], // circled sans-serif 🄋
  [0x1f10c, 0, 1], // negative circled sans-serif 🄌
  [0x1fbf0, 0, 10], // segmented 🯰
]

/** Letters drawn like a digit, Latin, Greek and Cyrillic. */
const LETTER_SHAPES = ['OoQОоΟοØøΘθ〇○◯⭕ＯｏⓄⓞ', 'Iil|іІıǀⅠⅼ', 'Z', 'ЗзƷ', '', 'SЅ', 'Gbб', '', 'BВ', 'gq'] as const

const INVISIBLES: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x0300, 0x036f], // combining marks, drawn over or through a digit; the grapheme joiner among them
  [0x061c, 0x061c],
  [0x180b, 0x180e],
  [0x200b, 0x200f], // zero-width space, joiners, marks
  [0x202a, 0x202c],
  [0x2060, 0x206f], // word joiner, isolates
  [0x20d0, 0x20e5], // combining marks for symbols, enclosing circle … keycap
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff],
]

const SYMBOLS: readonly (readonly [number, number])[] = [
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
  [0xa1, 0xa9],
  [0xab, 0xac],
  [0xae, 0xb1],
  [0xb4, 0xb8],
  [0xbb, 0xbb],
  [0xbf, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x02b0, 0x02ff],
  [0x2016, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x2190, 0x245f],
  [0x2500, 0x2775],
  [0x2794, 0x2bff],
  [0x3001, 0x3003],
  [0x3008, 0x3020],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
]

const SPACES =
  '\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u115f\u1160\u3164\uffa0\u2800\ufffc'
const NEWLINES = '\n\v\f\r\u0085\u2028\u2029'
const JOINERS = '-.\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00b7\uff0d\uff0e\u2043'
const BRACKETS = '()[]{}\uff08\uff09\uff3b\uff3d\u3010\u3011\u300c\u300d\u2768\u2769'
const PLUSES = '+\uff0b\ufe62\u207a'

const kinds = new Uint8Array(0x10000)
const values = new Uint8Array(0x10000)
const astralValues = new Map<number, number>()

function mark(characters: string, kind: number): void {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind
}

for (const [from, to] of SYMBOLS) kinds.fill(KIND.SYMBOL, from, to + 1)
for (const [from, to] of INVISIBLES) kinds.fill(KIND.INVISIBLE, from, to + 1)
kinds.fill(KIND.SURROGATE, 0xd800, 0xdc00)
kinds[0x202d] = KIND.OVERRIDE
kinds[0x202e] = KIND.OVERRIDE
mark(SPACES, KIND.SPACE)
mark(NEWLINES, KIND.NEWLINE)
mark(JOINERS, KIND.JOINER)
mark(BRACKETS, KIND.BRACKET)
mark(PLUSES, KIND.PLUS)
for (const [value, letters] of LETTER_SHAPES.entries()) {
  for (const letter of letters) {
    if (letter !== '|') kinds[letter.charCodeAt(0)] = KIND.LETTER
    values[letter.charCodeAt(0)] = value
  }
}
for (const zero of BMP_ZEROS) markDigits(zero, 0, 10)
for (const [first, value, count] of DRAWN_DIGITS) markDigits(first, value, count)
for (let value = 0; value < 10; value++) {
  kinds[0x30 + value] = KIND.DIGIT
  values[0x30 + value] = value
}

function markDigits(first: number, value: number, count: number): void {
  for (let index = 0; index < count; index++) {
    const codePoint = first + index
    if (codePoint > 0xffff) astralValues.set(codePoint, (value + index) % 10)
    else {
      kinds[codePoint] = KIND.LOOKALIKE
      values[codePoint] = (value + index) % 10
    }
  }
}

/** Halves of the digits beyond the basic plane. */
const LEADS = new Set(Array.from(astralValues.keys(), (codePoint) => String.fromCodePoint(codePoint).charCodeAt(0)))

/** Fewer digits than this glued to a letter are most of what stands in links and ids. */
const FEW_DIGITS = 7

/**
 * Finds the next digits, or half of what may be one beyond the basic plane: the one look most of a text ever gets. A
 * few digits right before a letter are passed over.
 */
export const MAYBE_DIGIT = new RegExp(
  `[0-9](?:[0-9]{${FEW_DIGITS - 1}}|[0-9]{0,${FEW_DIGITS - 2}}(?![0-9${rangesOf((code) => code < 0x80 && isPlainLetter(code))}]))|[${rangesOf(isDressedDigit)}]`,
  'g',
)

function isPlainLetter(code: number): boolean {
  return kinds[code] === KIND.OTHER
}

function isDressedDigit(code: number): boolean {
  return (kinds[code] as number) > KIND.DIGIT || LEADS.has(code)
}

function rangesOf(isOne: (code: number) => boolean): string {
  const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`
  let ranges = ''
  for (let code = 0; code < kinds.length; code++) {
    if (!isOne(code)) continue
    const first = code
    while (isOne(code + 1)) code++
    ranges += `${escaped(first)}-${escaped(code)}`
  }
  return ranges
}

/**
 * What the UTF-16 code unit at `at` can be; OTHER outside the text. A SURROGATE wants `astralKind`.
 * Nothing outside is ever looked at: one such look makes all later ones slow.
 */
export function kindAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (kinds[text.charCodeAt(at)] as number) : KIND.OTHER
}

/** The value of the digit, or of what is drawn like one, at `at`. */
export function valueAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (values[text.charCodeAt(at)] as number) : 0
}

/** What a code point beyond the basic plane can be: a digit, an invisible tag, a symbol such as an emoji, or other. */
export function astralKind(codePoint: number): number {
  if (astralValues.has(codePoint)) return KIND.LOOKALIKE
  if (codePoint >= 0xe0000 && codePoint <= 0xe01ef) return KIND.INVISIBLE
  return codePoint >= 0x1f000 && codePoint <= 0x1fbff ? KIND.SYMBOL : KIND.OTHER
}

/** The value of a digit beyond the basic plane. */
export function astralValue(codePoint: number): number {
  return astralValues.get(codePoint) ?? 0
}

/**
 * Digits of other scripts drawn like another one of ours, read by shape where they stand among ASCII digits: nobody
 * mixes scripts inside a number except to fool software.
 * Source: Unicode confusables.txt, and Gujarati ૫ in callback lures.
 */
export const SHAPE_AMONG_ASCII: ReadonlyMap<number, number> = new Map([
  [0x0665, 0], // ٥
  [0x06f5, 0], // ۵
  [0x0966, 0],
  [0x09ea, 8], // ৪
  [0x09ed, 9], // ৭
  [0x0a67, 9], // ੧
  [0x0a6a, 8], // ੪
  [0x0ae8, 2],
  [0x0aeb, 4], // ૫
  [0x0b68, 9], // ୨
  [0x0d6d, 9], // ൭
])
