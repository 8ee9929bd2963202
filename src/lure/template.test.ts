import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { templateOf } from './template.ts'

const mail = (name: string, amount: string, id: string, brand: string): string =>
  `Hello ${name}, thank you for choosing ${brand}. Your plan was renewed for ${amount} and will appear on your ` +
  `statement within two days. Order no: ${id}. If you did not authorize this payment, call our help desk at once.`

const names = fc.constantFrom('Anna', 'Carlos Núñez', 'Mary C Kizlze', 'J. Doe', '')
const amounts = fc.double({ min: 1, max: 9_999, noNaN: true }).map((amount) => `$${amount.toFixed(2)}`)
const ids = fc.stringMatching(/^[A-Z]{2,4}\d{4,9}(-\d{2,4})?$/)
const brands = fc.constantFrom('Norton', 'McAfee LifeLock', 'Geek Squad')

test('a fingerprint survives changed names, amounts, ids and brands', () => {
  const first = templateOf(mail('Anna', '$349.99', 'NX4411', 'Norton'))
  expect(first).toMatch(/^[0-9a-f]{16}$/)
  fc.assert(
    fc.property(names, amounts, ids, brands, (name, amount, id, brand) => {
      expect(templateOf(mail(name, amount, id, brand))).toBe(first)
    }),
  )
})

test('another letter has another fingerprint', () => {
  const other =
    'We detected a new sign-in to your wallet from another country and stopped the transfer that was pending on it.'
  expect(templateOf(other)).not.toBe(templateOf(mail('Anna', '$349.99', 'NX4411', 'Norton')))
})

test('too few words make no fingerprint', () => {
  expect(templateOf('Your bill. Call 808 201 7788')).toBe('')
})
