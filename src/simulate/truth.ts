import type { Company } from './companies.ts'
import type { Operator } from './operators.ts'

/** One operator as truth.json tells of it. Days are counted from the start of the world. */
export function truthOf({ habits, numbers, ...operator }: Operator): Record<string, unknown> {
  return {
    ...operator,
    numbers: numbers.map(({ number, days }) => ({ number, days })),
    ...(habits && {
      language: habits.language,
      brands: habits.brands.map(({ id }) => id),
      templates: habits.dialects.map(({ fingerprint }) => fingerprint),
      vehicles: habits.vehicles,
      senderDomains: habits.senderDomains,
      disguises: habits.disguises,
      filler: habits.filler,
    }),
  }
}

/** A company that has nothing to do with any of it. */
export function truthOfCompany({ name, number }: Company): Record<string, unknown> {
  return { name, number }
}
