/**
 * The part of a number format that writes digits between other signs, as those for telephone numbers do.
 *
 * Out: null for formats of amounts, dates and plain numbers.
 * @example maskOf('[<=9999999]###\\-####;\\(###\\)\\ ###\\-####') // => '(###) ###-####'
 */
export function maskOf(format: string): string | null {
  const sections = format
    .slice(0, 500)
    .split(';')
    .map((section) =>
      section.replace(/\[[^\]]*\]/g, '').replace(/\\(.)|"([^"]*)"|_./g, (_, sign, quoted) => sign ?? quoted ?? ''),
    )
  const masks = sections.filter(
    (section) => /[#0][^#0.,%]+[#0]|^\+[#0]|\([#0]/.test(section) && !/[a-z%]|[#0][.,][#0]/i.test(section),
  )
  return masks.toSorted((a, b) => b.length - a.length)[0] ?? null
}

/** Writes the digits of a number into a mask, from the right; those that are too many stand in front. */
export function masked(digits: string, mask: string): string {
  let at = digits.length
  let written = ''
  for (const sign of [...mask].toReversed()) {
    if (sign !== '#' && sign !== '0') written = sign + written
    else if (at > 0) written = digits[--at] + written
  }
  return digits.slice(0, at) + written
}
