import type { ScannedMessage } from '../model/scanned-message.ts'

/** Times are Unix milliseconds. */
export type MessageTiming = {
  /** Time of a message that does not say its own; null: its numbers are not remembered. */
  readonly undatedAt: number | null
  /** What is dated later is taken to be undated: a sender must not make a number that never ages. */
  readonly latestAt: number
}

/** When a message was seen: received, else sent, else what is given; null where none of them can be. */
export function timeOfMessage(
  { receivedAt, sentAt }: Pick<ScannedMessage, 'receivedAt' | 'sentAt'>,
  { undatedAt, latestAt }: MessageTiming,
): number | null {
  return [receivedAt, sentAt, undatedAt].find((at) => at !== null && at <= latestAt) ?? null
}
