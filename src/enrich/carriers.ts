import type { Carrier, CarrierClass, CarrierOf } from '../model/carrier.ts'
import { operatorWords } from './operator-name.ts'

/**
 * A company as it lies in data/: what kind it is, who says so, and the names its numbers are held under. A name that ends
 * in `*` stands for all that begin with its words. regions: where the names are its; left out, everywhere.
 */
export type Operator = readonly [
  company: string,
  carrierClass: CarrierClass,
  source: string,
  names: readonly string[],
  regions?: readonly string[],
]

/** Words of the longest name in the table. */
const MOST_WORDS = 8
/** Names asked for are few, and asked for again and again. */
const MOST_REMEMBERED = 20_000
const EVERYWHERE = ''

/**
 * A look-up of companies by the names of operators: the name itself, or the longest beginning of it that the table says
 * stands for more; of one region before those of everywhere. Never what is merely like it.
 *
 * @example carriers(table)('ONVOY, LLC - IL', 'US') // => { company: 'Sinch', carrierClass: 'voip_wholesale', … }
 */
export function carriers(operators: readonly Operator[]): CarrierOf {
  let names: Names | null = null
  const known = new Map<string, Carrier | null>()
  return (name, region) => {
    const key = `${region ?? EVERYWHERE}\n${name}`
    let carrier = known.get(key)
    if (carrier === undefined) {
      // Not everybody who is handed the table asks it.
      names ??= namesOf(operators)
      carrier = find(names, operatorWords(name), region)
      if (known.size < MOST_REMEMBERED) known.set(key, carrier)
    }
    return carrier
  }
}

type Names = Readonly<Record<'exact' | 'beginnings', ReadonlyMap<string, Carrier>>>

function namesOf(operators: readonly Operator[]): Names {
  const exact = new Map<string, Carrier>()
  const beginnings = new Map<string, Carrier>()
  for (const [company, carrierClass, source, names, regions = [EVERYWHERE]] of operators) {
    for (const name of names) {
      const words = operatorWords(name)
      for (const region of regions) {
        const carrier = { company, carrierClass, source }
        exact.set(keyOf(region, words), carrier)
        if (name.endsWith('*')) beginnings.set(keyOf(region, words), carrier)
      }
    }
  }
  return { exact, beginnings }
}

function find({ exact, beginnings }: Names, words: readonly string[], region: string | null): Carrier | null {
  const regions = region === null ? [EVERYWHERE] : [region, EVERYWHERE]
  const among = (names: Names['exact'], own: readonly string[]): Carrier | null => {
    for (const where of regions) {
      const carrier = names.get(keyOf(where, own))
      if (carrier) return carrier
    }
    return null
  }
  const itself = among(exact, words)
  if (itself) return itself
  for (let length = Math.min(words.length, MOST_WORDS); length > 0; length--) {
    const carrier = among(beginnings, words.slice(0, length))
    if (carrier) return carrier
  }
  return null
}

function keyOf(region: string, words: readonly string[]): string {
  return `${region}\n${words.join(' ')}`
}
