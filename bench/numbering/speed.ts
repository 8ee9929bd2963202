import { statSync } from 'node:fs'
import { loadReference } from '../../src/collect/reference.ts'
import { loadRangeTables, SHIPPED_PLAN, tablesOf } from '../../src/collect/range-tables.ts'
import { factsOf } from '../../src/enrich/facts.ts'
import { NumberKey } from '../../src/enrich/ranges/number-key.ts'
import type { RangeTable } from '../../src/enrich/ranges/range-table.ts'
import type { PhoneNumber } from '../../src/model/phone-number.ts'
import { chance } from './chance.ts'
import { numberInRange } from './random-number.ts'

const ASKED = 1_000_000

/** How large the table is, how long it takes to open, and how many look-ups a second one core does. */
export async function speedReport(): Promise<string> {
  const loadMillis = medianCpuMillis(() => tablesOf(SHIPPED_PLAN))
  const { plan } = await loadRangeTables(null)
  const reference = await loadReference()
  const random = chance(1)
  const numbers = Array.from({ length: ASKED }, () => numberInRange(plan, random))
  let found = 0
  const lookMillis = medianCpuMillis(() => (found = lookedUp(plan, numbers)))
  const facts = numbers.slice(0, ASKED / 5)
  const factsMillis = medianCpuMillis(() => {
    for (const number of facts) factsOf(number as PhoneNumber, reference)
  })
  const perSecond = (count: number, millis: number): string => Math.round((count / millis) * 1_000).toLocaleString('en')
  return `## Speed and size

Processor time, median of ${ROUNDS} rounds.

| what | figure | at least |
| --- | --- | --- |
| bytes of data/numbering-plan.bin | ${statSync(SHIPPED_PLAN).size.toLocaleString('en')} | at most 3,000,000 |
| ranges in it | ${plan.size.toLocaleString('en')} | |
| opening it: read, checksum, views | ${loadMillis.toFixed(1)} ms | at most 50 ms |
| look-ups a second, one core: number → range → row → line type (${found.toLocaleString('en')} of ${ASKED.toLocaleString('en')} found) | ${perSecond(ASKED, lookMillis)} | 2,000,000 |
| all facts a second, one core, as objects, with companies and official lines | ${perSecond(facts.length, factsMillis)} | |
`
}

const ROUNDS = 7

/** Processor time of this process, the median: other work of the machine does not count. */
function medianCpuMillis(work: () => unknown): number {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0
}

/** Nothing is made for a look-up: the key is filled anew, the answer is the number of a row. */
function lookedUp(plan: RangeTable, numbers: readonly string[]): number {
  const key = new NumberKey(plan.codes)
  let found = 0
  for (const number of numbers) {
    if (!key.read(number)) continue
    const range = plan.rangeAt(key.code, key.key)
    const row = range < 0 ? -1 : plan.rowAt(key.code, range, key.length)
    if (row >= 0 && plan.lineType(row) !== null) found++
  }
  return found
}
