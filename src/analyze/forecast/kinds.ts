import { callingCodeIn } from '../../model/numbering-plan.ts'
import type { PlaceOf } from './place.ts'

/** A kind of number, as `Place` tells it. size: how many the plan has, about. draw: any of them, each as likely. */
export type Kind = { readonly name: string; readonly region: string; readonly size: number; draw(): number }

/** The kinds of numbers, made as they are asked for. null for what the plan does not have. */
export type Kinds = (digits: number) => Kind | null

/** Leading digits behind the calling code that numbers of a kind are looked for under. */
const LEAD = 3
const PROBES = 24

/** In: unit, draws 0 ≤ x < 1. */
export function kindsOf(placeOf: PlaceOf, unit: () => number): Kinds {
  const kinds = new Map<string, Kind>()
  return (digits) => {
    const place = placeOf(digits)
    if (place === null) return null
    const known = kinds.get(place.kind)
    if (known) return known
    const kind = kindLike(digits, place.kind, placeOf, unit)
    kinds.set(place.kind, kind)
    return kind
  }
}

/**
 * Learns where in the plan the numbers of a kind lie. A thousandth of the calling code's numbers in which none of
 * PROBES draws fell is taken to hold none, but for the one that the example lies in.
 */
function kindLike(example: number, name: string, placeOf: PlaceOf, unit: () => number): Kind {
  const code = callingCodeIn(String(example))
  const length = String(example).length - code.length
  const lead = Math.min(LEAD, length - 1)
  const width = 10 ** (length - lead)
  const isOfKind = (digits: number): boolean => placeOf(digits)?.kind === name
  const starts = Array.from({ length: 10 ** lead }, (_, i) => (Number(code) * 10 ** lead + i) * width)
  let [hits, draws] = [0, 0]
  const kept = starts.filter((start) => {
    let found = example >= start && example < start + width ? 1 : 0
    for (let i = found; i < PROBES; i++) if (isOfKind(start + Math.floor(unit() * width))) found += 1
    if (found > 0) [hits, draws] = [hits + found, draws + PROBES]
    return found > 0
  })
  return {
    name,
    region: placeOf(example)!.region,
    size: (hits / draws) * kept.length * width,
    draw() {
      for (let i = 0; i < DRAWS; i++) {
        const digits = kept[Math.floor(unit() * kept.length)]! + Math.floor(unit() * width)
        if (isOfKind(digits)) return digits
      }
      return example
    },
  }
}

/** A kind of a handful of numbers is hit seldom; after so many draws the example is as good as any. */
const DRAWS = 100_000
