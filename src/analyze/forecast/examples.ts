import { FEATURES, featuresOf } from './features.ts'
import type { Examples } from './grow-trees.ts'
import type { Kind } from './kinds.ts'
import type { PlaceOf, PlaceTally } from './place.ts'
import { tallyPlaces } from './tally-places.ts'
import type { Surroundings } from './surroundings.ts'
import type { Window } from './windows.ts'

/** A number as it stood when a window began. weight: of an innocent one, how many numbers of the plan it stands for. */
export type Example = {
  readonly features: readonly number[]
  readonly isHit: boolean
  readonly kind: Kind
  readonly weight: number
}

/** Numbers of the blocks in which innocent ones are drawn on purpose. */
const HOT_WIDTH = 10_000
const WARM_WIDTH = 1_000

/** A thousand that somebody came from so lately is warm; days. */
const WARM_DAYS = 60

/** How the model sees numbers on a day. of: null for what the plan does not have. tally: what it goes by (see there). */
export type Seeing = { readonly tally: PlaceTally; of(digits: number): number[] | null }

export function seeing(before: Surroundings, placeOf: PlaceOf): Seeing {
  const tally = tallyPlaces(before.known, before.day, placeOf)
  return {
    tally,
    of(digits) {
      const place = placeOf(digits)
      return place && featuresOf(digits, before.around(digits), { day: before.day, place, tally })
    },
  }
}

/**
 * The numbers that entered in a window, and innocent ones beside them: a third drawn from all of their kinds, a third from
 * the blocks of 10,000 in which somebody was known, and a third from the thousands that numbers came from of late, from
 * each the more the more came: there the likeliest stand, and one drawn number in thousands would fall. Weights make up for it.
 */
export function examplesOf(
  window: Window,
  placeOf: PlaceOf,
  { innocent, unit }: { innocent: number; unit: () => number },
): Example[] {
  const { before, entering, kinds } = window
  const see = seeing(before, placeOf)
  const examples: Example[] = []
  const add = (digits: number, kind: Kind, isHit: boolean, weight: number): void => {
    const features = see.of(digits)
    if (features) examples.push({ features, isHit, kind, weight })
  }
  entering.forEach((digits, i) => add(digits, kinds[i]!, true, 1))

  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const { recent, countOf } = warmThousands(before)
  const hot = hotBlocks(before, byName, placeOf)
  const isHot = new Set([...hot.values()].flat())
  const comes = new Set(entering)
  const kindOf = (digits: number): Kind | undefined =>
    before.has(digits) || comes.has(digits) ? undefined : byName.get(placeOf(digits)?.kind ?? '')
  const share = innocent / 3
  const drawnOf = new Map<string, number>()
  for (const kind of kinds) drawnOf.set(kind.name, (drawnOf.get(kind.name) ?? 0) + 1)
  for (const [name, kind] of byName) {
    const count = Math.ceil(share * (drawnOf.get(name)! / kinds.length))
    for (let i = 0; i < count; i++) {
      const digits = kind.draw()
      const isCold = !isHot.has(startOf(digits, HOT_WIDTH)) && !countOf.has(startOf(digits, WARM_WIDTH))
      if (isCold && !before.has(digits)) add(digits, kind, false, kind.size / count)
    }
    const blocks = hot.get(name) ?? []
    for (let i = 0; i < count && blocks.length > 0; i++) {
      const digits = drawnIn(blocks, HOT_WIDTH, unit)
      const isInnocent = !countOf.has(startOf(digits, WARM_WIDTH)) && kindOf(digits) === kind
      if (isInnocent) add(digits, kind, false, (blocks.length * HOT_WIDTH) / count)
    }
  }
  for (let i = 0; i < share && recent.length > 0; i++) {
    const digits = drawnIn(recent, WARM_WIDTH, unit)
    const kind = kindOf(digits)
    const drawn = (share * countOf.get(startOf(digits, WARM_WIDTH))!) / recent.length
    if (kind) add(digits, kind, false, WARM_WIDTH / drawn)
  }
  return examples
}

const startOf = (digits: number, width: number): number => digits - (digits % width)

function drawnIn(starts: readonly number[], width: number, unit: () => number): number {
  return starts[Math.floor(unit() * starts.length)]! + Math.floor(unit() * width)
}

/** recent: of each number that came of late its thousand. countOf: how often each is among them. */
function warmThousands({ known, day: today }: Surroundings): { recent: number[]; countOf: Map<number, number> } {
  const recent = known.filter(({ day }) => today - day <= WARM_DAYS).map(({ digits }) => startOf(digits, WARM_WIDTH))
  const countOf = new Map<number, number>()
  for (const start of recent) countOf.set(start, (countOf.get(start) ?? 0) + 1)
  return { recent, countOf }
}

/** By kind, where the blocks begin that hold a known number of it. */
function hotBlocks({ known }: Surroundings, kinds: ReadonlyMap<string, Kind>, placeOf: PlaceOf): Map<string, number[]> {
  const blocks = new Map<string, number[]>()
  for (const { digits } of known) {
    const name = placeOf(digits)?.kind
    if (name === undefined || !kinds.has(name)) continue
    const starts = blocks.get(name) ?? []
    const start = startOf(digits, HOT_WIDTH)
    if (starts.at(-1) !== start) starts.push(start)
    blocks.set(name, starts)
  }
  return blocks
}

/**
 * Examples as trees take them. Innocent ones of a kind weigh together `outweigh` times as much as the kind's hits: so
 * the kind itself says nothing, and how many there are of it is left to the prior.
 */
export function asColumns(examples: readonly Example[], outweigh: number): Examples {
  const [hits, innocent] = [new Map<string, number>(), new Map<string, number>()]
  for (const { kind, isHit, weight } of examples) {
    const sums = isHit ? hits : innocent
    sums.set(kind.name, (sums.get(kind.name) ?? 0) + weight)
  }
  const columns = FEATURES.map(() => new Float64Array(examples.length))
  const isHit = new Uint8Array(examples.length)
  const weights = new Float64Array(examples.length)
  examples.forEach((example, row) => {
    for (let i = 0; i < columns.length; i++) columns[i]![row] = example.features[i]!
    isHit[row] = example.isHit ? 1 : 0
    weights[row] = example.isHit
      ? 1
      : (example.weight * outweigh * (hits.get(example.kind.name) ?? 0)) / innocent.get(example.kind.name)!
  })
  return { columns, isHit, weights }
}
