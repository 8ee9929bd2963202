import type { PlaceOf } from '../analyze/forecast/place.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { NumberFacts } from '../model/number-facts.ts'
import type { NumberTables } from '../model/reference.ts'

type PlanFacts = Pick<
  NumberFacts,
  'region' | 'callingCode' | 'validity' | 'lineType' | 'provider' | 'allocation' | 'assignment'
>

/** Where the numbering plan has a number, in the words of a forecast. Whoever draws a number asks of it again at once. */
export function placeOf({ rangesOf }: Pick<NumberTables, 'rangesOf'>): PlaceOf {
  let [last, place] = [-1, null as ReturnType<PlaceOf>]
  return (digits) => {
    if (digits !== last) [last, place] = [digits, placeFrom(digits, rangesOf(numberFromDigits(digits)))]
    return place
  }
}

/** The same of facts that are known already. */
export function placeFrom(digits: number, facts: PlanFacts): ReturnType<PlaceOf> {
  if (facts.validity !== 'valid' || facts.assignment === 'unallocated') return null
  const region = facts.region ?? facts.callingCode
  return {
    kind: `${region} ${facts.lineType} ${String(digits).length}`,
    region,
    provider: facts.provider,
    range: facts.allocation && facts.allocation.first,
    rangeSize: facts.allocation?.size ?? 0,
  }
}
