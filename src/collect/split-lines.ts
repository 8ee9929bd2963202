/** A record longer than this is not one. */
export const MAX_RECORD_BYTES = 1024 * 1024

/** Consecutive lines of a file. first: number of the first one, from 1; null stands for a line over the limit. */
export type Lines = { readonly first: number; readonly texts: readonly (string | null)[] }

const NEWLINE = 0x0a

/** Splits UTF-8 bytes into lines, without their ends, holding no more of the file than a chunk and a line. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Lines> {
  let carry: Buffer[] = []
  let carried = 0
  let first = 1
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE)
    if (end >= 0) {
      const texts = textsOf(carry, carried, chunk.subarray(0, end))
      yield { first, texts: first === 1 ? withoutMark(texts) : texts }
      first += texts.length
      carry = []
      carried = 0
    }
    const rest = chunk.subarray(end + 1)
    carried += rest.length
    if (carried <= MAX_RECORD_BYTES) carry.push(rest)
  }
  if (carried > 0) {
    const texts = textsOf(carry, carried, Buffer.alloc(0))
    yield { first, texts: first === 1 ? withoutMark(texts) : texts }
  }
}

function textsOf(carry: readonly Buffer[], carried: number, lines: Buffer): (string | null)[] {
  const isOver = carried > MAX_RECORD_BYTES
  const texts = (isOver ? lines : Buffer.concat([...carry, lines])).toString('utf8').split('\n')
  return texts.map((text, index) => {
    if ((isOver && index === 0) || text.length > MAX_RECORD_BYTES) return null
    return text.endsWith('\r') ? text.slice(0, -1) : text
  })
}

/** Without the byte order mark that some programs put before UTF-8. */
function withoutMark([head, ...rest]: readonly (string | null)[]): (string | null)[] {
  return [head?.startsWith('\uFEFF') ? head.slice(1) : (head ?? null), ...rest]
}
