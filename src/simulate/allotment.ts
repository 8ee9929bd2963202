import { IntelError } from '../model/failures.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { PLANS, blocksIn, numberAt } from './plans.ts'
import type { PlanName } from './plans.ts'

/** The last numbers of each block stay with people who have nothing to do with its operator. */
export const OPERATOR_OFFSETS = 900
const BYSTANDER_OFFSETS = 1_000 - OPERATOR_OFFSETS
const OFFSET_STEP = 53

/** Where a plan is full its numbers come from the next of these with room. */
const ROOMY: readonly PlanName[] = ['BR', 'GB', 'DE', 'ES']

/** size: how many numbers of it are the operator's; offsets count from 0. */
export type AllottedBlock = { readonly plan: PlanName; readonly size: number; numberAt(offset: number): PhoneNumber }

/** Tens of a shared block go to its two buyers in turn. */
const TEN = 10

/** Hands out numbers so that no two operators share a block, unless they ask for it, and no two of anybody a number. */
export type Allotment = {
  /** A thousand-block nobody has; its first OPERATOR_OFFSETS numbers are the operator's. */
  block(plan: PlanName): AllottedBlock
  /** Every other ten of such a block; whoever asks next gets the others. */
  sharedBlock(plan: PlanName): AllottedBlock
  /** A number of a person or company, away from the others. */
  bystander(plan: PlanName): PhoneNumber
}

/** Throws, both methods: IntelError `limit_exceeded` where all plans are full. */
export function allotment(): Allotment {
  const blocksGiven = new Map<PlanName, number>()
  const bystandersGiven = new Map<PlanName, number>()
  const halfGiven = new Map<PlanName, { plan: PlanName; count: number }>()
  return {
    block(wanted) {
      const { plan, count } = next(blocksGiven, wanted, blocksIn)
      return { plan, size: OPERATOR_OFFSETS, numberAt: (offset) => numberAt(plan, count, offset) }
    },
    sharedBlock(wanted) {
      const begun = halfGiven.get(wanted)
      const { plan, count } = begun ?? next(blocksGiven, wanted, blocksIn)
      if (begun) halfGiven.delete(wanted)
      else halfGiven.set(wanted, { plan, count })
      const turn = begun ? TEN : 0
      const own = (offset: number): number => 2 * (offset - (offset % TEN)) + turn + (offset % TEN)
      return { plan, size: OPERATOR_OFFSETS / 2, numberAt: (offset) => numberAt(plan, count, own(offset)) }
    },
    bystander(wanted) {
      const { plan, count } = next(bystandersGiven, wanted, (name) => blocksIn(name) * BYSTANDER_OFFSETS)
      const blocks = blocksIn(plan)
      // From the far end, so that small worlds have neighbours who are innocent and large ones both kinds.
      const block = blocks - 1 - (count % blocks)
      const offset = (Math.floor(count / blocks) + block * OFFSET_STEP) % BYSTANDER_OFFSETS
      return numberAt(plan, block, OPERATOR_OFFSETS + offset)
    },
  }
}

function next(
  given: Map<PlanName, number>,
  wanted: PlanName,
  room: (plan: PlanName) => number,
): { plan: PlanName; count: number } {
  const plan = [wanted, ...ROOMY].find((name) => (given.get(name) ?? 0) < room(name))
  if (!plan) {
    throw new IntelError('limit_exceeded', 'the numbering plans have no numbers left for a world of this size', {
      hint: `plans: ${Object.keys(PLANS).join(', ')}`,
    })
  }
  const count = given.get(plan) ?? 0
  given.set(plan, count + 1)
  return { plan, count }
}
