import { describe, expect, test } from 'vitest'
import type { Disguise } from '../../model/mention.ts'
import type { Region } from '../../model/phone-number.ts'
import { findNumbers } from './find-numbers.ts'

/** One number in many dresses. */
const PLAIN = '+18047134598'

type Case = readonly [text: string, disguises?: readonly Disguise[], number?: string, regions?: readonly Region[]]

/** Every line of the catalogue's section on disguises, in its order: what is written, what was done to it. */
const DISGUISES: Readonly<Record<string, readonly Case[]>> = {
  'letters for digits': [
    ['8O4-7l3-4598', ['letter_for_digit']],
    ['8o4 7I3 4S98', ['letter_for_digit']],
    ['8Q4.7|3.459B', ['letter_for_digit']],
    ['8i4-2O6-SB98', ['letter_for_digit'], '+18142065898'],
    ['Z06-342-8b90', ['letter_for_digit'], '+12063428690'],
    ['Call 804-7l3-4Sg8', ['letter_for_digit']],
    ['804-713-45q8', ['letter_for_digit']],
    ['80G-342-8890', ['letter_for_digit'], '+18063428890'],
    ['+l (804) 713-4598', ['letter_for_digit']],
    ['+31 ZO-576-0324', ['letter_for_digit'], '+31205760324'],
    ['+49 Bq-537-94387', ['letter_for_digit'], '+498953794387'],
    ['+43 l-S19-46-52', ['letter_for_digit'], '+4315194652'],
  ],
  'look-alikes': [
    ['８０４-７１３-４５９８', ['lookalike_digit']],
    ['𝟴𝟬𝟰 𝟳𝟭𝟯 𝟰𝟱𝟵𝟴', ['lookalike_digit']],
    ['𝟪𝟢𝟦 𝟩𝟣𝟥 𝟦𝟧𝟫𝟪', ['lookalike_digit']],
    ['𝟾𝟶𝟺 𝟽𝟷𝟹 𝟺𝟻𝟿𝟾', ['lookalike_digit']],
    ['𝟠𝟘𝟜 𝟟𝟙𝟛 𝟜𝟝𝟡𝟠', ['lookalike_digit']],
    ['⑧⓪④ ⑦①③ ④⑤⑨⑧', ['lookalike_digit']],
    ['❽⓿❹ ❼❶❸ ❹❺❾❽', ['lookalike_digit']],
    ['⑻0⑷ ⑺⑴⑶ ⑷⑸⑼⑻', ['lookalike_digit']],
    ['⁸⁰⁴ ⁷¹³ ⁴⁵⁹⁸', ['lookalike_digit']],
    ['8️⃣0️⃣4️⃣ 7️⃣1️⃣3️⃣ 4️⃣5️⃣9️⃣8️⃣', ['lookalike_digit']],
    ['٨٠٤-٧١٣-٤٥٩٨', ['lookalike_digit']],
    ['८०४-७१३-४५९८', ['lookalike_digit']],
    ['8૫4-713-4598', ['lookalike_digit'], '+18447134598'],
    ['8О4-71З-4598', ['letter_for_digit']],
  ],
  'invisible characters': [
    ...'\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\ufe0f\u200e\u200f\u2069\u061c'
      .split('')
      .map((unseen): Case => [`(804) 71${unseen}3-45${unseen}98`, ['invisible_character']]),
    ['(804) 71\u{e0031}3-45\u{e007f}98', ['invisible_character']],
    ['\u202e8954-317 )408(\u202c', ['bidi', 'reversed']],
    ['call \u202e8954317408\u202c now', ['bidi', 'reversed']],
  ],
  separators: [
    ...['.', '-', '–', '—', '‑', '‒'].map((sign): Case => [`804${sign}713${sign}4598`, []]),
    ...['_', '/', '\\', '|', '~', '*', '•', '·', '⋅', '=', ',', ':', ';', "'", '"', '≈', '∎', '>', '<'].map(
      (sign): Case => [`Call 804${sign}713${sign}4598`],
    ),
    ['1833+983-2747', ['separator'], '+18339832747'],
    ['91=9001340118', ['separator', 'missing_plus'], '+919001340118'],
    ['+1850🔜203🔜4693', ['separator'], '+18502034693'],
    ['804☎️713☎️4598', ['separator']],
    ['804→713→4598', ['separator']],
    ['804 ➡ 713 ➡ 4598', ['separator']],
    ['8 0 4 7 1 3 4 5 9 8', ['spaced_digits']],
    ['8-0-4-7-1-3-4-5-9-8', ['spaced_digits']],
    ['804\u00a0713\u00a04598', []],
    ['804\u2009713\u20094598', []],
    ['Call\n804\n713\n4598', ['line_break']],
    ['+1 (804)\n713-4598', ['line_break']],
    ['Call 804-713-\n4598', ['line_break']],
    ['(888)-{600}-3002', ['bracket'], '+18886003002'],
    ['1804)–454– 8895', ['bracket'], '+18044548895'],
    ['[804] [713] [4598]', undefined],
    ['(804 713-4598', ['bracket']],
  ],
  'digits in reverse order': [
    ['8954-317-408 1+', ['reversed']],
    ['Read it backwards: 8954 317 408', ['reversed']],
    ['Von rechts nach links: 8954-317-408', ['reversed']],
  ],
  words: [
    ['call eight oh four, seven one three, four five nine eight', ['spelled_out']],
    ['8 one 4, 2 oh 6, 5 eight 9 eight', ['spelled_out'], '+18142065898'],
    ['eight 04 713 4598', ['spelled_out']],
    ['dial 8 zero 4, 7 one 3, 4 five 9 eight', ['spelled_out']],
    ['eight zero four seven one three four five double nine', ['spelled_out'], '+18047134599'],
    ['Eight-zero-four seven-one-three four-five-nine-eight', ['spelled_out']],
    ['llame al ocho cero cuatro siete uno tres cuatro cinco nueve ocho', ['spelled_out']],
    ['ocho cero cuatro doble siete tres cuatro cinco nueve ocho', ['spelled_out'], '+18047734598'],
    ['ligue oito zero quatro sete um três quatro cinco nove oito', ['spelled_out']],
    ['ligue oito zero quatro sete um três quatro cinco nove meia', ['spelled_out'], '+18047134596'],
    ['acht null vier sieben eins drei vier fünf neun acht', ['spelled_out']],
    ['acht null vier doppel sieben drei vier fünf neun acht', ['spelled_out'], '+18047734598'],
    ['huit zéro quatre sept un trois quatre cinq neuf huit', ['spelled_out']],
    ['huit zéro quatre double sept trois quatre cinq neuf huit', ['spelled_out'], '+18047734598'],
    ['acht nul vier zeven een drie vier vijf negen acht', ['spelled_out']],
    ['acht nul vier dubbel zeven drie vier vijf negen acht', ['spelled_out'], '+18047734598'],
    ['eight zero four dash seven one three dash four five nine eight', ['spelled_out']],
    ['plus one eight zero four seven one three four five nine eight', ['spelled_out']],
    ['eight hundred, seven two nine, zero seven two two', ['spelled_out'], '+18007290722'],
  ],
  vanity: [
    ['1-800-GO-FEDEX', ['vanity'], '+18004633339'],
    ['1-800-CONTACTS', ['vanity'], '+18002668228'],
    ['Call 1-888-NORTON-1 today', ['vanity'], '+18886678661'],
  ],
  glued: [
    ['206-342-6999Account', ['glued'], '+12063426999'],
    ['Call(804)713-4598now', ['glued']],
    ['+1 (804) 713-4598Cancel', ['glued']],
    ['Support804-713-4598', ['glued']],
  ],
  'no plus, no country': [
    ['804-713-4598', []],
    ['1804-713-4598', []],
    ['0044 20 7946 0958', [], '+442079460958'],
    ['011 44 20 7946 0958', [], '+442079460958'],
    ['+44 (0)20 7946 0958', [], '+442079460958'],
    ['+49 (0) 30 23125 123', [], '+493023125123'],
    ['0800 729 0722', [], '+558007290722', ['BR']],
    ['4004-3600', [], '+5540043600', ['BR']],
    ['Capitais: 4004 3600', [], '+5540043600', ['BR']],
    ['01 70 37 56 29', [], '+33170375629', ['FR']],
    ['020 7946 0958', [], '+442079460958', ['GB']],
    ['(030) 23125123', [], '+493023125123', ['DE']],
    ['0800 330 1000', [], '+498003301000', ['DE']],
    ['912 345 678', [], '+34912345678', ['ES']],
    ['91 234 56 78', [], '+34912345678', ['ES']],
    ['21 123 4567', [], '+351211234567', ['PT']],
    ['06 12 34 56 78', [], '+31612345678', ['NL']],
    ['020-123 4567', [], '+31201234567', ['NL']],
    ['(11) 91234-5678', [], '+5511912345678', ['BR']],
    ['98765 43210', [], '+919876543210', ['IN']],
    ['Call me on 01.84.17.61.18', [], '+33184176118', ['US']],
    ['Phone: 0490 75 40 81', [], '+32490754081', ['US']],
    ['Mobile (08) 8747 6301', [], '+61887476301', ['US']],
    ['Hotline 0900 1234567', undefined, '+499001234567', ['DE']],
  ],
  'split numbers': [
    ['Dial the first part 804, then 713 and 4598', ['separator']],
    ['Call 804 then 713 then 4598', ['separator']],
    ['Llame al 804, luego 713 y 4598', ['separator']],
    ['Rufen Sie 804, dann 713 und 4598', ['separator']],
  ],
}

