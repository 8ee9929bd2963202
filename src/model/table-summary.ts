/** How many ranges of one country came, went or say something else. country: a region, or a calling code. */
export type TableChange = {
  readonly country: string
  readonly added: number
  readonly removed: number
  readonly changed: number
}

/** A table of number ranges as people want to know it. date: YYYY-MM-DD of its source; null where it tells none. */
export type TableSummary = {
  readonly name: string
  readonly title: string
  readonly date: string | null
  readonly licence: string | null
  readonly ranges: number
  readonly callingCodes: readonly number[]
  /** What it says otherwise than the one it stands for; not there where nothing was compared. */
  readonly changes?: readonly TableChange[]
}
