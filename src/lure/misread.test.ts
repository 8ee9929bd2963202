import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { putRight } from './misread.ts'

const NAMES = ['norton', 'mcafee', 'paypal', 'squad']

test.each([
  ['please cal1 us, you did not authorlze this transactlon', 'please call us, you did not authorize this transaction'],
  ['Dear Custorner', 'Dear Customer'],
  ['subscriptlon has been deb1ted', 'subscription has been debited'],
  ['Rechnunq Nr. 7, Abonnernent verlanqert', 'Rechnung Nr. 7, Abonnement verlangert'],
  ['GEEK SQUAO', 'GEEK SQUAO'],
  ['N0RT0N and PayPa1', 'NORTON and Paypal'],
  ['appe1ez le service', 'appelez le service'],
  ['beta1ing niet gedaan', 'betaling niet gedaan'],
])('%s reads %s', (misread, right) => {
  expect(putRight(misread, NAMES)).toBe(right)
})

test.each(['the quick brown fox', 'order 114-5520917', '1 808 201 7788', 'conduct the orchestra', 'notably'])(
  '%s stays as it is',
  (words) => {
    expect(putRight(words, NAMES)).toBe(words)
  },
)

test('what was put right once stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      const once = putRight(text, NAMES)
      expect(putRight(once, NAMES)).toBe(once)
    }),
  )
})

test('a long word with one letter misread is put right', () => {
  const words = fc.constantFrom('subscription', 'transaction', 'kundenservice', 'remboursement', 'transferencia')
  fc.assert(
    fc.property(words, fc.nat(), fc.constantFrom('x', 'z', 'k', '7'), (word, at, letter) => {
      const place = at % word.length
      expect(putRight(word.slice(0, place) + letter + word.slice(place + 1), NAMES).toLowerCase()).toBe(word)
    }),
  )
})
