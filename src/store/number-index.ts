import type { PhoneNumber } from '../model/phone-number.ts'
import type { BlockCount, BlockWidth, Coverage, Profile } from '../model/profile.ts'

/**
 * The look-up index: a memory-mapped file on this node. Reads are synchronous, take microseconds and ask no engine;
 * any number of processes may read it.
 */
export type NumberIndex = {
  profile(number: PhoneNumber): Profile | null
  /** What is known of the block that holds the number; null where nothing is. */
  block(number: PhoneNumber, width: BlockWidth): BlockCount | null
  coverage(): Coverage
  /** Numbers in the index. */
  size(): number
  close(): Promise<void>
}
