/** Text from outside as one line that does nothing to a terminal: no escapes, no line breaks, no direction marks. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
