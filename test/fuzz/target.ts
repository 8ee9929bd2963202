import type { Seeds } from './seeds.ts'

/** Something that reads what an enemy wrote. */
export type Target = {
  readonly name: string
  /** What is changed; the first ones are always there, real ones only where the data is. */
  readonly seeds: () => Seeds | Promise<Seeds>
  /** Pieces of the format that are thrown in. */
  readonly words: readonly string[]
  /** Reads. Out: what is wrong with the answer; null where nothing is. It must not throw. */
  readonly read: (bytes: Buffer) => Promise<string | null>
  /** As which file a mail carries it. */
  readonly file: { readonly name: string; readonly type: string }
  /** Processor time it may take, in milliseconds, when it is short; a kilobyte takes MILLIS_A_KILOBYTE more. */
  readonly millis: number
}

export const MILLIS_A_KILOBYTE = 12
