/** Letters of Europe's Latin alphabets by UTF-16 code unit, which nearly all text is written in. */
const LATIN_END = 0x250
const LATIN = Uint8Array.from({ length: LATIN_END }, (_, code) => (/\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0))
const LETTER = /\p{L}/u
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff

/** Whether a letter stands at `at`; outside the text there is none. */
export function isLetterAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isLetter(text.charCodeAt(at))
}

/** Whether a UTF-16 code unit is a letter; halves of what lies beyond the basic plane are none. */
export function isLetter(code: number): boolean {
  if (code < LATIN_END) return LATIN[code] === 1
  return (code < FIRST_SURROGATE || code > LAST_SURROGATE) && LETTER.test(String.fromCharCode(code))
}

export function isDigitAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

/** Visits every word, letters without anything between them, from left to right. */
export function forEachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1
  for (let at = 0; at < text.length; at++) {
    const isOne = isLetter(text.charCodeAt(at))
    if (isOne && start < 0) start = at
    else if (!isOne && start >= 0) {
      visit(start, at)
      start = -1
    }
  }
  if (start >= 0) visit(start, text.length)
}
