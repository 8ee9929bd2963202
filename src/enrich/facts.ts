import { fictionalRange } from '../model/fictional.ts'
import type { Carrier } from '../model/carrier.ts'
import type { NumberFacts, Origin, RangeFacts } from '../model/number-facts.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { NumberTables } from '../model/reference.ts'
import { virtualRange } from './virtual-range.ts'
import type { VirtualRange } from './virtual-range.ts'

/**
 * What is known of a number before anyone has seen it.
 *
 * Out: unknown is null or `unknown`, never a guess; of each fact its origin tells who says so, or why it is not known.
 */
export function factsOf(number: PhoneNumber, { rangesOf, carrierOf, officialLines }: NumberTables): NumberFacts {
  const told = rangesOf(number)
  const fictional = fictionalRange(number)
  const virtual = virtualRange(number, told.callingCode)
  // Of these, the table names the network: the company that has the number is another one, and not known.
  const carrier = fictional || virtual || told.provider === null ? null : carrierOf(told.provider, told.region)
  const line = officialLines.get(number)
  // Written out: a copy of an object with spread takes several times as long, and imports ask this of every number.
  return {
    region: told.region,
    callingCode: told.callingCode,
    validity: told.validity,
    lineType: fictional ? 'reserved_fictional' : told.lineType,
    provider: fictional ? null : told.provider,
    company: carrier ? carrier.company : null,
    carrierClass: carrier ? carrier.carrierClass : virtual ? 'mvno' : 'unknown',
    area: told.area,
    areaCode: told.areaCode,
    timeZones: told.timeZones,
    assignment: told.assignment,
    status: told.status,
    allocation: fictional ? null : told.allocation,
    official: line ? { name: line.name, source: line.source } : null,
    origins: {
      lineType: fictional ? { name: fictional.source, date: null } : told.origins.lineType,
      provider: fictional ? 'fictional' : told.origins.provider,
      carrierClass: fictional ? 'fictional' : classOrigin(told, carrier, virtual),
      assignment: told.origins.assignment,
    },
  }
}

function classOrigin({ provider }: RangeFacts, carrier: Carrier | null, virtual: VirtualRange | null): Origin {
  if (virtual) return { name: virtual.source, date: null }
  if (provider === null) return 'no_provider'
  return carrier && carrier.carrierClass !== 'unknown' ? { name: carrier.source, date: null } : 'not_listed'
}
