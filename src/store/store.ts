import type { Query } from '../model/query.ts'
import type { Ring, RingChange, RingEvent } from '../model/ring.ts'
import type { Sighting } from '../model/sighting.ts'

/**
 * The seam to the engine. `sightings` is append-only and the only truth; everything else can be made from it again.
 *
 * Throws, every method: IntelError `store_unavailable` where the engine does not answer.
 */
export type Store = {
  /** embedded: the engine runs in this process; server: behind a URL; remote: in another process that holds the folder. */
  readonly kind: 'embedded' | 'server' | 'remote'
  /** Answers a question. */
  ask<Row>(query: Query<Row>): Promise<Row[]>
  /** The same, in batches, for answers that do not fit in memory. */
  stream<Row>(query: Query<Row>): AsyncIterable<Row[]>
  /** Remembers sightings; acknowledged when it resolves: they survive `kill -9`. Twice the same is once. */
  write(sightings: readonly Sighting[]): Promise<void>
  /**
   * Replaces what is known of rings, all at once; they are taken one by one, so they need not fit in memory.
   * events: what became of them.
   */
  writeRings(rings: Iterable<Ring>, events?: readonly RingEvent[]): Promise<void>
  /** Remembers what changed among them. */
  changeRings(change: RingChange): Promise<void>
  /** Remembers that the rings that are known were told by all that was taken in at a mark. Source: `analyze/watermark.ts`. */
  noteTraced(mark: string): Promise<void>
  /** Brings the look-up index up to what has been written. Resolves to how many numbers changed in it. */
  refreshIndex(): Promise<number>
  close(): Promise<void>
}
