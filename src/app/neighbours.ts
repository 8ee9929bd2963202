import type { PhoneNumber } from '../model/phone-number.ts'
import { digitsOf, numberFromDigits } from '../model/phone-number.ts'
import { blockStart } from '../model/profile.ts'
import { lookUp } from './look-up.ts'
import type { LookUpSources } from './look-up.ts'
import type { ScoredNumber } from './overview.ts'

const WIDTH = 100

/** The numbers of the same hundred that anyone has seen, ascending; the number itself is among them if it was. */
export function seenNeighbours(number: PhoneNumber, sources: LookUpSources): ScoredNumber[] {
  const first = blockStart(digitsOf(number), WIDTH)
  return Array.from({ length: WIDTH }, (_, index) => lookUp(numberFromDigits(first + index), sources))
    .filter((answer) => answer.number !== null)
    .filter(({ profile }) => profile !== null)
}
