import type { PhoneNumber } from '../model/phone-number.ts'
import { PLANS } from './plans.ts'
import type { Random } from './random.ts'

/** A number as it stands in a mail. groups: national digits. */
export type Written = { readonly country: string; readonly trunk: string; readonly groups: readonly string[] }

const LETTERS: Readonly<Record<string, string>> = { '0': 'O', '1': 'l', '5': 'S', '8': 'B', '2': 'Z' }
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const SEPARATORS = ['.', ' - ', '–', '~', ' / ', '*', ' • ', '_', '|']
const INVISIBLE = ['\u200b', '\u2060', '\u00ad', '\u034f', '\u200d']

const plus = ({ country }: Written): string => `+${country}`
const plain = (written: Written): string => `${plus(written)} ${written.groups.join('-')}`

/** Letters stand only where enough digits remain to be read as a number. */
const MOST_LETTERS = 2

/**
 * How numbers are dressed up. Named after what is done, like the model's DISGUISES.
 *
 * isLatin: can be set in an ordinary PDF font.
 */
export const DISGUISERS = {
  none: { isLatin: true, write: plain },
  national: {
    isLatin: true,
    write: (written) =>
      written.country === '1'
        ? `(${written.groups[0]}) ${written.groups.slice(1).join('-')}`
        : written.trunk + written.groups.join(' '),
  },
  bracket: {
    isLatin: true,
    write: ({ country, groups }) => `+${country} (${groups[0]}) {${groups.slice(1).join('-')}}`,
  },
  missing_plus: { isLatin: true, write: ({ country, groups }) => `${country} ${groups.join('-')}` },
  spaced_digits: { isLatin: true, write: (written) => [...`${plus(written)}${written.groups.join('')}`].join(' ') },
  separator: {
    isLatin: true,
    write: (written, random) => [plus(written), ...written.groups].join(random.pick(SEPARATORS)),
  },
  letter_for_digit: {
    isLatin: true,
    write(written) {
      let left = MOST_LETTERS
      return plain(written).replace(/(?<=.{4})[01258]/g, (digit) => (left-- > 0 ? (LETTERS[digit] ?? digit) : digit))
    },
  },
  invisible_character: {
    isLatin: false,
    write: (written, random) => [...plain(written)].join(random.pick(INVISIBLE)),
  },
  lookalike_digit: {
    isLatin: false,
    write(written, random) {
      // Digit zero of: full-width, mathematical bold, sans-serif bold, monospace.
      const zero = random.pick([0xff10, 0x1d7ce, 0x1d7ec, 0x1d7f6])
      return plain(written).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
    },
  },
  spelled_out: {
    isLatin: true,
    write: (written) => plain(written).replace(/\d$/g, (digit) => ` ${WORDS[Number(digit)]}`),
  },
} as const satisfies Record<
  string,
  { readonly isLatin: boolean; readonly write: (written: Written, random: Random) => string }
>

export type DisguiseName = keyof typeof DISGUISERS

export const HABITUAL_DISGUISES = (Object.keys(DISGUISERS) as DisguiseName[]).filter((name) => name !== 'none')

/** Words for digits are English ones. */
export const ENGLISH_DISGUISES: ReadonlySet<DisguiseName> = new Set<DisguiseName>(['spelled_out'])

/**
 * Writes a number the way a scammer would.
 *
 * In: disguise, `none` for the ordinary international form.
 * @example disguised('+18035552345', 'bracket', random('1')) // => '+1 (803) {555-2345}'
 */
export function disguised(number: PhoneNumber, disguise: DisguiseName, random: Random): string {
  return DISGUISERS[disguise].write(written(number), random)
}

function written(number: PhoneNumber): Written {
  const digits = number.slice(1)
  const plan = Object.values(PLANS).find(
    ({ prefixes, length }) => digits.length === length && prefixes.some((prefix) => digits.startsWith(prefix)),
  )
  // An official line may be of any plan; it is copied as it stands in a list.
  if (!plan)
    return {
      country: digits.slice(0, -9),
      trunk: '',
      groups: [digits.slice(-9, -6), digits.slice(-6, -3), digits.slice(-3)],
    }
  const size = plan.groups.reduce((sum, group) => sum + group, 0)
  let at = digits.length - size
  const groups = plan.groups.map((length) => digits.slice(at, (at += length)))
  return { country: digits.slice(0, digits.length - size), trunk: plan.trunk, groups }
}
