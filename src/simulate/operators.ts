import type { PhoneNumber } from '../model/phone-number.ts'
import { allotment } from './allotment.ts'
import type { AllottedBlock, Allotment } from './allotment.ts'
import { INNOCENT, PROVIDERS } from './cast.ts'
import { companies } from './companies.ts'
import { mailHabits } from './habits.ts'
import type { MailHabits } from './habits.ts'
import { activeDays } from './lives.ts'
import { noiseShares } from './noise.ts'
import { PLANS } from './plans.ts'
import type { PlanName } from './plans.ts'
import { random } from './random.ts'
import type { Random } from './random.ts'
import type { OperatorKind, WorldShape } from './world-shape.ts'

/** A number and the days of the world, counted from 0, on which it is seen. */
export type OperatorNumber = { readonly number: PhoneNumber; readonly days: readonly number[] }

/** Who has numbers, and all that is true of them. */
export type Operator = {
  readonly id: string
  readonly kind: OperatorKind
  readonly isInnocent: boolean
  readonly region: string
  readonly provider: string
  readonly carrierClass: string
  readonly lineType: 'voip_non_fixed' | 'toll_free' | 'mobile'
  readonly numbers: readonly OperatorNumber[]
  /** Only of scam_mail_ring. */
  readonly habits: MailHabits | null
}

const SIZE_SIGMA = 0.9
const LARGEST = 5_000
const NEW_BLOCK_CHANCE = 0.2

/**
 * Everyone in the world, one after the other; only one is held.
 *
 * Out: operators whose numbers add up to `shape.numbers`; the kinds take turns by their shares, so that the first tenth
 *      looks like the whole.
 */
export function* operators(shape: WorldShape): Generator<Operator> {
  const allotted = allotment()
  companies(allotted)
  const kinds = Object.keys(shape.shares) as OperatorKind[]
  const total = kinds.reduce((sum, kind) => sum + shape.shares[kind], 0)
  const made = new Map<OperatorKind, number>()
  let left = shape.numbers
  for (let count = 1; left > 0; count++) {
    const done = shape.numbers - left + 1
    const owed = (kind: OperatorKind): number => (shape.shares[kind] / total) * done - (made.get(kind) ?? 0)
    const kind = kinds.reduce((most, other) => (owed(other) > owed(most) ? other : most))
    const operator = makeOperator(shape, allotted, kind, count, left)
    made.set(kind, (made.get(kind) ?? 0) + operator.numbers.length)
    left -= operator.numbers.length
    yield operator
  }
}

function makeOperator(
  shape: WorldShape,
  allotted: Allotment,
  kind: OperatorKind,
  count: number,
  most: number,
): Operator {
  const id = `${kind}-${String(count).padStart(6, '0')}`
  const chance = random(`${shape.seed}/${id}`)
  const isMail = kind === 'scam_mail_ring'
  const plan = chance.weighted(isMail ? shape.mailPlans : shape.poolPlans)
  const isVoip = isMail ? chance.chance(shape.voipShare) : kind === 'robocaller'
  const provider = chance.pick(isVoip ? PROVIDERS.voip : PROVIDERS.mobile)
  const size = Math.min(most, LARGEST, Math.max(2, Math.round(chance.logNormal(shape.sizes[kind], SIZE_SIGMA))))
  const places = INNOCENT.has(kind)
    ? Array.from({ length: size }, () => ({ number: allotted.bystander(plan), bornOn: chance.below(shape.days) }))
    : rotation(shape, allotted, chance, plan, size)
  return {
    id,
    kind,
    isInnocent: INNOCENT.has(kind),
    region: PLANS[plan].region,
    provider: provider.name,
    carrierClass: provider.carrierClass,
    lineType: isVoip ? 'voip_non_fixed' : plan === 'US_TOLL_FREE' ? 'toll_free' : 'mobile',
    numbers: places.map(({ number, bornOn }) => ({
      number,
      days: activeDays(chance, shape.lives[kind])
        .map((day) => bornOn + day)
        .filter((day) => day < shape.days),
    })),
    habits: isMail ? mailHabits(chance.fork('habits'), plan, size, shape) : null,
  }
}

/** Numbers bought batch by batch, mostly one after the other, moving on to the next block now and then. */
function rotation(
  shape: WorldShape,
  allotted: Allotment,
  chance: Random,
  plan: PlanName,
  size: number,
): { number: PhoneNumber; bornOn: number }[] {
  const batchSize = Math.max(shape.batchSize, Math.ceil(size / 12))
  const isLongerThanTheWorld = (size / batchSize) * shape.rotationDays > shape.days
  const rotationDays = isLongerThanTheWorld ? (shape.days * batchSize) / size : shape.rotationDays
  const numbers: { number: PhoneNumber; bornOn: number }[] = []
  const noisy = chance.fork('blocks')
  const buy = (): AllottedBlock =>
    noisy.chance(noiseShares(shape.noise).sharedBlocks) ? allotted.sharedBlock(plan) : allotted.block(plan)
  let block = buy()
  let offset = chance.below(block.size / 2)
  let day = chance.unit() * shape.days
  while (numbers.length < size) {
    const isSequential = chance.chance(shape.sequentialShare)
    const batch = Math.min(size - numbers.length, Math.max(1, Math.round(chance.logNormal(batchSize, 0.5))))
    for (let bought = 0; bought < batch; bought++) {
      if (offset >= block.size) {
        block = buy()
        offset = 0
      }
      numbers.push({ number: block.numberAt(offset), bornOn: Math.floor(day) % shape.days })
      offset += isSequential ? 1 : 2 + chance.streak(0.7)
    }
    day += chance.logNormal(rotationDays, 0.5)
    if (chance.chance(NEW_BLOCK_CHANCE)) {
      block = buy()
      offset = chance.below(block.size / 2)
    }
  }
  return numbers
}
