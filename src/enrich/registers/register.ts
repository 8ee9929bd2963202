import type { RangeRow } from '../ranges/range-row.ts'

/** A file of a register, unpacked; name as it was given. */
export type RegisterFile = { readonly name: string; readonly bytes: Uint8Array }

/**
 * What a register tells.
 *
 * part: which of the register's files this is, where each is loaded by itself; '' where there is one.
 * date: YYYY-MM-DD, of the file, or else of the newest block in it; null where the file tells neither.
 */
export type ReadRegister = { readonly rows: readonly RangeRow[]; readonly part: string; readonly date: string | null }

/**
 * A regulator's own file format.
 *
 * files:    what to give, for people; isTogether: whether they are read as one, as where one names what another numbers.
 * isTested: whether the format was tried on a real file, or is built from its description alone.
 * read:     throws IntelError `bad_input` with file, line and column where the file is not of the format, in another
 *           encoding, or cut off.
 */
export type Register = {
  readonly title: string
  readonly country: string
  readonly files: string
  readonly where: string
  readonly licence: string
  readonly isTogether: boolean
  readonly isTested: boolean
  readonly read: (files: readonly RegisterFile[]) => ReadRegister
}
