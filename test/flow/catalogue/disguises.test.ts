import { beforeAll, describe, expect, test } from 'vitest'
import { escapeHtml } from '../../../src/simulate/write-html.ts'
import { mailOf, readMails } from './read-mail.ts'

const NUMBER = '+18047134598'

/** The number as a reader sees it in plain text, and what is told of how it was dressed. */
type Row = readonly [shown: string, disguise: string | null, number: string]

const each = (characters: string, write: (one: string) => string, disguise: string): Row[] =>
  [...characters].map((one): Row => [write(one), disguise, NUMBER])
const digitsFrom = (zero: number): string =>
  '+1 804-713-4598'.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const drawn = (digits: string): string => '804-713-4598'.replace(/\d/g, (digit) => [...digits][Number(digit)] ?? '')

const ROWS: readonly Row[] = (
  [
    // Letters for digits.
    ...each('OoQ', (one) => `(8${one}4) 713-4598`, 'letter_for_digit'),
    ...each('Il|i', (one) => `(804) 7${one}3-4598`, 'letter_for_digit'),
    ['(804) 713-4S98', 'letter_for_digit'],
    ['(8O4) 713-459B', 'letter_for_digit'],
    ['(804) 713-45gB', 'letter_for_digit'],
    ['(804) 713-45q8', 'letter_for_digit'],
    ['+1 8ZO 555 Z345', 'letter_for_digit', '+18205552345'],
    ['+1 80G-713-4b98', 'letter_for_digit', '+18067134698'],
    ['(80З) 713-45О8', 'letter_for_digit', '+18037134508'],
    // Digits of other scripts and shapes.
    [digitsFrom(0xff10), 'lookalike_digit'],
    [digitsFrom(0x1d7ce), 'lookalike_digit'],
    [digitsFrom(0x1d7e2), 'lookalike_digit'],
    [digitsFrom(0x1d7ec), 'lookalike_digit'],
    [digitsFrom(0x1d7f6), 'lookalike_digit'],
    [digitsFrom(0x1d7d8), 'lookalike_digit'],
    [digitsFrom(0x660), 'lookalike_digit'],
    [digitsFrom(0x966), 'lookalike_digit'],
    [drawn('⓪①②③④⑤⑥⑦⑧⑨'), 'lookalike_digit'],
    [drawn('⓿❶❷❸❹❺❻❼❽❾'), 'lookalike_digit'],
    [drawn('⓪⑴⑵⑶⑷⑸⑹⑺⑻⑼'), 'lookalike_digit'],
    [drawn('⁰¹²³⁴⁵⁶⁷⁸⁹'), 'lookalike_digit'],
    ['8️⃣0️⃣4️⃣-7️⃣1️⃣3️⃣-4️⃣5️⃣9️⃣8️⃣', 'lookalike_digit'],
    // The Gujarati five is drawn like a 4: its shape counts, not its value.
    ['80૫-713-૫598', 'lookalike_digit'],
    // What is not seen.
    ...each(
      '\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\ufe0f\u200e\u{e0041}',
      (one) => `804${one}-71${one}3-4${one}598`,
      'invisible_character',
    ),
    ['\u202e8954-317-408\u202c', 'bidi'],
    // Separators.
    ...each('.-–—‑‒_/\\~*•·⋅=:≈∎', (one) => `804${one}713${one}4598`, ''),
    ...each('|,;\'"<>[]{}', (one) => `804 ${one} 713 ${one} 4598`, ''),
    ['804 ➡ 713 ➡ 4598', 'separator'],
    ['804 ☎ 713 ☎ 4598', 'separator'],
    ['8 0 4 7 1 3 4 5 9 8', 'spaced_digits'],
    ['804\u00a0713\u00a04598', null],
    ['804\u2009713\u202f4598', null],
    ['(804)\n713-4598', 'line_break'],
    ['(804)-{713}-4598', 'bracket'],
    ['1804)–713– 4598', 'bracket'],
    ['+1 [804} (713 4598', 'bracket'],
    // Words.
    ['eight oh four, seven one three, four five nine eight', 'spelled_out'],
    ['8 zero 4 7 one 3 4 five 9 8', 'spelled_out'],
    ['eight zero four double seven three four five nine eight', 'spelled_out', '+18047734598'],
    ['1-800-GO-FEDEX', 'vanity', '+18004633339'],
    // Glued to words.
    ['Call(804)713-4598now', 'glued'],
    ['(804) 713-4598Account', 'glued'],
    // Without plus, without country.
    ['1 804 713 4598', null],
    ['18047134598', null],
    ['0018047134598', null],
    ['8047134598', null],
    ['804-713-4598 ext. 12', null],
    ['804-713-4598 x12', null],
  ] as const
).map(([shown, disguise, number = NUMBER]): Row => [shown, disguise, number])

