import { factsOf } from '../enrich/facts.ts'
import type { NumberFacts } from '../model/number-facts.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { NumberTables } from '../model/reference.ts'

/** Facts of numbers that are asked for many times over. */
export function rememberedFacts(tables: NumberTables): (number: PhoneNumber) => NumberFacts {
  const known = new Map<PhoneNumber, NumberFacts>()
  return (number) => {
    const facts = known.get(number) ?? factsOf(number, tables)
    known.set(number, facts)
    return facts
  }
}

/** Whom a number is from: the company, else the provider as its source writes it; null where nobody tells. */
export function providerOf({ company, provider }: NumberFacts): string | null {
  return company ?? provider
}

/** Distinct values with the sum of their weights, the heaviest first. */
export function tally<Value>(weighted: Iterable<readonly [Value, number]>): [Value, number][] {
  const sums = new Map<Value, number>()
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].sort(([, one], [, other]) => other - one)
}
