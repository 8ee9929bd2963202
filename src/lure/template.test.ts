import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandsOf, SKETCH } from '../model/sketch.ts'
import { halvesOf, SAME_TEMPLATE_BITS, templateDistance as distance } from '../model/template-distance.ts'
import { sketchOf } from './sketch.ts'
import { templateOf as fingerprintOf } from './template.ts'
import { templateWords } from './template-words.ts'

const templateDistance = (one: string, other: string): number => distance(halvesOf(one), halvesOf(other))
const templateOf = (text: string): string => fingerprintOf(templateWords(text))
const bands = (text: string): string[] => bandsOf(sketchOf(templateWords(text)))

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

const LETTERS = [
  'we would like to inform you that the yearly protection of your computer was extended today and that the amount will be taken from the account we have on file within two working days so that you stay safe without any break; if you do not wish to keep the protection, please call the number below and one of our agents will gladly help you to cancel it and to have the money returned to the card you paid with',
  'the parcel that was sent to you could not be handed over since the number of the house is missing on the label and it now waits at the depot where a small fee is due for every day it stays there; please ring our planner who can set the address right over the phone and find a day that suits you, otherwise the parcel goes back to the shop it came from at the end of the week',
  'this is to notify you that a transfer out of your wallet to an unknown address was put on hold since it came from a device that we have never seen before; nothing is lost yet, but it will be released in a few hours unless the security desk hears from you, so please dial the line given here at once and keep the code of this case at hand while you wait for the next free specialist',
]
const wordsOf = (text: string): string[] => text.split(' ')

test('a letter in which two words were changed, dropped or put in stays near', () => {
  const edit = fc.record({ at: fc.nat(), word: fc.constantFrom('', 'promptly', 'kindly again', 'therefore') })
  fc.assert(
    fc.property(fc.constantFrom(...LETTERS), fc.array(edit, { maxLength: 2 }), (letter, edits) => {
      const words = wordsOf(letter)
      for (const { at, word } of edits) words[at % words.length] = word
      expect(templateDistance(templateOf(letter), templateOf(words.join(' ')))).toBeLessThanOrEqual(SAME_TEMPLATE_BITS)
    }),
  )
})

test('the sketches of such letters share a band, those of other letters do not', () => {
  const edited = (letter: string): string => wordsOf(letter).with(20, 'promptly').with(41, 'therefore').join(' ')
  for (const [index, letter] of LETTERS.entries()) {
    expect(bands(letter)).toHaveLength(SKETCH.bands)
    expect(bands(edited(letter)).some((band) => bands(letter).includes(band))).toBe(true)
    for (const other of LETTERS.slice(index + 1)) {
      expect(bands(other).some((band) => bands(letter).includes(band))).toBe(false)
    }
  }
  expect(bands('Your bill. Call 808 201 7788')).toEqual([])
})

test('different letters stay far, also about the same', () => {
  for (const [index, one] of LETTERS.entries()) {
    for (const other of LETTERS.slice(index + 1))
      expect(templateDistance(templateOf(one), templateOf(other))).toBeGreaterThan(SAME_TEMPLATE_BITS)
  }
})

test('distance is a metric of the bits, and nothing is near to what could not be told', () => {
  const fingerprints = fc.stringMatching(/^[0-9a-f]{16}$/)
  fc.assert(
    fc.property(fingerprints, fingerprints, fingerprints, (a, b, c) => {
      expect(templateDistance(a, a)).toBe(0)
      expect(templateDistance(a, b)).toBe(templateDistance(b, a))
      expect(templateDistance(a, c)).toBeLessThanOrEqual(templateDistance(a, b) + templateDistance(b, c))
    }),
  )
  expect(templateDistance('0000000000000000', 'ffffffffffffffff')).toBe(64)
  expect(templateDistance('', '')).toBe(64)
})
