/** So far behind a header its first boundary is looked for, in bytes. */
const REACH = 1024 * 1024
const GUESS_REACH = 64 * 1024
/** RFC 2046 allows 70; mailers write longer ones. */
const LONGEST = 250

/** A line of two dashes and something, with a field that only a part has in the next one. */
const LOOKS_LIKE_ONE = /(?:^|\n)--([^\s-][^\r\n]{0,249}?|-[^\r\n]{0,248}?[^\s-])[ \t]*\r?\ncontent-[a-z-]{1,40}[ \t]*:/i

/**
 * The boundary by which a multipart is parted: the one its header names; where that does not come, what looks like one.
 *
 * In:  start, where its body begins; named, by its header.
 * Out: null where there is none.
 */
export function boundaryIn(mail: Buffer, start: number, named: string | undefined): string | null {
  const name = named?.trimEnd().slice(0, LONGEST) ?? ''
  if (name !== '' && mail.subarray(Math.max(0, start - 1), start + REACH).includes(`--${name}`, 0, 'latin1'))
    return name
  const guess = LOOKS_LIKE_ONE.exec(mail.toString('latin1', start, start + GUESS_REACH))?.[1]
  return guess ?? (name === '' ? null : name)
}
