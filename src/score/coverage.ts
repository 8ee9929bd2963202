import { CHANNELS, isChannel } from '../model/channel.ts'
import type { Coverage } from '../model/profile.ts'
import { decay } from './age.ts'

/** Below this no source watches numbers of the calling code well enough for its silence to mean anything. */
export const MIN_COVERAGE = 0.1

/**
 * How well the numbers of a calling code are watched, 0–1: the chance that at least one source would know, each source
 * as far as it is trusted and as long as it has been silent there.
 */
export function coverageOf(coverage: Coverage, callingCode: string, now: number): number {
  const channels = Object.hasOwn(coverage, callingCode) ? Object.entries(coverage[callingCode] ?? {}) : []
  const unwatched = channels.reduce((rest, [name, lastSeenAt]) => {
    if (!isChannel(name) || lastSeenAt === undefined) return rest
    const { trust, halfLifeDays } = CHANNELS[name]
    return rest * (1 - trust * decay(lastSeenAt, now, halfLifeDays))
  }, 1)
  return 1 - unwatched
}
