import { numberCount, numbersOf, seenWith } from '../analyze/life/number-queries.ts'
import type { NumberOrder } from '../analyze/life/number-queries.ts'
import type { LivedNumber, SeenWith } from '../model/life.ts'
import type { Lookup } from '../model/lookup.ts'
import { THREAT_STATUSES } from '../model/risk.ts'
import type { ThreatStatus } from '../model/risk.ts'
import type { Slice } from '../model/slice.ts'
import type { Store } from '../store/store.ts'
import { lookUp } from './look-up.ts'
import type { LookUpSources } from './look-up.ts'
import { resolveSlice } from './resolve-slice.ts'

/** What a slice tells of a number, with what a look-up says of it. */
export type ListedNumber = LivedNumber & {
  readonly seenWith: SeenWith
  readonly lookup: Extract<Lookup, { number: string }>
}

/** order `status`: in the order of the statuses, and in each those seen last first. status: only those of it. */
export type ListOptions = {
  readonly order: NumberOrder | 'status'
  readonly status?: ThreatStatus
  readonly offset: number
  readonly limit: number
}

/** A page of the numbers of a slice, and how many there are in all. */
export async function listNumbers(
  store: Store,
  sources: LookUpSources,
  slice: Slice,
  { order, status, offset, limit }: ListOptions,
): Promise<{ readonly total: number; readonly numbers: readonly ListedNumber[] }> {
  const condition = await resolveSlice(store, sources.reference, slice, sources.now)
  const isByStatus = order === 'status' || status !== undefined
  const { total, page } = isByStatus
    ? await pageByStatus(store.stream(numbersOf(condition, order === 'status' ? 'latest' : order, null)), sources, {
        order,
        status,
        offset,
        limit,
      })
    : {
        total: (await store.ask(numberCount(condition)))[0] ?? 0,
        page: await store.ask(numbersOf(condition, order, { offset, limit })),
      }
  const details =
    page.length === 0
      ? []
      : await store.ask(
          seenWith(
            condition,
            page.map(({ number }) => number),
          ),
        )
  const seenWithOf = new Map(details.map((each) => [each.number, each.seenWith]))
  const numbers = page.flatMap((lived): ListedNumber[] => {
    const lookup = lookUp(lived.number, sources)
    const seen = seenWithOf.get(lived.number)
    return lookup.number === null || !seen ? [] : [{ ...lived, seenWith: seen, lookup }]
  })
  return { total, numbers }
}

/** The status is a look-up's to tell: every number is looked up, and only those that may be shown are kept. */
async function pageByStatus(
  batches: AsyncIterable<LivedNumber[]>,
  sources: LookUpSources,
  { order, status, offset, limit }: ListOptions,
): Promise<{ total: number; page: readonly LivedNumber[] }> {
  const kept = new Map<ThreatStatus | null, LivedNumber[]>()
  let total = 0
  for await (const batch of batches) {
    for (const lived of batch) {
      const threat = threatOf(lived, sources)
      if (status !== undefined && threat !== status) continue
      total += 1
      const group = order === 'status' ? threat : null
      const same = kept.get(group) ?? []
      if (same.length < offset + limit) same.push(lived)
      kept.set(group, same)
    }
  }
  const ordered = [...THREAT_STATUSES, null].flatMap((each) => kept.get(each) ?? [])
  return { total, page: ordered.slice(offset, offset + limit) }
}

function threatOf({ number }: LivedNumber, sources: LookUpSources): ThreatStatus | null {
  const lookup = lookUp(number, sources)
  return lookup.number === null ? null : lookup.risk.status.threat
}
