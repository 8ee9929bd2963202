const KEYS = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ']
const keyOf = new Map(KEYS.flatMap((letters, key) => [...letters].map((letter) => [letter, String(key)] as const)))

const NATIONAL_DIGITS = 10
/** Letters beyond the last digit are there for the eye: 1-800-CONTACTS. */
const MAX_SPARE_LETTERS = 5
const LONGEST = 20

/** Whether a North American toll-free code ends the digits so far, where letters may stand for all the rest. */
export function endsInTollFree(digits: string): boolean {
  return /^1?8(?:00|33|44|55|66|77|88)$/.test(digits)
}

/**
 * Reads capital letters as the keys they stand on, where they complete a North American number: `1-800-GO-FEDEX`.
 *
 * In: digits, those before the letters.
 */
export function vanityAt(text: string, start: number, digits: string): { digits: string; end: number } | null {
  const missing = NATIONAL_DIGITS - digits.replace(/^1/, '').length
  if (!endsInTollFree(digits) && (missing < 2 || missing > 4)) return null
  let keys = ''
  let at = start
  for (; at - start < LONGEST; at++) {
    const character = text.charAt(at)
    const key = keyOf.get(character) ?? (/\d/.test(character) ? character : undefined)
    if (key !== undefined) keys += key
    else if (keys.length >= missing || !/[- .]/.test(character) || /[- .]/.test(text.charAt(at - 1))) break
  }
  const isWord = !/[\p{L}\d]/u.test(text.charAt(at)) && /^[A-Z]{2}/.test(text.slice(start, start + 2))
  const spare = keys.length - missing
  if (!isWord || spare < 0 || spare > (endsInTollFree(digits) ? MAX_SPARE_LETTERS : 0)) return null
  return { digits: keys.slice(0, missing), end: at }
}
