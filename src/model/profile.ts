import { CHANNELS } from './channel.ts'
import type { ChannelName } from './channel.ts'
import { DAY_MILLIS } from './day.ts'
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
  /** The last of them, at most LATEST_DAYS, ascending: days since 1970. */
  readonly latestDays: readonly number[]
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /** At most MAX_BRANDS of them. */
  readonly brands: readonly string[]
  readonly templates: number
  readonly simKinds: readonly SimKind[]
}

export const MAX_BRANDS = 16
export const LATEST_DAYS = 8

/** Whether the message wanted the number used, or it stood in none. Copied, hidden and merely mentioned ones are not. */
export function isAccused({ role }: Pick<SourceRecord, 'role'>): boolean {
  return role === null || role === 'callback' || role === 'messaging'
}

/**
 * Whether the record makes the number a malicious one of its block: it is accused, and the channel proves alone.
 * Complaints, which carry spoofed innocents, do not.
 */
export function isMalicious({ channel, role }: Pick<SourceRecord, 'channel' | 'role'>): boolean {
  return isAccused({ role }) && CHANNELS[channel].provesAlone
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

export const WATCH_SPAN_MILLIS = 30 * DAY_MILLIS

/** The span of 30 days that a time lies in. */
export function watchSpan(at: number): number {
  return Math.floor(at / WATCH_SPAN_MILLIS)
}

/** The middle of a span. */
export function watchedAt(span: number): number {
  return (span + 0.5) * WATCH_SPAN_MILLIS
}

/** How many distinct numbers one channel accuses, by the span in which it last did. */
export type Watch = Readonly<Record<number, number>>

/** For a calling code, how each channel watches its numbers: what a silence is worth. */
export type Coverage = Readonly<Record<string, Partial<Readonly<Record<ChannelName, Watch>>>>>
