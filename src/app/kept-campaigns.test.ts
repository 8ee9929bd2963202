import { expect, test } from 'vitest'
import { mailings } from '../analyze/campaigns/campaign-queries.ts'
import { LAST_TRACED, WATERMARK } from '../analyze/watermark.ts'
import { IntelError } from '../model/failures.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { Query } from '../model/query.ts'
import type { Store } from '../store/store.ts'
import { keptCampaigns } from './kept-campaigns.ts'

/** A store of so many mails, each of a make of its own; reads of all mails wait until they are let. */
function smallStore() {
  const state = { mails: 1, tracing: 1, made: 0, isDead: false }
  const waiting: (() => void)[] = []
  const rows = (sql: string): Record<string, unknown>[] =>
    sql === WATERMARK.sql
      ? [{ at: 0, rows: state.mails }]
      : sql === LAST_TRACED.sql
        ? [{ tracing: state.tracing, step: 0 }]
        : sql === mailings().sql
          ? Array.from({ length: state.mails }, (_, at) => mail(at))
          : []
  const store = {
    ask: <Row>({ sql, decode }: Query<Row>) => Promise.resolve(rows(sql).map(decode)),
    async *stream<Row>({ sql, decode }: Query<Row>) {
      state.made += 1
      const found = rows(sql).map(decode)
      await new Promise<void>((resolve) => waiting.push(resolve))
      if (state.isDead) throw new IntelError('store_unavailable', 'gone')
      yield found
    },
  } as Pick<Store, 'ask' | 'stream'> as Store
  /** Lets the reading that is under way go on, once there is one. */
  const letGo = async (): Promise<void> => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
    waiting.shift()!()
  }
  return { state, store, letGo }
}

const mail = (at: number) => ({
  template: String(at),
  sketch: '',
  attachment: '',
  picture: '',
  numbers: [Number(numberFromDigits(18_034_714_500 + at))],
  day: '2026-01-01',
  brand: '',
  sender_domain: '',
  vehicle: 'body',
  messages: 1,
  one_message: `m${at}`,
})

test('all who ask at once are answered by one making, and those who ask later by the same', async () => {
  const { state, store, letGo } = smallStore()
  const kept = keptCampaigns(store)
  const asked = Promise.all([kept(), kept(), kept()])
  await letGo()
  const [first, ...others] = await asked
  expect(first).toHaveLength(1)
  for (const other of [...others, await kept(), await kept()]) expect(other).toBe(first)
  expect(state.made).toBe(1)
})

test('what was taken in while campaigns are made is in the answer to whoever asked since, at one making more', async () => {
  const { state, store, letGo } = smallStore()
  const kept = keptCampaigns(store)
  const early = kept()
  await letGo().then(() => early)
  state.mails = 2
  const under = kept()
  while (state.made < 2) await new Promise((resolve) => setImmediate(resolve))
  state.mails = 3
  const late = [kept(), kept(), kept()]
  await letGo()
  await letGo()
  expect([await early, await under, ...(await Promise.all(late))].map(({ length }) => length)).toEqual([1, 2, 3, 3, 3])
  expect(state.made).toBe(3)
})

test('rings that changed make campaigns anew, and so does a making that failed', async () => {
  const { state, store, letGo } = smallStore()
  const kept = keptCampaigns(store)
  await Promise.all([kept(), letGo()])
  state.tracing = 2
  state.isDead = true
  const failed = kept()
  await letGo()
  await expect(failed).rejects.toMatchObject({ code: 'store_unavailable' })
  state.isDead = false
  const [campaigns] = await Promise.all([kept(), letGo()])
  expect(campaigns).toHaveLength(1)
  expect(state.made).toBe(3)
})
