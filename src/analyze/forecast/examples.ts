import { FEATURES, featuresOf } from './features.ts'
import type { Examples } from './grow-trees.ts'
import type { Kind } from './kinds.ts'
import type { PlaceOf, PlaceTally } from './place.ts'
import { tallyPlaces } from './tally-places.ts'
import type { Surroundings } from './surroundings.ts'
import type { Window } from './windows.ts'

/** A number as it stood when a window began. weight: of an innocent one, how many numbers of the plan it stands for. */
export type Example = {
  readonly digits: number
  readonly features: readonly number[]
  readonly isHit: boolean
  readonly kind: Kind
  readonly weight: number
}

/** Numbers of a block in which innocent ones are drawn on purpose. */
const HOT_WIDTH = 10_000

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
 * The numbers that entered in a window, and innocent ones beside them: half drawn from all of their kinds, and half from
 * the blocks of 10,000 in which somebody was known, where one drawn number in thousands would fall. Weights make up
 * for it.
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
    if (features) examples.push({ digits, features, isHit, kind, weight })
  }
  entering.forEach((digits, i) => add(digits, kinds[i]!, true, 1))

  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const hot = hotBlocks(before, byName, placeOf)
  const isHot = new Set([...hot.values()].flat())
  const comes = new Set(entering)
  const drawnOf = new Map<string, number>()
  for (const kind of kinds) drawnOf.set(kind.name, (drawnOf.get(kind.name) ?? 0) + 1)
  for (const [name, kind] of byName) {
    const count = Math.ceil((innocent / 2) * (drawnOf.get(name)! / kinds.length))
    for (let i = 0; i < count; i++) {
      const digits = kind.draw()
      const isCold = !isHot.has(digits - (digits % HOT_WIDTH))
      if (isCold && !before.has(digits)) add(digits, kind, false, kind.size / count)
    }
    const blocks = hot.get(name) ?? []
    for (let i = 0; i < count && blocks.length > 0; i++) {
      const digits = blocks[Math.floor(unit() * blocks.length)]! + Math.floor(unit() * HOT_WIDTH)
      const isInnocent = !before.has(digits) && !comes.has(digits) && placeOf(digits)?.kind === name
      if (isInnocent) add(digits, kind, false, (blocks.length * HOT_WIDTH) / count)
    }
  }
  return examples
}

/** By kind, where the blocks begin that hold a known number of it. */
function hotBlocks({ known }: Surroundings, kinds: ReadonlyMap<string, Kind>, placeOf: PlaceOf): Map<string, number[]> {
  const blocks = new Map<string, number[]>()
  for (const { digits } of known) {
    const name = placeOf(digits)?.kind
    if (name === undefined || !kinds.has(name)) continue
    const starts = blocks.get(name) ?? []
    const start = digits - (digits % HOT_WIDTH)
    if (starts.at(-1) !== start) starts.push(start)
    blocks.set(name, starts)
  }
  return blocks
}

/** A thousand that somebody came from so lately is warm: there most of what comes next comes from; days. */
const WARM_DAYS = 60

/**
 * The same with innocent numbers drawn in warm thousands, in place of the few that fell there by chance: how sure to be
 * of a number is decided where the likely ones stand.
 */
export function withWarm(
  examples: readonly Example[],
  { window, placeOf, count, unit }: { window: Window; placeOf: PlaceOf; count: number; unit: () => number },
): Example[] {
  const { before, entering } = window
  const kinds = new Map(window.kinds.map((kind) => [kind.name, kind]))
  const comes = new Set(entering)
  const warm = new Set<number>()
  for (const { digits, day } of before.known) if (before.day - day <= WARM_DAYS) warm.add(thousandOf(digits))
  const starts = [...warm]
  const see = seeing(before, placeOf)
  const drawn: Example[] = []
  for (let i = 0; i < count && starts.length > 0; i++) {
    const digits = starts[Math.floor(unit() * starts.length)]! + Math.floor(unit() * WARM_WIDTH)
    const kind = before.has(digits) || comes.has(digits) ? undefined : kinds.get(placeOf(digits)?.kind ?? '')
    const features = kind && see.of(digits)
    if (features) {
      drawn.push({ digits, features, isHit: false, kind, weight: (starts.length * WARM_WIDTH) / count })
    }
  }
  return [...examples.filter(({ digits, isHit }) => isHit || !warm.has(thousandOf(digits))), ...drawn]
}

const WARM_WIDTH = 1_000
const thousandOf = (digits: number): number => digits - (digits % WARM_WIDTH)

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
