import { returnCurvesOf, ROW_COUNT, silenceTallies } from '../analyze/life/return-curves.ts'
import { allRecords, recordsChangedSince } from '../analyze/profiles.ts'
import type { NumberRecord } from '../analyze/profiles.ts'
import { memberships, membershipsChanged } from '../analyze/rings/stored-rings.ts'
import type { Membership } from '../analyze/rings/stored-rings.ts'
import type { IndexWriter, Records } from './index-writer.ts'
import { lastTraced } from './replace-rings.ts'
import type { Session } from './session.ts'

/** Each commit writes to the disk; and look-ups in the same process wait for one, some tens of milliseconds. */
const NUMBERS_AT_ONCE = 5_000

/**
 * Brings the index up to what the store holds. Where it dies half-way, the next time does the rest.
 *
 * In:  settledAt, a time before which everything taken in can be read by now; sinceAt, from when on to look.
 * Out: how many numbers changed in it.
 */
export async function refreshIndex(
  session: Session,
  index: IndexWriter,
  { sinceAt, settledAt }: { sinceAt: number; settledAt: number },
): Promise<number> {
  const { watermarkAt } = index.state()
  const changed = watermarkAt === 0 ? allRecords() : recordsChangedSince(sinceAt)
  let batch: Records[] = []
  let numbers = 0
  const put = async (): Promise<void> => {
    numbers += index.putRecords(batch)
    batch = []
    await new Promise((resolve) => setImmediate(resolve))
  }
  for await (const rows of session.batches(changed.sql, changed.params)) {
    for (const row of rows) {
      const { number, record }: NumberRecord = changed.decode(row)
      const last = batch.at(-1)
      if (last?.number === number) (last.records as NumberRecord['record'][]).push(record)
      else {
        if (batch.length >= NUMBERS_AT_ONCE) await put()
        batch.push({ number, records: [record] })
      }
    }
  }
  if (batch.length > 0) await put()
  await refreshRings(session, index)
  await refreshReturns(session, index, { changed: numbers, at: settledAt })
  if (settledAt > watermarkAt) index.moveWatermark(settledAt)
  return numbers
}

/**
 * A tracing replaces all rings; its steps change some of them.
 *
 * In: written, the members of a tracing where they are at hand; others are asked for.
 */
export async function refreshRings(
  session: Session,
  index: IndexWriter,
  written?: { readonly tracing: number; readonly members: readonly Membership[] },
): Promise<void> {
  const now = await lastTraced(session)
  const { tracing, step } = index.state()
  if (now.tracing === tracing && now.step === step) return
  if (written?.tracing === now.tracing && now.step === 0) return index.putRings(now, written.members)
  const isStep = now.tracing === tracing && now.step > step
  const members = isStep ? membershipsChanged(tracing, step, now.step) : memberships()
  const rows = (await session.rows(members.sql, members.params)).map(members.decode)
  if (isStep) index.changeRings(now, rows)
  else index.putRings(now, rows)
}

/** Curves move slowly, so they wait: a minute, and fifty times as long as making them took, or until many numbers changed. */
const [RETURNS_EVERY_MILLIS, REST, ENOUGH_CHANGED] = [60_000, 50, 0.2]

/** Makes the curves of silences anew where they are behind. */
async function refreshReturns(
  session: Session,
  index: IndexWriter,
  { changed, at }: { changed: number; at: number },
): Promise<void> {
  const kept = index.returns()
  const pending = (kept?.pending ?? 0) + changed
  if (pending === 0) return
  const waitMillis = Math.max(RETURNS_EVERY_MILLIS, REST * (kept?.tookMillis ?? 0))
  if (kept && at - kept.madeAt < waitMillis && pending < index.size() * ENOUGH_CHANGED) {
    if (changed > 0) index.putReturns({ ...kept, pending })
    return
  }
  const startedAt = performance.now()
  const [rows = 0] = (await session.rows(ROW_COUNT.sql)).map(ROW_COUNT.decode)
  const { sql, params, decode } = silenceTallies(rows, at)
  const curves = returnCurvesOf((await session.rows(sql, params)).map(decode))
  const tookMillis = Math.round(performance.now() - startedAt)
  index.putReturns({ curves, madeAt: at, tookMillis, pending: 0 })
}
