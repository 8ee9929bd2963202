/**
 * What is read of one mail at most. Nothing in a mail changes them; each ends with an issue of its own, and what was read
 * before stays. docs/limits.md tells them, with those of single formats, to users.
 */
export type ReadLimits = {
  /** Files of a mail, also in each other. */
  readonly parts: number
  /** Files in files. */
  readonly nesting: number
  /** Of what is seen of one part, in UTF-16 code units. */
  readonly textLength: number
  /** Of the markup of one part, in UTF-16 code units. */
  readonly htmlLength: number
  /** Of what is seen of all its files together, in UTF-16 code units. */
  readonly filesTextLength: number
  /** What comes out of all its archives and documents together. */
  readonly unpackedBytes: number
  /** Places where a number stands, in the order of the parts. No lure names so many. */
  readonly mentions: number
  /** What is told of what was not read. */
  readonly issues: number
}

export const READ_LIMITS: ReadLimits = {
  parts: 500,
  nesting: 8,
  textLength: 2_000_000,
  htmlLength: 10_000_000,
  filesTextLength: 5_000_000,
  unpackedBytes: 64 * 1024 * 1024,
  mentions: 2_000,
  issues: 1_000,
}
