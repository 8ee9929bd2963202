import { WATERMARK } from '../analyze/watermark.ts'
import type { Watermark } from '../analyze/watermark.ts'
import type { Reference } from '../model/reference.ts'
import type { Store } from '../store/store.ts'
import { ringKeeper } from './ring-keeper.ts'
import type { RingKeeper } from './ring-keeper.ts'

/** How far what is told may lag behind what another process or node took in. */
const EVERY_MILLIS = 20_000

/** A write may be on its way for so long after its time: what is read twice changes nothing. */
const LOOK_BACK_MILLIS = 60_000

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
  /** null where nothing has been traced yet, or following failed half-way. */
  let followed: { readonly keeper: RingKeeper; readonly to: Watermark } | null = null
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()

  const refresh = async (): Promise<void> => {
    try {
      await store.refreshIndex()
      const [now] = await store.ask(WATERMARK)
      if (now!.mark !== followed?.to.mark) {
        const keeper = followed?.keeper ?? ringKeeper(store, reference)
        if (followed) await keeper.follow(followed.to.lastAt - LOOK_BACK_MILLIS, Date.now())
        else await keeper.trace(Date.now())
        await store.noteTraced(now!.mark)
        followed = { keeper, to: now! }
      }
    } catch (error) {
      followed = null
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
