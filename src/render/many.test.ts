import { expect, test } from 'vitest'
import { many } from './many.ts'

test('one is one, and all else are many', () => {
  expect([0, 1, 2, 2_846].map((count) => many(count, 'mail'))).toEqual(['0 mails', '1 mail', '2 mails', '2,846 mails'])
})
