import type { Life } from '../../src/model/life.ts'
import type { Sighting } from '../../src/model/sighting.ts'

const DAY_MILLIS = 86_400_000
const dayOf = (at: number): number => Math.floor(at / DAY_MILLIS)

/** What of a life can be counted without a method of survival, the slow and obvious way. */
export function lifeOracle(written: readonly Sighting[], isIn: (sighting: Sighting) => boolean): Partial<Life> {
  const last = new Map(written.map((sighting) => [`${sighting.number} ${sighting.evidence}`, sighting]))
  const counted = [...last.values()].filter(
    ({ hidden, role = null, ...rest }) =>
      !hidden && [null, 'callback', 'messaging'].includes(role) && isIn(rest as Sighting),
  )
  const numbers = [...new Set(counted.map(({ number }) => number))].map((number) => {
    const own = counted.filter((each) => each.number === number)
    const days = [...new Set(own.map(({ seenAt }) => dayOf(seenAt)))].sort((a, b) => a - b)
    const gaps = days.slice(1).map((day, at) => day - days[at]!)
    const isSeveral = (of: (sighting: Sighting) => string | undefined): boolean =>
      new Set(own.map(of).filter((text) => text)).size > 1
    return {
      days,
      gaps,
      subjects: isSeveral(({ subject }) => subject),
      brands: isSeveral(({ brand }) => brand),
      vehicles: isSeveral(({ vehicle }) => vehicle),
      senderDomains: isSeveral(({ senderDomain }) => senderDomain),
    }
  })
  const days = numbers.flatMap((each) => each.days)
  const coolDowns = countOf(numbers.flatMap(({ gaps }) => gaps.filter((gap) => gap > 1).map((gap) => gap - 1)))
  return {
    fromDay: Math.min(...days),
    toDay: Math.max(...days),
    numbers: numbers.length,
    sightings: counted.length,
    activeDays: countOf(numbers.map((each) => each.days.length)),
    reuse: {
      consecutiveDays: numbers.filter(({ gaps }) => gaps.includes(1)).length,
      severalDays: numbers.filter((each) => each.days.length > 1).length,
    },
    several: {
      subjects: numbers.filter(({ subjects }) => subjects).length,
      brands: numbers.filter(({ brands }) => brands).length,
      vehicles: numbers.filter(({ vehicles }) => vehicles).length,
      senderDomains: numbers.filter(({ senderDomains }) => senderDomains).length,
    },
    coolDowns: { count: coolDowns.reduce((sum, { count }) => sum + count, 0), quartiles: null, days: coolDowns },
  }
}

function countOf(days: readonly number[]): { days: number; count: number }[] {
  return [...new Set(days)]
    .sort((a, b) => a - b)
    .map((each) => ({ days: each, count: days.filter((day) => day === each).length }))
}
