import type { NumberingPlan } from './numbering-plan.ts'
import { callingCodeIn, hasLength, planOf, plansWith } from './numbering-plan.ts'
import type { PhoneNumber, Region } from './phone-number.ts'

/** A number that a plan has. */
export type ValidNumber = { readonly number: PhoneNumber; readonly region: Region | null }

const MAX_DIGITS = 15
const MIN_DIGITS = 5

/**
 * Reads digits as they are dialled in a region; what `readNumber` says of them, many times faster.
 *
 * Out: null where no plan has them.
 */
export function readNational(digits: string, region: Region): ValidNumber | null {
  const plan = planOf(region)
  const dialledOut = plan.dialOut.exec(digits)?.[0].length ?? 0
  if (dialledOut > 0 && digits.length > dialledOut && digits.charCodeAt(dialledOut) !== ZERO)
    return readInternational(digits.slice(dialledOut))
  const national = significant(digits, plan)
  if (digits.startsWith(plan.callingCode)) {
    const rest = digits.slice(plan.callingCode.length)
    const isCodeFirst = !plan.numbers.test(national) && plan.numbers.test(significant(rest, plan))
    if (isCodeFirst || national.length > longest(plan.lengths)) return readWithCode(plan.callingCode, rest)
  }
  return numberIn(countryOf(plan.callingCode, national) ?? plan, national, true)
}

/** Reads international digits, without their plus; null where no plan has them. */
export function readInternational(digits: string): ValidNumber | null {
  const code = callingCodeIn(digits)
  return code === '' ? null : readWithCode(code, digits.slice(code.length))
}

function readWithCode(code: string, rest: string): ValidNumber | null {
  const main = planOf(code)
  const national = significant(rest, main)
  const country = countryOf(code, national)
  return numberIn(country ?? main, national, country !== null)
}

function numberIn(plan: NumberingPlan, national: string, isOfCountry: boolean): ValidNumber | null {
  const length = plan.callingCode.length + national.length
  if (length > MAX_DIGITS || length < MIN_DIGITS || !isValid(national, plan)) return null
  return {
    number: `+${plan.callingCode}${national}` as PhoneNumber,
    region: isOfCountry ? plan.region : null,
  }
}

function isValid(national: string, plan: NumberingPlan): boolean {
  if (!hasLength(plan.lengths, national.length) || !plan.numbers.test(national)) return false
  return plan.types.length === 0 || hasType(national, plan)
}

function hasType(national: string, { types }: NumberingPlan): boolean {
  for (const { lengths, pattern } of types)
    if (hasLength(lengths, national.length) && pattern.test(national)) return true
  return false
}

/** Which of the countries that share a calling code a national number belongs to. */
function countryOf(code: string, national: string): NumberingPlan | null {
  const plans = plansWith(code)
  if (plans.length === 1) return plans[0]?.region ? plans[0] : null
  for (const plan of plans) {
    const isOwn = plan.leadingDigits
      ? plan.leadingDigits.test(national)
      : plan.numbers.test(national) && hasType(national, plan)
    if (isOwn) return plan
  }
  return null
}

/** Digits without the prefix of trunk and carrier, unless they would be no number without it. */
function significant(digits: string, plan: NumberingPlan): string {
  const match = plan.prefix?.exec(digits)
  if (!plan.prefix || !match) return digits
  const group = match.length > 1 ? match.at(-1) : undefined
  const national = plan.transform && group ? digits.replace(plan.prefix, plan.transform) : digits.slice(match[0].length)
  if (national === digits || (plan.numbers.test(digits) && !plan.numbers.test(national))) return digits
  const { lengths } = countryOf(plan.callingCode, national) ?? plan
  const isPossible = hasLength(lengths, national.length) || national.length > longest(lengths)
  return isPossible ? national : digits
}

const ZERO = 48

function longest(lengths: number): number {
  return 31 - Math.clz32(lengths)
}
