import { fictionalRange } from '../model/fictional.ts'
import type { NumberFacts } from '../model/number-facts.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { NumberTables } from '../model/reference.ts'

/**
 * What is known of a number before anyone has seen it.
 *
 * Out: unknown is null or `unknown`, never a guess, and `unknown` says why. What is told names its source.
 */
export function factsOf(number: PhoneNumber, { rangesOf, carrierOf, officialLines }: NumberTables): NumberFacts {
  const told = rangesOf(number)
  const line = officialLines.get(number)
  const official = line ? { name: line.name, source: line.source } : null
  const fictional = fictionalRange(number)
  if (fictional) {
    return {
      ...told,
      lineType: 'reserved_fictional',
      provider: null,
      company: null,
      carrierClass: 'unknown',
      allocation: null,
      official,
      sources: { ...told.sources, lineType: { name: fictional.source, date: null } },
      unknown: { provider: 'fictional', carrierClass: 'fictional' },
    }
  }
  const carrier = told.provider === null ? null : carrierOf(told.provider, told.region)
  return {
    ...told,
    company: carrier?.company ?? null,
    carrierClass: carrier?.carrierClass ?? 'unknown',
    official,
    sources: carrier ? { ...told.sources, carrierClass: { name: carrier.source, date: null } } : told.sources,
    unknown:
      carrier && carrier.carrierClass !== 'unknown'
        ? told.unknown
        : { ...told.unknown, carrierClass: told.provider === null ? 'no_provider' : 'not_listed' },
  }
}
