import type { Place, PlaceTally } from './place.ts'
import { tallied } from './tally-places.ts'
import { FORECAST_WIDTHS, HALF_LIVES, NEAR, REACH } from './vicinity.ts'
import type { Born, Vicinity } from './vicinity.ts'

/** A thing measured of a number. rises: 1 where more of it can only make a number likelier, -1 the other way round. */
export type Feature = { readonly name: string; readonly rises: 1 | 0 | -1 }

const ordinals = Array.from({ length: NEAR }, (_, i) => ['next', 'second', 'third', 'fourth'][i]!)
const gap = (side: string): Feature[] => ordinals.map((nth) => ({ name: `gap to the ${nth} ${side}`, rises: -1 }))

/** In the order of `featuresOf`. */
export const FEATURES: readonly Feature[] = [
  ...FORECAST_WIDTHS.flatMap((width): Feature[] => [
    { name: `numbers of its ${width}`, rises: 1 },
    ...HALF_LIVES.map((days): Feature => ({ name: `fresh of its ${width}, half-life ${days} days`, rises: 1 })),
  ]),
  ...gap('below'),
  ...gap('above'),
  ...gap('on either side'),
  { name: 'age of the next below', rises: 0 },
  { name: 'age of the next above', rises: 0 },
  { name: 'way from the newest of its thousand', rises: 0 },
  { name: 'age of the newest of its thousand', rises: 0 },
  { name: 'fresh of its provider', rises: 0 },
  { name: 'fresh of its range', rises: 1 },
  { name: 'fresh of its range, for each number of it', rises: 1 },
]

/** An age where there is nobody to have one; days. */
const NO_AGE = 5_000

/** What a range without a fresh number counts as having, so that a logarithm can be taken. */
const HARDLY = 0.01

/** As the model sees a number on a day: logarithms, for a gap of 1 to 2 means what one of 100 to 200 does. */
export function featuresOf(
  number: number,
  { blocks, below, above, newest }: Vicinity,
  { day, place, tally }: { readonly day: number; readonly place: Place; readonly tally: PlaceTally },
): number[] {
  const down = below.map(({ digits }) => number - digits)
  const up = above.map(({ digits }) => digits - number)
  const { ofProvider, ofRange } = tallied(tally, place)
  const features: number[] = []
  for (const { numbers, fresh } of blocks) {
    features.push(Math.log1p(numbers))
    for (const left of fresh) features.push(Math.log1p(left))
  }
  addGaps(features, down)
  addGaps(features, up)
  addGaps(features, down.length * up.length === 0 ? [...down, ...up] : [...down, ...up].sort((a, b) => a - b))
  features.push(
    age(below[0], day),
    age(above[0], day),
    newest === null ? 0 : Math.sign(number - newest.digits) * Math.log1p(Math.abs(number - newest.digits)),
    age(newest ?? undefined, day),
    Math.log1p(ofProvider),
    Math.log1p(ofRange),
    Math.log((ofRange + HARDLY) / Math.max(1, place.rangeSize)),
  )
  return features
}

const NO_GAP = Math.log(4 * REACH)

function addGaps(features: number[], distances: readonly number[]): void {
  for (let i = 0; i < NEAR; i++) features.push(i < distances.length ? Math.log(distances[i]!) : NO_GAP)
}

const NEVER = Math.log1p(NO_AGE)

function age(born: Born | undefined, day: number): number {
  return born ? Math.log1p(Math.max(0, day - born.day)) : NEVER
}
