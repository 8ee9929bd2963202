/**
 * parts: files of a mail, also in each other; nesting: files in files; textLength, htmlLength: UTF-16 code units a part;
 * unpackedBytes: what comes out of all its archives and documents together.
 */
export type ReadLimits = {
  readonly parts: number
  readonly nesting: number
  readonly textLength: number
  readonly htmlLength: number
  /** Of all files of a mail together. */
  readonly filesTextLength: number
  readonly unpackedBytes: number
}

export const READ_LIMITS: ReadLimits = {
  parts: 500,
  nesting: 8,
  textLength: 2_000_000,
  htmlLength: 10_000_000,
  filesTextLength: 5_000_000,
  unpackedBytes: 64 * 1024 * 1024,
}
