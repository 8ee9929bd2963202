import { expect, test } from 'vitest'
import { readAddresses } from './addresses.ts'

const read = (field: string): string[] => readAddresses(field).map(({ name, address }) => `${name}|${address}`)

test.each([
  ['"Doe, Joe" <joe@b>, ann@b (Ann)', ['Doe, Joe|joe@b', 'Ann|ann@b']],
  ['Doe, Joe <joe@b>', ['Doe, Joe|joe@b']],
  ['a@b, Doe, Joe <joe@b>', ['|a@b', 'Doe, Joe|joe@b']],
  ['friends: a@b, Bea <c@d>; e@f', ['|a@b', 'Bea|c@d', '|e@f']],
  ['undisclosed recipients:;', []],
  ['Norton Support', ['Norton Support|']],
  ['"Norton (805) 555-0147" <a@b>', ['Norton (805) 555-0147|a@b']],
  ['Norton (a <a@b>', ['Norton (a|a@b']],
  ['=?utf-8?Q?Doe=2C_J=C3=B6e_=3Cx=40y=3E?= <real@b>', ['Doe, Jöe <x@y>|real@b']],
  ['=?utf-8?Q?Joe_=3Cjoe=40b=3E?=', ['Joe|joe@b']],
  ['PayPal <service@paypal.com> <real@b>', ['PayPal <service@paypal.com>|real@b']],
  ['"quote that "nests" here" <a@b>', ['quote that nests here|a@b']],
  ['"no end <a@b>', ['no end|a@b']],
  ['a@b <a@b>', ['|a@b']],
  ['<a @ b>', ['|a@b']],
  ['Joe <>', ['Joe|']],
  ['joe@b Joe', ['Joe|joe@b']],
  ['', []],
])('%s', (field, senders) => {
  expect(read(field)).toEqual(senders)
})

test('commas without end take no longer than their length', () => {
  expect(readAddresses(`${'x,'.repeat(500_000)}<a@b>`).length).toBeLessThanOrEqual(100)
})
