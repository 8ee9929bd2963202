import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import type { CountryCode } from 'libphonenumber-js/max'
import { findPhoneNumbersInText, getCountries, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, test } from 'vitest'
import type { Region } from '../../model/phone-number.ts'
import { findNumbers } from './find-numbers.ts'

const numbersIn = (text: string, ...regions: Region[]): string[] =>
  findNumbers(text, regions).map((found) => found.number)

const DISGUISED = new URL('../../../../shared/data/text/disguised-numbers.jsonl', import.meta.url)
const hasDisguised = existsSync(DISGUISED)
if (!hasDisguised) console.warn(`SKIPPED: disguised numbers are not read: there is no ${DISGUISED.pathname}`)

describe('what is found', () => {
  test.each([
    ['Call (804) 713-4598 today', '(804) 713-4598'],
    ['dial 1.804.713.4598.', '1.804.713.4598'],
    ['ring [804] [713] [4598]!', '[804] [713] [4598]'],
    ['on +1804‒(713)-4598, now', '+1804‒(713)-4598'],
    ['Call(804)713-4598now', '(804)713-4598'],
    ['+1 (804) 713-4598Account', '+1 (804) 713-4598'],
    ['helpline: 8O4-7l3-4598', '8O4-7l3-4598'],
    ['804 713 4598 24 hours', '804 713 4598'],
    ['Phone: 8047134598', '8047134598'],
  ])('%j holds a number, and its raw text is what stands there', (text, raw) => {
    expect(findNumbers(text, ['US'])).toMatchObject([{ number: '+18047134598', raw }])
  })

  test.each([
    ['Ligue 0800 729 0722', ['BR'], '+558007290722'],
    ['Capitais: 4004 3400', ['BR'], '+5540043400'],
    ['Fone (81) 98646-5336', ['US', 'BR'], '+5581986465336'],
    ['call 01392 360987', ['GB'], '+441392360987'],
    ['appelez le 01 70 37 56 29', ['FR'], '+33170375629'],
    ['0044 20 7946 0958', [], '+442079460958'],
    ['00 49 2161 621 0025', ['US'], '+4921616210025'],
    ['55 11 4002 0022', ['BR'], '+551140020022'],
    ['Rufen Sie 43 7242 449-40 an', ['DE', 'AT'], '+43724244940'],
    ['Tel. 49 176-27920128', ['DE'], '+4917627920128'],
    ['+46 (0)8 928 571 38', [], '+46892857138'],
    ['Ph: 02 6624 1220', ['AU'], '+61266241220'],
    ['(818) 214-3029', ['DE', 'US'], '+18182143029'],
  ] as const)('%j is read where it is from', (text, regions, number) => {
    expect(numbersIn(text, ...regions)).toEqual([number])
  })

  test('numbers in a row stay apart, whatever parts them', () => {
    const text = '804-713-4598 206-342-8890\n(804) 713-4599 / +44 20 7946 0958; +44 20 7946 0959'
    expect(numbersIn(text, 'US')).toEqual([
      '+18047134598',
      '+12063428890',
      '+18047134599',
      '+442079460958',
      '+442079460959',
    ])
  })

  test('a plus begins a number, whatever digits stand before it', () => {
    expect(numbersIn('le 22 août 2026 : +33 1 70 87 14 07, code 681', 'FR')).toEqual(['+33170871407'])
    expect(numbersIn('Loja 12 +55 11 3003 1234', 'BR')).toEqual(['+551130031234'])
  })

  test.each([
    ['null eins, fünf neun neun, zwei drei,\nsechs null', 'AT', '+4315992360'],
    ['Tel +49 30-203-\n28387 jetzt', 'DE', '+493020328387'],
    ['Composez le+3347207953\n3 (appel gratuit)', 'FR', '+33472079533'],
    ['+44 20 7946 0958\n12345 London', 'GB', '+442079460958'],
    ['804-713-4598\n206-342-8890', 'US', '+18047134598 +12063428890'],
  ] as const)('a number goes on behind the end of a line where it must: %j', (text, region, numbers) => {
    expect(numbersIn(text, region).join(' ')).toBe(numbers)
  })

  test.each([
    ['0034 602 804 036 (ref. 12)', 'ES', '+34602804036'],
    ['your order, then 0044 20 7806 7404', 'US', '+442078067404'],
    ['factuur 0031 85 376 1244', 'US', '+31853761244'],
  ] as const)('a dial-out prefix and a calling code apart are as good as a plus: %j', (text, region, number) => {
    expect(numbersIn(text, region)).toEqual([number])
  })

  test.each([
    ['telefone, com antecedência: zero oitocentos, 887, 2046.', 'BR', '+558008872046'],
    ['marque ochocientos cinco cinco cinco uno dos tres', 'ES', '+34800555123'],
    ['Numéro : 09.8O.55.27.l3', 'FR', '+33980552713'],
    ['Línea gratuita: 8oo 6o7 128', 'ES', '+34800607128'],
  ] as const)('hundreds in one word, and letters at the end of a group: %j', (text, region, number) => {
    expect(numbersIn(text, region)).toEqual([number])
  })

  test.each([
    ['call us now to cancel your order: 808-201-7788', 1],
    ['Call the number on the back of your card or 808-201-7788', 1],
    ['Rufen Sie an und stornieren Sie die Rechnung: 808-201-7788', 1],
    ['call us about order 8047134598', 0],
    ['Order: 808-201-7788. Call us.', 0],
  ])('who is asked to call is not told the number of his order: %j', (text, count) => {
    expect(numbersIn(text, 'US')).toHaveLength(count)
  })

  test.each([
    '8\u033208-201-7788',
    '8\u03360\u03368\u0336-201-7788',
    '808\u3164201\u31647788',
    '8\u30078-2\u30071-7788',
    '8Ø8-2Ø1-7788',
  ])('digits struck through, parted by fillers or with strange zeros: %j', (text) => {
    expect(numbersIn(text, 'US')).toEqual(['+18082017788'])
  })

  test('a word for something else that has its digits speaks of no others', () => {
    expect(numbersIn('bel dhr. De Jong, dossier 77120, op 06 8514 2290', 'NL')).toEqual(['+31685142290'])
  })

  test('an extension is kept apart', () => {
    expect(findNumbers('(804) 713-4598 ext. 12', ['US'])).toMatchObject([{ raw: '(804) 713-4598', extension: '12' }])
    expect(findNumbers('804-713-4598x4587', ['US'])).toMatchObject([{ raw: '804-713-4598', extension: '4587' }])
  })
})

