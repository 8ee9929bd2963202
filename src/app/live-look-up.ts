import { sendLiveRequest } from '../collect/send-live-request.ts'
import { answersOf, unasked } from '../enrich/live/answers-of.ts'
import type { LiveAnswer, LiveSupplier, SignalStatus } from '../model/live-lookup.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { isoDay } from '../render/iso-time.ts'
import type { LiveAnswers } from '../store/live-answers.ts'

/** How much may be asked. budgetPerDay: calls of each supplier; maxAgeDays: older answers are asked for again. */
export type LiveLimits = {
  readonly budgetPerDay: number
  readonly maxAgeDays: number
  readonly perSecond: number
  readonly timeoutMillis: number
}

export const LIVE_LIMITS: LiveLimits = { budgetPerDay: 100, maxAgeDays: 30, perSecond: 5, timeoutMillis: 10_000 }

/** Asks suppliers about one number after the other. */
export type LiveLookUp = (number: PhoneNumber) => Promise<readonly LiveAnswer[]>

const DAY_MILLIS = 86_400_000
/** Worth keeping: asked again, the supplier would say the same. */
const KEPT: ReadonlySet<SignalStatus> = new Set(['ok', 'no_coverage', 'not_found', 'invalid_input'])

/**
 * Asks suppliers what no table can know: what was said lately is not asked again, no supplier is asked faster or oftener
 * than it may, and where one does not answer, what it said before is told as stale.
 */
export function liveLookUps(
  suppliers: readonly LiveSupplier[],
  answers: LiveAnswers,
  limits: LiveLimits,
  now: () => number = Date.now,
): LiveLookUp {
  const waits = new Map(suppliers.map(({ name }) => [name, pacer(limits.perSecond)]))
  const ask = async (supplier: LiveSupplier, number: PhoneNumber): Promise<readonly LiveAnswer[]> => {
    const { name } = supplier
    const kept = await answers.get(name, number)
    if (kept && kept.every(({ askedAt }) => now() - askedAt < limits.maxAgeDays * DAY_MILLIS)) return kept
    const stale = kept?.filter(({ status }) => status === 'ok').map((each) => ({ ...each, status: 'stale' as const }))
    const orStale = (failed: readonly LiveAnswer[]): readonly LiveAnswer[] => (stale?.length ? stale : failed)
    const day = isoDay(now())
    if ((await answers.callsOn(name, day)) >= limits.budgetPerDay)
      return orStale(unasked(supplier, 'not_requested', now()))
    await waits.get(name)?.()
    await answers.countCall(name, day)
    const response = await sendLiveRequest(supplier.request(number), limits.timeoutMillis)
    const told = answersOf(supplier, response, now())
    if (!told.some(({ status }) => KEPT.has(status))) return orStale(told)
    // What the account may not ask is no reason to pay for the rest again.
    if (told.every(({ status }) => status !== 'supplier_error')) await answers.put(name, number, told)
    return told
  }
  return async (number) => (await Promise.all(suppliers.map((supplier) => ask(supplier, number)))).flat()
}

/** Waits so that calls are never faster than they may be. */
function pacer(perSecond: number): () => Promise<void> {
  let nextAt = 0
  return async () => {
    const at = Math.max(performance.now(), nextAt)
    nextAt = at + 1_000 / perSecond
    const wait = at - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  }
}
