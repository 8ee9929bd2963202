import type { FactSource } from './number-facts.ts'

export const SHORT_CODE_KINDS = ['commercial', 'emergency', 'expanded_emergency'] as const
export const SHORT_CODE_TARIFFS = ['toll_free', 'standard_rate', 'premium_rate'] as const

/** A number that is dialled inside its country alone, such as 112 or 61016: none by E.164. tariff: null where not told. */
export type ShortCode = {
  readonly region: string
  readonly kind: (typeof SHORT_CODE_KINDS)[number]
  readonly tariff: (typeof SHORT_CODE_TARIFFS)[number] | null
  readonly source: FactSource
}

/** Tells what digits are as a short code of a region; null where they are none. */
export type ShortCodeOf = (digits: string, region: string) => ShortCode | null
