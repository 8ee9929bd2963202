const OVERRIDE = '\u202e'

/** The spans shown backwards: from a right-to-left override to what ends it, or to the end of its line. */
export function overriddenSpans(text: string): { start: number; end: number }[] {
  if (!text.includes(OVERRIDE)) return []
  return Array.from(text.matchAll(/\u202e([^\u202c\n]*)/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
