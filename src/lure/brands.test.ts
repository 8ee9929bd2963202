import assert from 'node:assert/strict'
import { expect, test } from 'vitest'
import { loadReference } from '../collect/reference.ts'
import { brandsNamed, isSentBy } from './brands.ts'
import { fold } from './fold.ts'

const { brands } = await loadReference()
const named = (words: string, claims = ''): string[] =>
  brandsNamed({ senderName: fold(claims), subject: '', words: fold(words), logos: '' }, brands).map(
    ({ brand }) => brand.id,
  )

test.each([
  ['your N0rton plan', 'norton'],
  ['PaypaI team', 'paypal'],
  ['Ｍicrоsоft account', 'microsoft'],
  ['M c A f e e renewal', 'mcafee'],
  ['Bank of America alert', 'bank_of_america'],
  ['Itaú Unibanco', 'itau'],
])('%s names %s', (words, brand) => {
  expect(named(words)).toContain(brand)
})

test.each(['An apple a day', 'Ledger of the club', 'nortonville', 'they chase the ball'])(
  '%s names no brand',
  (words) => {
    expect(named(words)).toEqual([])
  },
)

test('a brand in the sender name stands before one named more often', () => {
  expect(named('Coinbase, Coinbase, Coinbase', 'PayPal service')).toEqual(['paypal', 'coinbase'])
})

test('a brand sends from its own domains and their sub-domains alone', () => {
  const paypal = brands.find(({ id }) => id === 'paypal')
  assert.ok(paypal, 'the table has lost PayPal')
  const from = (address: string): boolean => isSentBy({ from: { name: '', address }, authentication: null }, paypal)
  expect(from('service@mail.paypal.com')).toBe(true)
  expect(from('service@notpaypal.com')).toBe(false)
  expect(from('service@paypal.com.evil.example')).toBe(false)
})

test.each(['mcafee.pw', 'coinbase.tk', 'norton.io', 'geeksquad.cc'])(
  'anyone buys %s, no brand sends from there',
  (domain) => {
    const from = { name: '', address: `billing@${domain}` }
    expect(brands.filter((brand) => isSentBy({ from, authentication: null }, brand))).toEqual([])
  },
)

test('a brand is at home in the countries it serves', () => {
  const from = { name: '', address: 'noreply@dhl.nl' }
  expect(brands.filter((brand) => isSentBy({ from, authentication: null }, brand)).map(({ id }) => id)).toContain('dhl')
})

test('mail is not of a brand where the server refuted it or found only others behind it', () => {
  const paypal = brands.find(({ id }) => id === 'paypal')
  assert.ok(paypal, 'the table has lost PayPal')
  const from = { name: '', address: 'service@paypal.com' }
  const isSent = (proven: readonly string[], isRefuted = false): boolean =>
    isSentBy({ from, authentication: { proven, isRefuted } }, paypal)
  expect(isSent(['evil.example'])).toBe(false)
  expect(isSent(['paypal.com'], true)).toBe(false)
  expect(isSent(['e.paypal.com'])).toBe(true)
})

test('an ordinary word that a brand writes in capitals names it only so', () => {
  expect(named('', 'ING Fraudedesk')).toEqual(['ing'])
  expect(named('', 'Ing. Jorge Luis Pardo')).toEqual([])
})

const isLost = (id: string, name: string): boolean => !named('', `${name} support`).includes(id)

test('every brand of the table has an id of its own and is found by its names', () => {
  expect(new Set(brands.map(({ id }) => id)).size).toBe(brands.length)
  const lost = brands.flatMap(({ id, names, ordinaryWords }) =>
    names.concat(ordinaryWords).filter((name) => isLost(id, name)),
  )
  expect(lost).toEqual([])
})
