import type { Ring, RingChange, RingEvent } from '../model/ring.ts'
import type { Row } from './session.ts'
import type { Store } from './store.ts'

type Params = Readonly<Record<string, unknown>>

/**
 * What stands behind a Store: the engine in this process, or the process that owns it. Rows are not decoded yet, and
 * sightings are lines already, so that they pass from one process to another as they are.
 */
export type Backend = {
  readonly kind: Store['kind']
  rows(sql: string, params: Params): Promise<Row[]>
  batches(sql: string, params: Params): AsyncIterable<Row[]>
  /** lines: TabSeparated, of SIGHTING_COLUMNS. */
  insertSightings(lines: string): Promise<void>
  /** Begins a tracing; what is added to it is known once it is listed, in place of the last one. */
  beginTracing(): Promise<number>
  addRings(tracing: number, rings: readonly Ring[]): Promise<void>
  listTracing(tracing: number, events: readonly RingEvent[]): Promise<void>
  changeRings(change: RingChange): Promise<void>
  noteTraced(mark: string): Promise<void>
  refreshIndex(): Promise<number>
  /** From now on acknowledged sightings survive power loss, too. */
  makeDurable(): Promise<void>
  /** Whether the process behind it has gone, so that another one may take its place. */
  isGone(): boolean
  close(): Promise<void>
}
