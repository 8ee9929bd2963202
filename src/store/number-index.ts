import type { Vicinity } from '../analyze/forecast/vicinity.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { ReturnCurves } from '../model/return-curve.ts'
import type { BlockCount, BlockWidth, Coverage, Profile } from '../model/profile.ts'
import type { KeptForecast } from './forecast-file.ts'

/**
 * The look-up index: a memory-mapped file on this node. Reads are synchronous, take microseconds and ask no engine;
 * any number of processes may read it.
 */
export type NumberIndex = {
  profile(number: PhoneNumber): Profile | null
  /** What is known of the block that holds the number; null where nothing is. */
  block(number: PhoneNumber, width: BlockWidth): BlockCount | null
  coverage(): Coverage
  /** How long numbers of a channel are silent before they come back, of the channels that enough is known of. */
  returns(): ReturnCurves
  /** What is known around a number, itself left out. Units: day, whole days since 1970. */
  vicinity(number: PhoneNumber, day: number): Vicinity
  /** What was learnt last of which numbers come next; null where nobody learnt anything. */
  forecast(): KeptForecast | null
  /** Numbers in the index. */
  size(): number
  close(): Promise<void>
}
