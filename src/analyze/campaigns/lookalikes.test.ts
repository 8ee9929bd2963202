import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandsOf, SKETCH } from '../../model/sketch.ts'
import { halvesOf, isSameTemplate } from '../../model/template-distance.ts'
import { lookalikes } from './lookalikes.ts'
import type { Print } from './lookalikes.ts'

const hex = (digits: number, of: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: of }).map((value) => value.toString(16).padStart(digits, '0'))

/** Few templates that are near or far, and few values of a band, so that much is shared. */
const template = fc
  .tuple(fc.constantFrom('0', 'f'), fc.integer({ min: 0, max: 7 }))
  .map(([digit, flips]) => digit.repeat(12) + (2 ** (2 * flips) - 1).toString(16).padStart(4, '0'))
const sketch = fc
  .array(hex(SKETCH.digits, 6), { minLength: SKETCH.bands, maxLength: SKETCH.bands })
  .map((bands) => bands.join(''))
const few = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom('', '', ...values)
/** The same words have the same sketch. */
const prints = fc
  .tuple(
    fc.dictionary(template, sketch, { minKeys: 1, maxKeys: 8 }),
    fc.array(fc.tuple(fc.nat(), few('a1', 'a2', 'a3'), few('p1', 'p2')), { maxLength: 24 }),
  )
  .map(([sketches, rest]) =>
    rest.map(([at, attachment, picture]): Print => {
      const own = ['', ...Object.keys(sketches)][at % (Object.keys(sketches).length + 1)]!
      return { template: own, sketch: sketches[own] ?? '', attachment, picture }
    }),
  )

/** Whether two prints are of one make by what they are themselves. */
function areAlike(one: Print, other: Print): boolean {
  const share = bandsOf(one.sketch).some((band) => bandsOf(other.sketch).includes(band))
  return (
    (one.attachment !== '' && one.attachment === other.attachment) ||
    (one.picture !== '' && one.picture === other.picture) ||
    (one.template !== '' && one.template === other.template) ||
    (share && isSameTemplate(halvesOf(one.template), halvesOf(other.template)))
  )
}

test('prints are grouped as comparing every pair groups them, in whatever order they come', () => {
  fc.assert(
    fc.property(prints, (all) => {
      const found = lookalikes()
      for (const print of all) found.add(print)
      const groups = all.map((print) => found.add(print))
      const oracle = all.map((_, at) => at)
      for (let changed = true; changed;) {
        changed = false
        for (const [i, one] of all.entries()) {
          for (const [j, other] of all.entries()) {
            if (oracle[i]! >= oracle[j]! || !areAlike(one, other)) continue
            oracle[j] = oracle[i]!
            changed = true
          }
        }
      }
      for (const [i, group] of groups.entries()) {
        for (const [j, other] of groups.entries()) {
          if (i !== j && group !== '' && other !== '') expect(group === other).toBe(oracle[i] === oracle[j])
        }
      }
    }),
  )
})

test('a group is named after what came first, and keeps the name when it grows', () => {
  const found = lookalikes()
  const print = { template: '', sketch: '', attachment: '', picture: '' }
  expect(found.add({ ...print, attachment: 'file' })).toBe('a:file')
  expect(found.add({ ...print, picture: 'look' })).toBe('p:look')
  expect(found.add({ ...print, attachment: 'file', picture: 'look' })).toBe('a:file')
  expect(found.groupOf('picture', 'look')).toBe('a:file')
  expect(found.groupOf('template', 'never seen')).toBe('t:never seen')
  expect(found.add(print)).toBe('')
})

test('an enemy who fills one band slows nothing down: what is compared of it is limited', () => {
  const found = lookalikes()
  const shared = '0'.repeat(SKETCH.bands * SKETCH.digits)
  const names = Array.from({ length: 20_000 }, (_, at) => {
    const far = ((at * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')
    return found.add({ template: far + far, sketch: shared, attachment: '', picture: '' })
  })
  expect(new Set(names).size).toBeGreaterThan(1)
})
