import { CHANNELS, isChannel } from '../model/channel.ts'
import { watchedAt } from '../model/profile.ts'
import type { Coverage, Watch } from '../model/profile.ts'
import { decay } from './age.ts'

/** Below this no source watches numbers of the calling code well enough for its silence to mean anything. */
export const MIN_COVERAGE = 0.1

/** So many numbers told lately make a channel see 63 % of what it could, three times as many 95 %. Assumed. */
const BREADTH = 1_000

/**
 * How well the numbers of a calling code are watched, 0–1: the chance that at least one source would know, each source
 * as far as it is trusted, and as broadly as it told of numbers there lately: a few mails watch nobody.
 */
export function coverageOf(coverage: Coverage, callingCode: string, now: number): number {
  const channels = Object.hasOwn(coverage, callingCode) ? Object.entries(coverage[callingCode] ?? {}) : []
  const unwatched = channels.reduce((rest, [name, watch]) => {
    if (!isChannel(name) || watch === undefined) return rest
    const { trust, halfLifeDays } = CHANNELS[name]
    return rest * (1 - trust * (1 - Math.exp(-lively(watch, now, halfLifeDays) / BREADTH)))
  }, 1)
  return 1 - unwatched
}

/** Numbers a channel told of, each as far as that is not long ago. */
function lively(watch: Watch, now: number, halfLifeDays: number): number {
  let numbers = 0
  for (const span in watch) numbers += (watch[span] ?? 0) * decay(watchedAt(Number(span)), now, halfLifeDays)
  return numbers
}
