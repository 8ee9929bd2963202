import type { LikelyBlock } from '../../model/likely-block.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import { foretell } from './foretell.ts'
import type { ForecastModel } from './forecast-model.ts'
import type { PlaceOf } from './place.ts'
import type { Surroundings } from './surroundings.ts'

const WIDTH = 1_000

/** Of each block every so many numbers are foretold, and each stands for as many. */
const STEP = 4

/** So many blocks are looked at: those that produced most of late. */
const MOST_BLOCKS = 1_000

const LATELY_DAYS = 30

/** The blocks most likely to produce next: of those that produced of late, what is foretold of their numbers together. */
export function likelyBlocks(
  model: ForecastModel,
  { before, placeOf, limit }: { before: Surroundings; placeOf: PlaceOf; limit: number },
): LikelyBlock[] {
  const lately = new Map<number, number>()
  for (const { digits, day } of before.known) {
    const start = digits - (digits % WIDTH)
    if (before.day - day <= LATELY_DAYS) lately.set(start, (lately.get(start) ?? 0) + 1)
  }
  const blocks: LikelyBlock[] = []
  for (const [start, count] of [...lately].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_BLOCKS)) {
    const block = blockAt(start, count, { model, before, placeOf })
    if (block) blocks.push(block)
  }
  return blocks.sort((a, b) => b.expected - a.expected || (a.prefix < b.prefix ? -1 : 1)).slice(0, limit)
}

function blockAt(
  start: number,
  lately: number,
  { model, before, placeOf }: { model: ForecastModel; before: Surroundings; placeOf: PlaceOf },
): LikelyBlock | null {
  let [expected, likeliest, next] = [0, -1, start]
  for (let digits = start; digits < start + WIDTH; digits += STEP) {
    const place = before.has(digits) ? null : placeOf(digits)
    if (!place) continue
    const foretold = foretell(model, { digits, place, vicinity: before.around(digits), day: before.day })
    if (!foretold) continue
    expected += foretold.probability * STEP
    if (foretold.probability > likeliest) [likeliest, next] = [foretold.probability, digits]
  }
  const place = placeOf(next)
  if (likeliest < 0 || place === null) return null
  return {
    prefix: numberFromDigits(start).slice(0, -Math.log10(WIDTH)),
    width: WIDTH,
    region: place.region,
    provider: place.provider,
    expected,
    chance: 1 - Math.exp(-expected),
    days: model.days,
    known: before.around(next).blocks[2]!.numbers,
    lately,
    next: numberFromDigits(next),
  }
}