describe('disguises', () => {
  test.each([
    ['1-888-588-21O8', '+18885882108', ['letter_for_digit']],
    ['+I 804-713-4598', '+18047134598', ['letter_for_digit']],
    ['8૫4-713-4598', '+18447134598', ['lookalike_digit']],
    ['+𝟭 (𝟴𝟬𝟰) 𝟳𝟭𝟯-𝟰𝟱𝟵𝟴', '+18047134598', ['lookalike_digit']],
    ['8️⃣0️⃣4️⃣-7️⃣1️⃣3️⃣-4️⃣5️⃣9️⃣8️⃣', '+18047134598', ['lookalike_digit']],
    ['(804) 71\u200b3-45\u200b98', '+18047134598', ['invisible_character']],
    ['+1850🔜203🔜4693', '+18502034693', ['separator']],
    ['1(7 1 2)2 9 2 2 6 5 5', '+17122922655', ['spaced_digits']],
    ['1804)–454– 8895', '+18044548895', ['bracket']],
    ['+1 (804)\n713-4598', '+18047134598', ['line_break']],
    ['\u202e8954-317 )408(\u202c', '+18047134598', ['bidi', 'reversed']],
    ['call eight oh four, 7 one three, four five double nine', '+18047134599', ['spelled_out']],
    ['1-800-GO-FEDEX', '+18004633339', ['vanity']],
    ['206-342-6999Account', '+12063426999', ['glued']],
    ['91=9001340118', '+919001340118', ['separator', 'missing_plus']],
  ] as const)('%j is %s', (text, number, disguises) => {
    expect(findNumbers(text, ['US'])).toMatchObject([{ number, disguises }])
  })

  test('a plain number wears none', () => {
    for (const text of ['+1 (804) 713-4598', '804.713.4598', '1 804 713-4598', '804/713/4598']) {
      expect(findNumbers(text, ['US'])).toMatchObject([{ disguises: [] }])
    }
  })

  test.skipIf(!hasDisguised && !process.env['CI'])(
    'every disguised number of the collection but at most one in twenty is read exactly, and no look-alike',
    () => {
      const lines = readFileSync(DISGUISED, 'utf8').trim().split('\n')
      const rows = lines.map((line) => JSON.parse(line) as { text: string; e164: string | null })
      const wrong = rows.filter(({ text, e164 }) => [...new Set(numbersIn(text, 'US'))].join() !== (e164 ?? ''))
      expect(rows.length).toBeGreaterThan(50)
      expect(wrong.filter((row) => row.e164 === null)).toEqual([])
      expect(wrong.length).toBeLessThanOrEqual(rows.length / 20)
    },
  )
})

