import type { Hint } from './cue-words.ts'
import { isLabelledAfter } from './cue-words.ts'
import type { Group } from './digit-groups.ts'
import { extensionAfter } from './extension.ts'
import { GAP } from './gaps.ts'
import type { Reading } from './readings.ts'
import { leadingCode } from './readings.ts'
import { callingCodeIn } from '../../model/numbering-plan.ts'
import { isGroupedAsUsual } from './usual-groups.ts'

/** Groups that may be a number, and where they stand. */
export type Stretch = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly groups: readonly Group[]
}

/**
 * A stretch that a numbering plan has as a number.
 *
 * left, right: how far it is parted from other digits; inside: the widest gap between its groups.
 */
export type Candidate = Stretch & {
  readonly reading: Reading
  readonly hint: Hint
  /** Written from the last digit to the first; isOverridden, where a mark turns it round for the reader. */
  readonly isBackwards: boolean
  readonly isOverridden: boolean
  readonly left: number
  readonly right: number
  readonly inside: number
}

type Sign = { readonly name: string; readonly points: number; readonly holds: (candidate: Candidate) => boolean }

/** What speaks for and against digits being meant as a telephone number. They are taken as one from 0 points on. */
const SIGNS: readonly Sign[] = [
  { name: 'plus', points: 4, holds: ({ reading }) => reading.origin === 'plus' },
  { name: 'dial-out prefix', points: 1, holds: ({ reading }) => reading.origin === 'dial_out' },
  { name: 'dial-out prefix apart', points: 3, holds: hasDialOutApart },
  { name: 'calling code of the likeliest country', points: 1, holds: ({ reading }) => reading.origin === 'home_code' },
  { name: 'calling code apart', points: -1, holds: (c) => c.reading.origin === 'bare_code' && hasCodeApart(c) },
  { name: 'bare calling code', points: -2, holds: (c) => c.reading.origin === 'bare_code' && !hasCodeApart(c) },
  { name: 'second region', points: -1, holds: ({ reading }) => reading.rank > 0 },
  { name: 'bare digits', points: -1, holds: ({ groups }) => groups.length === 1 },
  { name: 'trunk prefix', points: 2, holds: hasTrunkPrefix },
  { name: 'national, no prefix', points: -1, holds: (c) => c.reading.origin === 'region' && !hasPrefix(c) },
  {
    name: 'grouped as usual',
    points: 2,
    holds: ({ reading, groups, isBackwards }) =>
      isGroupedAsUsual(reading.number, reading.region, isBackwards ? [...groups].reverse() : groups),
  },
  { name: 'area code in brackets', points: 2, holds: hasBracketedArea },
  { name: 'short', points: -1, holds: ({ groups, reading }) => reading.origin === 'region' && digitCount(groups) < 9 },
  { name: 'word for a telephone', points: 3, holds: ({ hint }) => hint === 'phone' },
  { name: 'word for something else', points: -4, holds: ({ hint }) => hint === 'other' },
  { name: 'word for something else, further off', points: -1, holds: ({ hint }) => hint === 'other_afar' },
  { name: 'label after it', points: 2, holds: ({ text, end }) => isLabelledAfter(text, end) },
  { name: 'all there is', points: 3, holds: isWholeText },
  { name: 'dictated', points: 2, holds: ({ groups }) => groups.every((group) => group.spelled) },
  {
    name: 'parted no better than inside',
    points: -2,
    holds: (c) => Math.min(c.left, c.right) <= c.inside && !hasWords(c),
  },
  {
    name: 'split by words',
    points: -4,
    holds: (c) => hasWords(c) && !c.groups.some(({ spelled }) => spelled),
  },
  { name: 'letters in it', points: -1, holds: hasLetters },
  { name: 'letters in it and around it', points: -2, holds: (c) => hasLetters(c) && isGlued(c) },
  { name: 'prefix of an id', points: -4, holds: hasIdPrefix },
  { name: 'hyphen at the end of a line', points: 2, holds: isHyphenated },
  {
    name: 'check digit',
    points: -4,
    holds: ({ groups, reading }) =>
      reading.origin !== 'plus' && groups.length > 1 && groups.length < 4 && groups.at(-1)?.digits.length === 1,
  },
  { name: 'decimal', points: -3, holds: isDecimal },
  {
    name: 'across lines',
    points: -2,
    holds: (c) => c.inside === GAP.LINE && c.reading.origin !== 'plus' && !hasWords(c),
  },
  { name: 'enumeration', points: -4, holds: isEnumeration },
  { name: 'sum', points: -4, holds: isSum },
  {
    name: 'among other digits',
    points: -1,
    holds: ({ groups, left, right }) => groups.length === 1 && Math.min(left, right) < GAP.LINE,
  },
  {
    name: 'columns',
    points: -3,
    holds: ({ groups, reading }) => reading.origin !== 'plus' && groups.slice(1).some(isColumn),
  },
  { name: 'uneven groups', points: -2, holds: hasUnevenGroups },
  { name: 'money', points: -5, holds: isMoney },
]

