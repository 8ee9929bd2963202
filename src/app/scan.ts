import type { RawMessage } from '../collect/messages.ts'
import type { ScannedMessage } from '../model/scanned-message.ts'
import { openReaderPool } from './reader-pool.ts'
import type { PoolOptions } from './reader-pool.ts'
import { unreadMessage } from './unread-message.ts'

export type ScanOptions = PoolOptions

/** Mails on their way for each reader: enough that none waits for the disk. */
const AHEAD = 4
/** Together they may weigh this much; a heavier mail goes alone. */
const MOST_BYTES_AHEAD = 32 * 1024 * 1024

/**
 * Scans mails, several at a time.
 *
 * In:  mails, fetched only as fast as they are read.
 * Out: what is in each, in the order they came in; of one that could not be read, why.
 */
export async function* scan(
  mails: AsyncIterable<RawMessage>,
  options: ScanOptions = {},
): AsyncGenerator<ScannedMessage, void, undefined> {
  const pool = openReaderPool(options)
  const underway: { readonly scanned: Promise<ScannedMessage>; readonly size: number }[] = []
  const isFull = (size: number): boolean =>
    underway.length >= pool.jobs * AHEAD ||
    (underway.length > 0 && underway.reduce((sum, mail) => sum + mail.size, size) > MOST_BYTES_AHEAD)
  const next = (): Promise<ScannedMessage> => (underway.shift() as (typeof underway)[number]).scanned
  try {
    for await (const mail of mails) {
      const size = 'bytes' in mail ? mail.bytes.length : 0
      while (isFull(size)) yield await next()
      const scanned = 'bytes' in mail ? pool.read(mail) : Promise.resolve(unreadMessage(mail.file, '', mail.issue))
      // Awaited in its turn; until then a failure of the pool is no unhandled one.
      scanned.catch(() => undefined)
      underway.push({ scanned, size })
    }
    while (underway.length > 0) yield await next()
  } finally {
    await pool.close()
  }
}