describe('what is no number', () => {
  test.each([
    'Invoice # 8047134598-22-AB9912',
    'Invoice: 8047134598',
    'Order 2026-05-06 10:00:12',
    'Sent 06/12/2026 10:00:12, 20:15:33',
    'Tracking 1Z999AA10123456784',
    'Card ending 4111 1111 1111 1111',
    'http://example.com/p/8047134598?id=7134598',
    'https://example.com/?ref=804-713-4598',
    'lat 37.774929, lon -122.419415',
    'IP 192.168.149.100 port 8080',
    'IP: 2a02:a46c:8737:1:3575:d276:ac9c:7167',
    'You won $8047134598 and 1,804,713,459.80',
    'a refund of 804.7134598 USDT',
    'x8047134598y and GB#8047134598',
    'id 9f8047134598ab',
    'CPF 123.456.789-09, CNPJ 12.345.678/0001-90',
    'Message-ID: <8047134598.713@mail.example>',
    '    804     713    4598 total',
    'bc1q8047134598xv',
    'Phone: 1-800-772 now\n\nVCV 396647441\nETD 728504385',
    'One two three four five six seven eight nine ten',
  ])('%j', (text) => {
    expect(numbersIn(text, 'US', 'BR', 'GB')).toEqual([])
  })
})

describe('of any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '804',
      '713',
      '4598',
      '+1',
      '+44',
      '00',
      '(',
      ')',
      '-',
      '.',
      ' ',
      '\n',
      '/',
      '🔜',
      '\u200b',
      '\u202e',
    ),
    fc.constantFrom('O', 'l', 'oh', 'seven', 'ext. 5', 'call ', 'id', '①', '𝟠', 'x', ',', ':', '1-800-', 'FLOWERS'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

  test('raw is what stands at the offsets; finds ascend and never overlap', () => {
    fc.assert(
      fc.property(text, (text) => {
        let at = 0
        for (const { start, end, raw, number } of findNumbers(text, ['US', 'GB', 'BR', 'DE'])) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(raw).toBe(text.slice(start, end))
          expect(number).toMatch(/^\+[1-9]\d{5,14}$/)
          at = end
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('a number of every country is found where it has seven digits or more, printed abroad or at home, with a word before it', () => {
    const missed = getCountries().flatMap((region) => {
      const number = getExampleNumber(region, examples)
      if (!number || number.nationalNumber.length < 7) return []
      const abroad = numbersIn(`Write to us or ${number.formatInternational()} (any time)`)
      const home = numbersIn(`Phone: ${number.formatNational()}, any time`, region)
      if (abroad[0] === number.number && home[0] === number.number) return []
      return `${region}: ${abroad.join()} for ${number.formatInternational()}, ${home.join()} at home`
    })
    expect(missed).toEqual([])
  })

  test('what libphonenumber-js finds in sentences with a telephone word is found too', () => {
    const regions: CountryCode[] = ['US', 'GB', 'BR', 'DE', 'FR', 'IN', 'ES', 'NL', 'AU']
    const national = fc.tuple(fc.constantFrom(...regions), fc.integer({ min: 0, max: 999_999 }))
    fc.assert(
      fc.property(national, ([region, tail]) => {
        const model = getExampleNumber(region, examples)?.nationalNumber ?? ''
        const written = `Phone ${model.slice(0, -6)}${String(tail).padStart(6, '0')} now`
        for (const { number } of findPhoneNumbersInText(written, { defaultCountry: region, extended: true })) {
          if (number.isValid()) expect(numbersIn(written, region)).toContain(number.number)
        }
      }),
    )
  })

  test.each([
    ['digits', '8047134598'.repeat(20_000)],
    ['spaced digits', '8 '.repeat(100_000)],
    ['numbers', '804-713-4598 '.repeat(2_000)],
    ['pluses', '+'.repeat(200_000)],
    ['brackets', '1('.repeat(100_000)],
    ['letters for digits', '1OlISB'.repeat(30_000)],
    ['number words', 'one '.repeat(50_000)],
    ['invisible characters', `8${'\u200b'.repeat(200_000)}0`],
    ['overrides', '\u202e804'.repeat(20_000)],
    ['ended overrides', '\u202e8954317408\u202c '.repeat(20_000)],
    ['one token', 'a1'.repeat(100_000)],
    ['mathematical digits', '𝟠'.repeat(100_000)],
  ])('a flood of %s is read to its end', (_, text) => {
    const tail = '\n\nCall (206) 342-8890 now'
    expect(numbersIn(text + tail, 'US')).toContain('+12063428890')
  })
})
