import { MAX_RECORD_BYTES } from './split-lines.ts'

/** One element of a JSON array, or one entry of a JSON object with its key. text null: over the limit. */
export type JsonElement = { readonly line: number; readonly key: string | null; readonly text: string | null }

/**
 * Splits a JSON document into the elements of its outermost array or object, holding no more than one of them.
 * Elements are cut out, not checked: whether each is JSON is for its parser to say.
 */
export async function* splitJson(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonElement[]> {
  const decoder = new TextDecoder('utf-8')
  const splitter = jsonSplitter()
  for await (const chunk of chunks) yield splitter.take(decoder.decode(chunk, { stream: true }))
  yield splitter.end()
}

function jsonSplitter(): { take(text: string): JsonElement[]; end(): JsonElement[] } {
  let depth = 0
  let isInText = false
  let isEscaped = false
  let line = 1
  let startLine = 1
  let isBlank = true
  let key: string | null = null
  let held = ''
  let isOver = false
  let elements: JsonElement[] = []

  const hold = (piece: string): void => {
    if (held.length + piece.length > MAX_RECORD_BYTES) isOver = true
    else held += piece
  }
  const finish = (): void => {
    const text = held.trim()
    if (isOver) elements.push({ line: startLine, key, text: null })
    else if (text !== '' || key !== null) elements.push({ line: startLine, key, text })
    held = ''
    key = null
    isOver = false
    isBlank = true
  }
  const take = (text: string): JsonElement[] => {
    elements = []
    let from = 0
    const cut = (at: number): void => {
      hold(text.slice(from, at))
      from = at + 1
    }
    for (let at = 0; at < text.length; at++) {
      const char = text.charCodeAt(at)
      if (char === NEWLINE) line++
      if (isBlank && depth > 0 && char > SPACE) {
        isBlank = false
        startLine = line
      }
      if (isInText) {
        if (isEscaped) isEscaped = false
        else if (char === BACKSLASH) isEscaped = true
        else if (char === QUOTE) isInText = false
      } else if (char === QUOTE) isInText = true
      else if (char === BRACE_OPEN || char === BRACKET_OPEN) {
        if (++depth === 1) from = at + 1
      } else if (char === BRACE_CLOSE || char === BRACKET_CLOSE) {
        if (depth > 0 && --depth === 0) {
          cut(at)
          finish()
        }
      } else if (depth === 1 && char === COMMA) {
        cut(at)
        finish()
      } else if (depth === 1 && char === COLON && key === null) {
        cut(at)
        key = keyOf(held)
        held = ''
      }
    }
    if (depth > 0) hold(text.slice(from))
    return elements
  }
  return {
    take,
    end: () => {
      elements = []
      if (depth > 0) finish()
      return elements
    },
  }
}

const [NEWLINE, SPACE, QUOTE, COMMA, COLON, BACKSLASH] = [0x0a, 0x20, 0x22, 0x2c, 0x3a, 0x5c]
const [BRACE_OPEN, BRACE_CLOSE, BRACKET_OPEN, BRACKET_CLOSE] = [0x7b, 0x7d, 0x5b, 0x5d]

/** A key that is no JSON text is kept as it stands: the record it names will be reported. */
function keyOf(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.trim()
  }
}
