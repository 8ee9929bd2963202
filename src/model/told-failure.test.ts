import { expect, test } from 'vitest'
import { IntelError } from './failures.ts'
import { tellFailure, toldError } from './told-failure.ts'

const across = (error: unknown, who?: string): Error => toldError(JSON.parse(JSON.stringify(tellFailure(error))), who)

test('a failure is the same on the other side, with its hint or without one', () => {
  for (const hint of ['look there', undefined]) {
    const told = across(new IntelError('not_found', 'nothing', hint === undefined ? {} : { hint }))
    expect(told).toBeInstanceOf(IntelError)
    expect(told).toMatchObject({ code: 'not_found', message: 'nothing', hint })
  }
})

test('a bug stays a bug with its trace, and says who met it', () => {
  const bug = new TypeError('no such thing')
  const told = across(bug, 'the other process met ')
  expect(told).not.toBeInstanceOf(IntelError)
  expect(told.message).toBe('the other process met TypeError: no such thing')
  expect(told.stack).toContain(bug.stack)
  expect(across(bug).stack).toBe(bug.stack)
  expect(across('thrown words').message).toBe('thrown words')
})
