import { CHANNELS } from './channel.ts'
import type { ChannelName } from './channel.ts'
import type { SimKind } from './line-type.ts'
import type { Role } from './mention.ts'
import type { PhoneNumber } from './phone-number.ts'

/** What one source says of a number in one role. Times are Unix milliseconds, days are distinct UTC days. */
export type SourceRecord = {
  readonly channel: ChannelName
  readonly source: string
  /** null for what stood in no message. */
  readonly role: Role | null
  readonly sightings: number
  readonly messages: number
  readonly activeDays: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /** At most MAX_BRANDS of them. */
  readonly brands: readonly string[]
  readonly templates: number
  readonly simKinds: readonly SimKind[]
}

export const MAX_BRANDS = 16

/**
 * Whether the record makes the number a malicious one of its block: the message wanted it used, or it stood in none,
 * and the channel proves alone. Copied, hidden and merely mentioned numbers, and complaints that carry spoofed
 * innocents, do not.
 */
export function isMalicious({ channel, role }: Pick<SourceRecord, 'channel' | 'role'>): boolean {
  return (role === null || role === 'callback' || role === 'messaging') && CHANNELS[channel].provesAlone
}

/** Everything remembered of one number, as the look-up index holds it. */
export type Profile = {
  readonly number: PhoneNumber
  readonly records: readonly SourceRecord[]
  readonly ring: { readonly id: string; readonly numbers: number } | null
}

/** How much is known of one block: numbers with at least one accepted malicious sighting, and when the last was. */
export type BlockCount = { readonly numbers: number; readonly lastSeenAt: number }

export const BLOCK_WIDTHS = [10, 100, 1_000, 10_000] as const
export type BlockWidth = (typeof BLOCK_WIDTHS)[number]

/** Digits of the first number of the block of this width that holds the number. */
export function blockStart(digits: number, width: BlockWidth): number {
  return digits - (digits % width)
}

/** For a calling code, when each channel last saw any of its numbers: what a silence is worth. */
export type Coverage = Readonly<Record<string, Partial<Readonly<Record<ChannelName, number>>>>>