/** Of other countries: the words around tell which. */
const COUNTRIES: readonly (readonly [words: string, number: string])[] = [
  ['Ligue agora para a central do Bradesco: 0800 704 8383. Valor: R$ 349,90', '+558007048383'],
  ['Fale com o Banco do Brasil pelo telefone 4004-0001. Valor: R$ 1.349,90', '+5540040001'],
  ['Appelez notre service fraude au 01 70 36 39 50, montant 349,99 €', '+33170363950'],
  ['Rufen Sie uns bitte sofort an: 030 23125678. Abbuchung 349,99 €', '+493023125678'],
  ['Rufen Sie uns bitte an: +49 (0)30 22712345', '+493022712345'],
  ['Bel direct onze helpdesk op 020 560 1234, bedrag € 349,99', '+31205601234'],
  ['Llame al departamento de fraude, 91 512 34 67, importe 349,99 €', '+34915123467'],
  ['Call our UK team on 0800 028 0816, the charge is £349.99', '+448000280816'],
]

/** A number said aloud, in the language of the mail. */
const SPOKEN: readonly (readonly [words: string, number: string])[] = [
  ['Llame al nueve uno cinco uno dos tres cuatro seis siete para cancelar', '+34915123467'],
  ['Ligue para um um três oito meia cinco quatro três um nove e cancele a compra', '+551138654319'],
  ['Rufen Sie null drei null zwei zwei sieben eins zwei drei vier fünf an', '+493022712345'],
  ['Appelez le zéro un sept zéro trois six trois neuf cinq zéro pour annuler', '+33170363950'],
]

/** What only a browser puts together. */
const MARKUP: Readonly<Record<string, string>> = {
  'tags between digits': '<span>80</span><b>4</b>-<i>713</i>-4<span>5</span>98',
  'comments between digits': '80<!-- 99 -->4-713<!-- 1 -->-4598',
  'cells of a table': '<table><tr><td>804</td><td>713</td><td>4598</td></tr></table>',
  'a cell for each digit': `<table><tr>${[...'8047134598'].map((digit) => `<td>${digit}</td>`).join('')}</tr></table>`,
  'a line break within': '804-713-<br>4598',
  'decimal and hexadecimal entities': '&#56;&#48;&#x34;-&#55;13-45&#x39;8',
  'a named entity for the space': '804&nbsp;713&ensp;4598',
  'digits written from right to left': '<span style="unicode-bidi:bidi-override;direction:rtl">8954-317-408</span>',
  'a bdo element': '<bdo dir="rtl">8954-317-408</bdo>',
  'hidden digits in between': '80<span style="display:none">5</span>4-713<span style="font-size:0">77</span>-4598',
}

const around = (shown: string): string =>
  `Your plan was renewed for $349.99. To cancel it and get a refund, please contact us at ${shown} within 24 hours.`

let read: Awaited<ReturnType<typeof readMails>>
beforeAll(async () => {
  const mails: [string, Uint8Array][] = [
    ...ROWS.map(([shown]): [string, Uint8Array] => [shown, mailOf({ text: around(shown) })]),
    ...[...COUNTRIES, ...SPOKEN].map(([words]): [string, Uint8Array] => [words, mailOf({ text: words })]),
    ...Object.entries(MARKUP).map(([name, html]): [string, Uint8Array] => [
      name,
      mailOf({
        html: `<html><body><p>${escapeHtml(around('')).replace('at  within', `at ${html} within`)}</p></body></html>`,
      }),
    ]),
  ]
  read = await readMails(new Map(mails))
})

describe('a number is read however it is dressed', () => {
  test.each(ROWS)('%j', (shown, disguise, number) => {
    const { numbers, seen } = read(shown)
    expect(seen).toEqual([number])
    if (disguise) expect(numbers[0]?.disguises).toContain(disguise)
    if (/ext|x12/.test(shown)) expect(numbers[0]?.extension).toBe('12')
  })
})

describe('a national number belongs to the country its mail tells', () => {
  test.each(COUNTRIES)('%s', (words, number) => expect(read(words).seen).toEqual([number]))
})

describe('a number said aloud is read', () => {
  test.each(SPOKEN)('%s', (words, number) => expect(read(words).seen).toEqual([number]))
})

describe('a number is read as a browser shows it, with', () => {
  test.each(Object.keys(MARKUP))('%s', (name) => expect(read(name).seen).toEqual([NUMBER]))
})
