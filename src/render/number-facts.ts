import type { NumberFacts, Origin } from '../model/number-facts.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { BLOCK_WIDTHS } from '../model/profile.ts'
import { many } from './many.ts'
import { plainText } from './plain-text.ts'

/** What a number is, as JSON, the same at every door. */
export function numberFactsJson(number: PhoneNumber, facts: NumberFacts): Record<string, unknown> {
  const { validity, company, carrierClass, area, timeZones, assignment, status, allocation, origins } = facts
  return {
    validity,
    company,
    carrierClass,
    area,
    timeZones,
    structure: structureOf(number, facts),
    assignment,
    registerStatus: status,
    allocation,
    origins: Object.fromEntries(Object.entries(origins).map(([fact, origin]) => [fact, originJson(origin)])),
  }
}

/** The parts of a number, and the beginnings it shares with its blocks of 10 to 10,000 numbers. */
function structureOf(number: PhoneNumber, { callingCode, areaCode }: NumberFacts) {
  const national = number.slice(callingCode.length + 1)
  const subscriber = national.slice(areaCode?.length ?? 0)
  return {
    callingCode,
    areaCode,
    // North America's numbers have a central office code before the line: NPA-NXX-XXXX.
    exchange: callingCode === '1' && subscriber.length === 7 ? subscriber.slice(0, 3) : null,
    subscriber,
    blocks: BLOCK_WIDTHS.map((width) => ({ width, prefix: number.slice(0, -Math.log10(width)) })),
  }
}

function originJson(origin: Origin): Record<string, unknown> {
  return typeof origin === 'string' ? { unknown: origin } : { source: origin.name, date: origin.date }
}

/** Who has a number, on one line. @example providerWords(facts) // => 'Three (mno)' */
export function providerWords({ provider, company, carrierClass }: NumberFacts): string {
  if (provider === null) return 'provider unknown'
  const kind = carrierClass === 'unknown' ? '' : ` (${carrierClass.replaceAll('_', ' ')})`
  return `${company ?? provider}${kind}`
}

/** The range a number lies in and who says so, on one line; null where nothing is told of it. */
export function rangeWords({ area, allocation, status, origins }: NumberFacts): string | null {
  const told = [origins.provider, origins.assignment, origins.lineType].find((origin) => typeof origin !== 'string')
  if (told === undefined || typeof told === 'string') return null
  const block = allocation && `${allocation.first} to ${allocation.last}, ${many(allocation.size, 'number')}`
  const parts = [area, block, status].filter((part) => part !== null)
  return [...parts, `${told.name}${told.date === null ? '' : ` of ${told.date}`}`].map(plainText).join(' · ')
}