describe.each(Object.entries(DISGUISES))('%s', (_, cases) => {
  test.each(cases.map((one) => [JSON.stringify(one[0]), one] as const))('%s', (_, one) => {
    const [text, disguises, number = PLAIN, regions = ['US']] = one
    const found = findNumbers(text, regions)
    expect(found.map((mention) => mention.number)).toEqual([number])
    if (disguises) expect(found[0]?.disguises).toEqual(disguises)
    for (const { raw, start, end } of found) expect(raw).toBe(text.slice(start, end))
  })
})

describe('extensions stay apart', () => {
  test.each([
    ['804-713-4598 ext. 12', '12'],
    ['804-713-4598 x12', '12'],
    ['804-713-4598x12', '12'],
    ['804-713-4598 extension 1234', '1234'],
    ['804-713-4598 #12', '12'],
    ['(804) 713-4598, ramal 204', '204'],
    ['804-713-4598 poste 7', '7'],
    ['804-713-4598', null],
  ])('%s', (text, extension) => {
    expect(findNumbers(text, ['US'])).toMatchObject([{ number: PLAIN, extension }])
  })
})

/** Every item of the catalogue's section on what is no telephone number. */
const NO_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  'order, invoice, transaction, ticket, case and tracking ids': [
    'Order 804-713-4598',
    'Order number: 8047134598',
    'Invoice # 8047134598-22-AB9912',
    'Your invoice INV-2B28-3336 is due',
    'Vorgang INV-2B28-3336 wurde angelegt',
    'Invoice INV-804713-4598',
    'Transaction ID 8047134598',
    'Ticket #804-713-4598',
    'Case ID: 9564-525102',
    'Caseid#9564-525102',
    'Tracking 1Z999AA10123456784',
    'Tracking number 9400 1000 0000 0000 0000 00',
    'PO-2028-3336-7713',
    'Rechnung RE-2024-0815-4711',
    'Kunden-Nr.: 8048798708',
    'Bestellnummer 302-8047134-5981234',
    'Ref: GB#8047134598',
    'vergadernummer 547 776 010',
    'Parcel 763-966-4214',
    'Aktenzeichen 0711 4598 713',
  ],
  'card and IBAN numbers': [
    'Card ending 4111 1111 1111 1111',
    'Card 3782 822463 10005',
    'IBAN DE89 3704 0044 0532 0130 00',
    'IBAN: GB29 NWBK 6016 1331 9268 19',
    'IBAN FR14 2004 1010 0505 0001 3M02 606',
    'op NL15 INGB 0158 2524 91 betalen',
    'auf DE89 3704 0044 0532 0130 00 überweisen',
  ],
  'dates and times': [
    'Order 2026-05-06 10:00:12',
    '2014-04-12 04:04 PM',
    'Datum: 04.07.2025 18:30',
    'Tue, 26 Sep 2023 18:01:11 +0200',
    'Ticket 3/10/1984 31/8/2011',
    '20260506100012',
  ],
  'IP addresses and versions': [
    'IP 192.168.149.100 port 8080',
    'Address 251.5.245.233',
    'Chrome 124.0.6367.207',
    'v10.0.19045.4412',
  ],
  coordinates: ['lat 37.774929, lon -122.419415', '37.774929, -122.419415'],
  prices: [
    'You won $8047134598',
    'R$ 1.299.000,00 e 804.713.459,80',
    'a refund of 804.7134598 USDT',
    '€ 80 47 13 45 98',
    '8,047,134,598 dollars',
  ],
  'CSS and URL ids': [
    'http://example.com/p/8047134598?id=7134598',
    'https://example.com/?ref=804-713-4598',
    'https://t.example.net/CL0/8047134598/1/0100018f',
    'color:#804713; width: 8047134598px',
  ],
  'message-ids': ['Message-ID: <8047134598.713@mail.example>', '<20260506100012.8047134598.JavaMail@host>'],
  'Bitcoin addresses': ['bc1q8047134598xv', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
  'barcodes and boleto lines': [
    '23793.38128 60007.827136 95000.063305 9 80470000004598',
    '34191.79001 01043.510047 91020.150008 5 84410000002000',
    '5 901234 123457',
  ],
  'Word drawing offsets': ['<a:off x="8047134" y="5981234"/>', 'margin-left:80.47pt;margin-top:134.598pt'],
  EXIF: ['Exif 0232 2026:05:06 10:00:12 4032 3024'],
  'ten-digit tokens after CODE, ID, MSG, Protocol': [
    'CODE: 8047134598',
    'CODIGO: 9164462833',
    'ID 8047134598',
    'MSG 8047134598',
    'Protocolo: 8047134598',
    'Protocol 804-713-4598',
  ],
  'a match glued to a longer token': [
    'x8047134598y',
    '9f8047134598ab',
    'ABC-8047134598-22',
    '8047134598_1',
    'a1b2-804-713-4598',
  ],
}

describe.each(Object.entries(NO_NUMBERS))('%s are no telephone numbers', (_, texts) => {
  test.each(texts.map((text) => [JSON.stringify(text), text]))('%s', (_, text) => {
    for (const regions of [['US'], ['DE', 'AT', 'US'], ['BR', 'PT', 'US'], ['GB', 'US']] as const) {
      expect(findNumbers(text, regions).map(({ number, raw }) => `${number} ${raw}`)).toEqual([])
    }
  })
})
