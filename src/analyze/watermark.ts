import type { Query } from '../model/query.ts'

/**
 * How far a store has come.
 *
 * lastAt: when it last took something in, Unix milliseconds; 0 where it never did.
 * mark:   a word that stays the same as long as nothing comes in.
 */
export type Watermark = { readonly lastAt: number; readonly mark: string }

export const WATERMARK: Query<Watermark> = {
  sql: 'SELECT toUnixTimestamp64Milli(max(ingested_at)) AS at, count() AS rows FROM sightings SETTINGS final = 0',
  params: {},
  // What another write overtook carries a time before the last one; so the rows are counted as well.
  decode: (row) => ({ lastAt: Number(row['at']), mark: `${Number(row['at'])} ${Number(row['rows'])}` }),
}

/** The last tracing and its last step, as a word that stays the same as long as the rings do; no row where there is none. */
export const LAST_TRACED: Query<string> = {
  sql: 'SELECT tracing, step FROM tracings ORDER BY tracing DESC, step DESC LIMIT 1',
  params: {},
  decode: (row) => `${Number(row['tracing'])} ${Number(row['step'])}`,
}

/** A row where the rings that are known were told by all that the store had taken in at a mark. */
export function tracedThrough(mark: string): Query<true> {
  return {
    sql: `SELECT 1 AS known FROM tracings
WHERE tracing = (SELECT max(tracing) FROM tracings) AND traced_through = {mark:String} LIMIT 1`,
    params: { mark },
    decode: () => true,
  }
}
