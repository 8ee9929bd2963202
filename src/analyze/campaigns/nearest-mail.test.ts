import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MILLIS } from '../../model/day.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import type { Mailing } from './campaign-queries.ts'
import type { Gathering } from './gathered.ts'
import { nearestMail } from './nearest-mail.ts'

const WITHIN_DAYS = 10

const mail: fc.Arbitrary<Mailing> = fc
  .record({
    day: fc.nat(40),
    own: fc.nat(5),
    brand: fc.constantFrom('', 'norton', 'paypal'),
    vehicle: fc.constantFrom('body', 'pdf'),
  })
  .map(({ day, own, ...look }) => ({
    template: '',
    sketch: '',
    attachment: '',
    picture: '',
    numbers: [numberFromDigits(18_034_714_500 + own)],
    dayAt: day * DAY_MILLIS,
    senderDomain: '',
    messages: 1,
    message: '',
    ...look,
  }))
const sender = fc.constantFrom('r-1', 'r-2')
const gathering: fc.Arbitrary<Gathering> = fc.record({
  ring: fc.constant(null),
  sender,
  mailings: fc.array(mail, { minLength: 1, maxLength: 6 }),
})

test('the nearest mail is the one that looking through all of them finds', () => {
  fc.assert(
    fc.property(fc.array(gathering), sender, fc.array(mail, { minLength: 1, maxLength: 3 }), (all, own, mailings) => {
      const daysTo = (to: Gathering, isAlike: boolean, isKnown = false): number =>
        Math.min(
          ...mailings.flatMap((one) =>
            to.mailings
              .filter(({ vehicle, brand }) => !isAlike || (vehicle === one.vehicle && ['', brand].includes(one.brand)))
              .filter(({ numbers }) => !isKnown || numbers.some((number) => one.numbers.includes(number)))
              .map(({ dayAt }) => Math.abs(dayAt - one.dayAt) / DAY_MILLIS),
          ),
        )
      const nearest = nearestMail(all, new Set([own]), WITHIN_DAYS)
      for (const isAlike of [true, false]) {
        const found = isAlike ? nearest.alike({ sender: own, mailings }) : nearest.any({ sender: own, mailings })
        const theirs = all.filter((each) => each.sender === own)
        const least = Math.min(...theirs.map((each) => daysTo(each, isAlike)))
        if (least > WITHIN_DAYS) expect(found).toBeNull()
        else {
          expect(theirs).toContain(found)
          expect(daysTo(found!, isAlike)).toBe(least)
          const isKnown = theirs.some((each) => daysTo(each, isAlike, true) === least)
          if (isKnown && mailings.length === 1) expect(daysTo(found!, isAlike, true)).toBe(least)
        }
      }
    }),
  )
})
