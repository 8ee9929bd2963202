import { expect, test } from 'vitest'
import { failureOf } from './client-session.ts'

test('an engine that has died is told from one that does not answer', () => {
  const died = new Error('Code: 236. DB::Exception: The server is shutting down due to a fatal error. (ABORTED)')
  expect(failureOf(died, 'the store')).toMatchObject({ code: 'store_died' })
  expect(failureOf(new Error('connect ECONNREFUSED'), 'the store')).toMatchObject({ code: 'store_unavailable' })
})
