import type { NumberFacts } from '../src/model/number-facts.ts'

/** The facts of a number of the United States that no source tells more of, but for what is given. */
export function numberFacts(given: Partial<NumberFacts> = {}): NumberFacts {
  return {
    region: 'US',
    callingCode: '1',
    validity: 'valid',
    lineType: 'fixed_line_or_mobile',
    provider: null,
    company: null,
    carrierClass: 'unknown',
    area: null,
    areaCode: null,
    timeZones: [],
    assignment: 'unknown',
    status: null,
    allocation: null,
    official: null,
    origins: {
      lineType: { name: 'libphonenumber metadata', date: '2026-07-16' },
      provider: 'not_told',
      carrierClass: 'no_provider',
      assignment: 'not_told',
    },
    ...given,
  }
}
