import { DISGUISERS } from '../../src/simulate/disguise.ts'
import type { Language } from '../../src/simulate/cast.ts'
import type { Random } from '../../src/simulate/random.ts'
import { escapeHtml } from '../../src/simulate/write-html.ts'
import type { DrawnNumber } from './numbers.ts'
import { spelledOut } from './spelled-out.ts'
import { vanityNumber } from './vanity-number.ts'

/**
 * A way to dress up a number.
 *
 * obf:       what it is called in the labels; the model's name where it has one.
 * isPrinted: can be set in an ordinary PDF font.
 * write:     as characters; html: as markup, for what only a browser undoes, raw being what a reader sees.
 * only:      the plans it is good for.
 */
export type Disguiser = {
  readonly obf: readonly string[]
  readonly isPrinted: boolean
  readonly languages?: readonly Language[]
  readonly only?: (number: DrawnNumber, language: Language) => boolean
  readonly write: (number: DrawnNumber, random: Random, language: Language) => string
  readonly html?: (shown: string, random: Random) => string
  /** Another number, where not every one can be dressed up like this. */
  readonly instead?: (random: Random) => { readonly number: DrawnNumber; readonly raw: string }
}

const isNanp = ({ written }: DrawnNumber): boolean => written.country === '1'
const plain = ({ isHomeOnly, national, written: { country, groups } }: DrawnNumber): string =>
  isHomeOnly ? national : `+${country} ${groups.join('-')}`
/** Each digit as another character; the rest of the usual way of writing stays. */
const mapped =
  (to: (digit: number) => string) =>
  (number: DrawnNumber): string =>
    plain(number).replace(/\d/g, (digit) => to(Number(digit)))
const from =
  (zero: number) =>
  (digit: number): string =>
    String.fromCodePoint(zero + digit)
const CIRCLED = [...'⓪①②③④⑤⑥⑦⑧⑨']
const DARK = [...'⓿❶❷❸❹❺❻❼❽❾']
const PARENTHESISED = [...'⓪⑴⑵⑶⑷⑸⑹⑺⑻⑼']
const SUPERSCRIPT = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']
const LETTERS = ['OoQ', 'Il|', 'Z', '', '', 'S', 'Gb', '', 'B', 'gq'].map((all) => [...all])
const CYRILLIC: Readonly<Record<string, string>> = { '0': 'О', '3': 'З' }
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\ufe0e', '\u200e']
const SEPARATORS = [
  '_',
  '\\',
  '|',
  '~',
  '*',
  ' • ',
  '·',
  '⋅',
  ' = ',
  '+',
  ',',
  ':',
  ';',
  "'",
  '<>',
  '≈',
  '∎',
  '‑',
  '‒',
  '—',
  ' ⟶ ',
  ' ★ ',
  ' 📞 ',
]
const THIN = ['\u00a0', '\u2009', '\u202f', '\u2007', '\u3000']

/** Those of the simulator, in the words of the labels. */
const SIMULATED = Object.fromEntries(
  Object.entries(DISGUISERS)
    .filter(([name]) => name !== 'spelled_out')
    .map(([name, { isLatin, write }]): [string, Disguiser] => [
      name,
      {
        obf: name === 'none' ? [] : [name],
        isPrinted: isLatin,
        only: ({ isHomeOnly }) => !isHomeOnly,
        write: ({ written }, random) => write(written, random),
      },
    ]),
)

