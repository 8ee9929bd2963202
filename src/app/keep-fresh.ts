import { LAST_INGESTED } from '../analyze/watermark.ts'
import type { Reference } from '../model/reference.ts'
import type { Store } from '../store/store.ts'
import { traceRings } from './trace-rings.ts'

/** How far what is told may lag behind what another process or node took in. */
const EVERY_MILLIS = 20_000

/**
 * Keeps the look-up index and the rings up with what is taken in, by whomever, until `stop` resolves.
 *
 * In: onFailure is told what failed; the next round tries again.
 */
export function keepFresh(
  store: Store,
  reference: Reference,
  onFailure: (error: unknown) => void,
): { stop(): Promise<void> } {
  let tracedAt = -1
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()

  const refresh = async (): Promise<void> => {
    try {
      await store.refreshIndex()
      const [ingestedAt = 0] = await store.ask(LAST_INGESTED)
      if (ingestedAt !== tracedAt) await traceRings(store, reference)
      tracedAt = ingestedAt
    } catch (error) {
      onFailure(error)
    }
    if (!isStopped) timer = setTimeout(next, EVERY_MILLIS)
  }
  const next = (): void => {
    round = refresh()
  }
  next()

  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await round
    },
  }
}
