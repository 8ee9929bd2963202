import type { LikelyBlock } from '../../model/likely-block.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import { featuresOf } from './features.ts'
import { probabilityOf } from './foretell.ts'
import type { ForecastModel, TriedTrees } from './forecast-model.ts'
import { foretoldBlock, LIVELY_WIDTH, livelyBlocks } from './lively-blocks.ts'
import type { PlaceOf } from './place.ts'
import { chanceOfAny } from './batches.ts'
import type { Surroundings } from './surroundings.ts'
import { FORECAST_WIDTHS } from './vicinity.ts'

/** So many blocks are looked at: those that produced most of late. */
const MOST_BLOCKS = 1_000

/** The blocks most likely to produce next: of those that produced of late, what is foretold of their numbers together. */
export function likelyBlocks(
  model: ForecastModel,
  { before, placeOf, limit }: { before: Surroundings; placeOf: PlaceOf; limit: number },
): LikelyBlock[] {
  const tell = tellingOf(model, { before, placeOf })
  const blocks = livelyBlocks(before, MOST_BLOCKS).flatMap(({ start, lately }): LikelyBlock[] => {
    const foretold = foretoldBlock(start, before, tell)
    const place = foretold && placeOf(foretold.next)
    if (!place) return []
    return [
      {
        prefix: numberFromDigits(start).slice(0, -Math.log10(LIVELY_WIDTH)),
        width: LIVELY_WIDTH,
        region: place.region,
        provider: place.provider,
        expected: foretold.expected,
        chance: chanceOfAny(foretold.expected, model.tried.batch),
        days: model.days,
        known: before.around(foretold.next).blocks[FORECAST_WIDTHS.indexOf(LIVELY_WIDTH)]!.numbers,
        lately,
        next: numberFromDigits(foretold.next),
      },
    ]
  })
  return blocks.sort((a, b) => b.expected - a.expected || (a.prefix < b.prefix ? -1 : 1)).slice(0, limit)
}

/** How likely a number is to enter; null where nothing is foretold of its kind. */
export function tellingOf(
  { tried, priors, tally }: Pick<ForecastModel, 'priors' | 'tally'> & { readonly tried: Omit<TriedTrees, 'batch'> },
  { before, placeOf }: { before: Surroundings; placeOf: PlaceOf },
): (digits: number) => number | null {
  return (digits) => {
    const place = placeOf(digits)
    if (!place || !Object.hasOwn(priors, place.kind)) return null
    const features = featuresOf(digits, before.around(digits), { day: before.day, place, tally })
    return probabilityOf(tried, features, priors[place.kind]!)
  }
}