export const MADE_UP_DISGUISES: Readonly<Record<string, Disguiser>> = {
  ...SIMULATED,
  // The simulator knows the North American way alone.
  national: { obf: ['national'], isPrinted: true, write: ({ national }) => national },
  dots: {
    obf: ['separator'],
    isPrinted: true,
    only: isNanp,
    write: ({ written }) => `${written.country}.${written.groups.join('.')}`,
  },
  bare: { obf: ['missing_plus'], isPrinted: true, only: isNanp, write: ({ written }) => `1${written.groups.join('')}` },
  ten_digits: { obf: ['national'], isPrinted: true, only: isNanp, write: ({ written }) => written.groups.join('-') },
  zero_zero: {
    obf: ['missing_plus'],
    isPrinted: true,
    only: (number) => !isNanp(number) && !number.isHomeOnly,
    write: ({ written }) => `00${written.country} ${written.groups.join(' ')}`,
  },
  trunk_in_brackets: {
    obf: ['bracket'],
    isPrinted: true,
    only: ({ written, isHomeOnly }) => written.trunk === '0' && !isHomeOnly,
    write: ({ written }) => `+${written.country} (0)${written.groups.join(' ')}`,
  },
  misplaced_bracket: {
    obf: ['bracket'],
    isPrinted: true,
    only: isNanp,
    write: ({ written: { groups } }, random) =>
      random.pick([
        `1${groups[0]})–${groups[1]}– ${groups[2]}`,
        `(${groups[0]})-{${groups[1]}}-${groups[2]}`,
        `+1[${groups[0]}(${groups[1]}]${groups[2]}`,
        `1 (${groups[0]}-${groups[1]} (${groups[2]})`,
      ]),
  },
  more_letters: {
    obf: ['letter_for_digit'],
    isPrinted: true,
    write(number, random) {
      const { country, groups } = number.written
      // A letter needs digits around it, or the whole is a word.
      let left = Math.floor((country + groups.join('')).length / 5)
      return plain(number).replace(/(?<=^.{4,}\d)\d|(?<=^.{4,})\d(?=\d)/g, (digit) => {
        const able = LETTERS[Number(digit)] ?? []
        return able.length > 0 && left-- > 0 ? random.pick(able) : digit
      })
    },
  },
  cyrillic: {
    obf: ['letter_for_digit'],
    isPrinted: false,
    only: ({ written }) => /[03]/.test(written.groups.join('').slice(2)),
    write: (number) => plain(number).replace(/(?<=^.{4,})[03]/g, (digit) => CYRILLIC[digit] ?? digit),
  },
  circled: { obf: ['lookalike_digit'], isPrinted: false, write: mapped((digit) => CIRCLED[digit] ?? '') },
  dark_circled: { obf: ['lookalike_digit'], isPrinted: false, write: mapped((digit) => DARK[digit] ?? '') },
  parenthesised: { obf: ['lookalike_digit'], isPrinted: false, write: mapped((digit) => PARENTHESISED[digit] ?? '') },
  superscript: { obf: ['lookalike_digit'], isPrinted: false, write: mapped((digit) => SUPERSCRIPT[digit] ?? '') },
  keycap: { obf: ['lookalike_digit'], isPrinted: false, write: mapped((digit) => `${digit}\ufe0f\u20e3`) },
  arabic_indic: { obf: ['lookalike_digit'], isPrinted: false, write: mapped(from(0x660)) },
  devanagari: { obf: ['lookalike_digit'], isPrinted: false, write: mapped(from(0x966)) },
  double_struck: { obf: ['lookalike_digit'], isPrinted: false, write: mapped(from(0x1d7d8)) },
  any_invisible: {
    obf: ['invisible_character'],
    isPrinted: false,
    write: (number, random) => [...plain(number)].map((one) => one + random.pick(INVISIBLE)).join(''),
  },
  odd_separator: {
    obf: ['separator'],
    isPrinted: false,
    only: ({ isHomeOnly }) => !isHomeOnly,
    write: ({ written }, random) => [`+${written.country}`, ...written.groups].join(random.pick(SEPARATORS)),
  },
  thin_space: {
    obf: ['separator'],
    isPrinted: false,
    only: ({ isHomeOnly }) => !isHomeOnly,
    write: ({ written }, random) => [`+${written.country}`, ...written.groups].join(random.pick(THIN)),
  },
  line_break: {
    obf: ['line_break'],
    isPrinted: false,
    only: ({ isHomeOnly }) => !isHomeOnly,
    write: ({ written: { country, groups } }) => `+${country} ${groups.slice(0, -1).join('-')}-\n${groups.at(-1)}`,
  },
  spaced_dashes: {
    obf: ['spaced_digits'],
    isPrinted: true,
    only: isNanp,
    write: ({ written: { groups } }) => groups.map((group) => [...group].join(' ')).join(' - '),
  },
  bidi: {
    obf: ['bidi'],
    isPrinted: false,
    write: (number) => `\u202e${[...plain(number)].reverse().join('')}\u202c`,
  },
  glued_after: {
    obf: ['glued'],
    isPrinted: true,
    only: isNanp,
    write: ({ national }, random) => `${national}${random.pick(['now', 'Account', 'Billing', 'Toll'])}`,
  },
  glued_before: {
    obf: ['glued'],
    isPrinted: true,
    only: isNanp,
    write: ({ written: { groups } }, random) =>
      `${random.pick(['Call', 'Tel', 'Helpline'])}(${groups[0]})${groups[1]}-${groups[2]}now`,
  },
  spelled_out: {
    obf: ['spelled_out'],
    isPrinted: true,
    write: (number, random, language) => spelledOut(number, language, random),
  },
  half_spelled: {
    obf: ['spelled_out'],
    isPrinted: true,
    languages: ['en'],
    only: isNanp,
    write: ({ written: { groups } }) => `${groups[0]} ${groups[1]} ${spellEnd(groups[2] ?? '')}`,
  },
  vanity: {
    obf: ['vanity'],
    isPrinted: true,
    languages: ['en'],
    only: isNanp,
    write: plain,
    instead: vanityNumber,
  },
  extension: {
    obf: ['extension'],
    isPrinted: true,
    only: isNanp,
    write: ({ national }, random) => national + random.pick([' ext. 12', ' x204', ' Ext 77', ', extension 5']),
  },
  split_by_tags: {
    obf: ['split'],
    isPrinted: false,
    write: plain,
    html: (shown) => cut(shown, (one) => `<span>${one}</span>`),
  },
  split_by_comment: {
    obf: ['split'],
    isPrinted: false,
    write: plain,
    html: (shown) => cut(shown, (one) => `${one}<!-- 8 -->`),
  },
  split_by_cell: {
    obf: ['split'],
    isPrinted: false,
    only: ({ isHomeOnly }) => !isHomeOnly,
    write: ({ written: { country, groups } }) => [`+${country}`, ...groups].join(' '),
    html: (shown) =>
      `<table style="display:inline-table" cellspacing="0" cellpadding="0"><tr>${shown
        .split(' ')
        .map((group) => `<td>${escapeHtml(group)}</td>`)
        .join('')}</tr></table>`,
  },
  split_by_break: {
    obf: ['line_break'],
    isPrinted: false,
    write: plain,
    html: (shown) => escapeHtml(shown).replace(/-(?=\d+$)/, '-<br>'),
  },
  before: {
    obf: ['css_content'],
    isPrinted: false,
    write: plain,
    html(shown, random) {
      const name = `n${random.hex(4)}`
      const half = Math.floor(shown.length / 2)
      return `<style>.${name}::before{content:"${shown.slice(0, half)}"}</style><b class="${name}">${escapeHtml(shown.slice(half))}</b>`
    },
  },
  entities: {
    obf: ['entities'],
    isPrinted: false,
    write: plain,
    html: (shown, random) =>
      [...shown]
        .map((one) => (random.chance(0.5) ? `&#x${one.charCodeAt(0).toString(16)};` : `&#${one.charCodeAt(0)};`))
        .join(''),
  },
  rtl: {
    obf: ['reversed'],
    isPrinted: false,
    write: plain,
    html: (shown) =>
      `<span style="unicode-bidi:bidi-override;direction:rtl">${escapeHtml([...shown].reverse().join(''))}</span>`,
  },
  bdo: {
    obf: ['reversed'],
    isPrinted: false,
    write: plain,
    html: (shown) => `<bdo dir="rtl">${escapeHtml([...shown].reverse().join(''))}</bdo>`,
  },
  decoy_inside: {
    obf: ['split', 'invisible_character'],
    isPrinted: false,
    write: plain,
    html: (shown) => cut(shown, (one) => `${one}<span style="display:none">7</span>`),
  },
}

/** Cuts a number before every third character, each piece but the last wrapped. */
function cut(shown: string, wrap: (piece: string) => string): string {
  const pieces = shown.match(/.{1,3}/g) ?? []
  return pieces.map((piece, at) => (at < pieces.length - 1 ? wrap(escapeHtml(piece)) : escapeHtml(piece))).join('')
}

function spellEnd(group: string): string {
  const names = ['oh', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
  return [...group].map((digit) => names[Number(digit)]).join(' ')
}