/** Whether a stretch belongs to something longer: an address of the web or of mail, or a token of letters and digits. */
export function isPieceOfOther(stretch: Stretch): boolean {
  return isInToken(stretch) || isInAddress(stretch) || isInIban(stretch)
}

const IBAN_WINDOW = 36

/** Behind the country, check digits and bank of an IBAN in groups: `NL15 INGB 0158 2524 91`. Source: ISO 13616. */
function isInIban({ text, start }: Stretch): boolean {
  return /(?:^|[^\p{L}\d])[A-Z]{2}\d{2}(?: [A-Z]{4}| \d{4})(?: [A-Z\d]{4})* ?$/u.test(
    text.slice(Math.max(0, start - IBAN_WINDOW), start),
  )
}

export function isMeantAsNumber(candidate: Candidate): boolean {
  let points = 0
  for (const sign of SIGNS) if (sign.holds(candidate)) points += sign.points
  return points >= 0
}

/** Whether digits touch letters, as in `6999Account`. */
export function isGlued({ text, start, end }: Pick<Candidate, 'text' | 'start' | 'end'>): boolean {
  return /\p{L}/u.test(text.charAt(start - 1)) || /\p{L}/u.test(text.charAt(end))
}

function digitCount(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + group.digits.length, 0)
}

/** Whether the first group is the calling code alone: `44 20 7946 0958`. */
export function hasCodeApart({ groups }: Stretch): boolean {
  const digits = groups.map((group) => group.digits).join('')
  return groups.length > 1 && groups[0]?.digits === leadingCode(digits)
}

/** Whether the first groups are dial-out prefix and calling code: `0044 20 7946 0958`, `00 44 …`. */
function hasDialOutApart({ groups, reading }: Candidate): boolean {
  if (reading.origin !== 'dial_out' || groups.length < 3) return false
  const [first = '', second = ''] = groups.map((group) => group.digits)
  const code = callingCodeIn(reading.number.slice(1))
  return [`00${code}`, `011${code}`].includes(first) || (['00', '011'].includes(first) && second === code)
}

function hasTrunkPrefix({ groups, reading }: Candidate): boolean {
  const trunk = reading.number.startsWith('+1') ? /^1\d/ : /^0[1-9]/
  return reading.origin === 'region' && trunk.test(groups.map((group) => group.digits).join(''))
}

/** Whether words lead from one group to another: `804, then 713`. */
function hasWords({ groups }: Stretch): boolean {
  return groups.some(({ gap }, index) => index > 0 && gap.words)
}

function hasLetters({ groups }: Stretch): boolean {
  return groups.some(({ letters }) => letters > 0)
}

/** Capitals and a hyphen right before the digits, `INV-`, unless they say that a telephone number follows: `CALL-`. */
function hasIdPrefix({ text, start, hint }: Candidate): boolean {
  return hint !== 'phone' && /(?:^|[^\p{L}-])\p{Lu}{1,6}-$/u.test(text.slice(Math.max(0, start - 9), start))
}

/** A number that goes on where a hyphen ends its line: `804-713-⏎4598`. */
function isHyphenated({ text, groups, inside }: Candidate): boolean {
  if (inside !== GAP.LINE) return false
  return groups.some(
    ({ gap, start }, index) =>
      index > 0 &&
      /^ ?[-\u2010-\u2013]\s*$/.test(text.slice(gap.start, start)) &&
      /[\r\n]/.test(text.slice(gap.start, start)),
  )
}

function isDecimal({ text, groups: [whole, part], groups }: Candidate): boolean {
  return groups.length === 2 && part !== undefined && text.slice(whole?.end, part.start) === '.'
}

function isColumn({ gap }: Group): boolean {
  return gap.strength === GAP.WIDE && !gap.symbols
}

function isEnumeration({ text, groups }: Candidate): boolean {
  return groups.length > 3 && groups.slice(1).every(({ gap, start }) => /^, ?$/.test(text.slice(gap.start, start)))
}

/** Two signs of arithmetic between digits: one may be a disguise. */
function isSum({ text, groups }: Candidate): boolean {
  return groups.filter(({ gap, start }, index) => index > 0 && /[*+=^]/.test(text.slice(gap.start, start))).length > 1
}

/** North America, and countries that write no prefix, lose nothing here: their grouping or a word must tell. */
function hasPrefix({ groups, reading }: Candidate): boolean {
  const first = groups[0]?.digits ?? ''
  return first.startsWith('0') || reading.number.startsWith('+1')
}

