const QUOTE = /^>*/

/**
 * A text of `format=flowed` with its lines put together again: a line that ends in a blank goes on in the next one.
 *
 * In:  dropsBlank, `delsp=yes`: that blank is not part of the text.
 * Source: RFC 3676, section 4.
 */
export function unflowed(text: string, dropsBlank: boolean): string {
  const lines: string[] = []
  let depth = -1
  for (const line of text.split(/\r?\n/)) {
    const quotes = QUOTE.exec(line)?.[0].length ?? 0
    const own = line.slice(quotes).replace(/^ /, '')
    // The line above a signature is never broken, though it ends in a blank.
    const isSignature = own === '-- '
    if (depth === quotes && !isSignature) lines.push(own)
    else lines.push(`${lines.length === 0 ? '' : '\n'}${'>'.repeat(quotes)}${quotes > 0 ? ' ' : ''}${own}`)
    depth = own.endsWith(' ') && !isSignature ? quotes : -1
    if (depth >= 0 && dropsBlank) lines.push((lines.pop() ?? '').slice(0, -1))
  }
  return lines.join('')
}