function hasBracketedArea({ text, groups }: Candidate): boolean {
  return groups.some((group, index) => {
    const after = groups[index + 1]?.gap.start
    if (after === undefined || group.digits.length < 2 || group.digits.length > 5) return false
    const opened = index === 0 ? group.gap.open >= 0 : /[([{]/.test(text.slice(group.gap.start, group.start))
    return opened && /[)\]}]/.test(text.charAt(group.end))
  })
}

export function isWholeText({ text, start, end }: Stretch): boolean {
  return text.length < 64 && !/[\p{L}\d]/u.test(text.slice(0, start).replace(/^\s*tel:/, '') + text.slice(end))
}

/** Digits laid out like a table's row or a list of ids, not like a number somebody should dial. */
function hasUnevenGroups({ groups, reading }: Candidate): boolean {
  const sizes = groups.map((group) => group.digits.length)
  const singles = sizes.filter((size) => size === 1).length
  if (singles > 2 && singles < sizes.length - 4) return true
  return reading.origin !== 'plus' && sizes.length > 6 && singles === 0
}

function isMoney({ text, start, end }: Candidate): boolean {
  return (
    /(?:\p{Sc}|\b(?:USD|EUR|GBP|BTC|INR|CHF|CAD|AUD|USDT|Rs\.?))\s?$/u.test(
      text.slice(Math.max(0, start - 6), start),
    ) ||
    /^(?:[.,]\d\d\b|\s?(?:[€£%](?!\d)|USDT?|EUR|GBP|BTC|ETH|dollars|euros|bytes|KB|MB|GB|km|kg)\b)/.test(
      text.slice(end, end + 9),
    )
  )
}

const LONGEST_TOKEN = 200
const isAsciiOfToken = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[\w#:-]/.test(String.fromCharCode(code)) ? 1 : 0,
)
const DIALS = /(?:tel|sms|callto|facetime|whatsapp):|wa\.me\/|phone=|(?:call|fax|phone)/i

/** Inside a web or mail address; a link that dials is meant as a number all the same. */
function isInAddress({ text, start, end }: Stretch): boolean {
  if (text.charAt(end) === '@' && /[a-z0-9]/i.test(text.charAt(end + 1))) return true
  const before = touching(text, start, isUnspaced)
  if (before === '' || DIALS.test(before)) return false
  if (before.includes('@')) return /[\w.]@[\w.-]*$/.test(before)
  const isWeb = /:\/\/|www\.|[?&=]\w*$|%$/.test(before) && !/[>"')]$/.test(before)
  return isWeb && (before.includes('/') || before.includes('&'))
}

/** A piece of a longer id: letters and digits mixed on a side it touches. Plain words may be glued to a number. */
function isInToken({ text, start, end, groups }: Stretch): boolean {
  const before = touching(text, start, isOfToken)
  const after = /^-?[\p{L}\p{M}\d_]*/u.exec(text.slice(end, end + LONGEST_TOKEN))?.[0] ?? ''
  if (/\p{L}#$/u.test(before)) return true
  if (/\d/.test(before) && /^[\p{L}_]|[\p{L}\d_-]$/u.test(before)) return true
  if (extensionAfter(text, end) !== null) return false
  const isWordAndFigure = /^\p{Lu}?(?![a-f]+\d)\p{Ll}{3,}\d{1,4}$/u.test(after)
  if (/\d/.test(after) ? !isWordAndFigure : /^_|^-[A-Z]{1,3}(?![a-z])/.test(after)) return true
  if (groups.length > 1 || groups[0]?.gap.plus !== -1 || groups[0].gap.open !== -1) return false
  return !(isPlainWord(before) && isPlainWord(after))
}

/** What touches `start` from the left, as long as its characters belong. */
function touching(text: string, start: number, belongs: (code: number) => boolean): string {
  let at = start
  while (at > 0 && start - at < LONGEST_TOKEN && belongs(text.charCodeAt(at - 1))) at--
  return text.slice(at, start)
}

function isUnspaced(code: number): boolean {
  return code > 0x20 && code !== 0xa0 && code !== 0x2028
}

function isOfToken(code: number): boolean {
  if (code < 0x80) return isAsciiOfToken[code] === 1
  return code >= 0xc0 && /[\p{L}\p{M}]/u.test(String.fromCharCode(code))
}

/** Nothing, a word such as it stands in a sentence, or what a sign parts from the digits. */
function isPlainWord(touching: string): boolean {
  return (
    touching === '' || /^-|[-#:]$|^\p{Lu}?\p{Ll}+\d*$|^(?:\p{Lu}\p{Ll}+)+$|^(?:TEL|CALL|FAX|PHONE)$/u.test(touching)
  )
}
