import { beforeAll, describe, expect, test } from 'vitest'
import { mailOf, readMails } from './read-mail.ts'

/** What has the digits of a number and is none. */
const NO_NUMBERS = [
  'Order number: 8047134598',
  'Invoice No. 804-713-4598',
  'Invoice #8047134598 is due',
  'Transaction ID: 8047134598',
  'Ticket 8047134598 was closed',
  'Case ID 804 713 4598',
  'Tracking number 1Z9998047134598123',
  'Tracking: 9400 1118 9922 3818 0471 34',
  'Card 4111 1111 1111 1111, expires 12/28',
  'IBAN DE89 3704 0044 0532 0130 00',
  'IBAN GB29 NWBK 6016 1331 9268 19',
  'On 2026-11-24 14:31:22 and 24.11.2026 16:45',
  'From 192.168.100.204, version 10.0.19041.1288',
  'At 40.7127753, -74.0059728',
  'Total: $8,047,134.59 of $80,471,345.98',
  'Bitcoin bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq or 1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
  'Message-ID: <8047134598.18047134598@mail.example>',
  'See https://shop.example/p/8047134598?id=18047134598#8047134598',
  'Linha digitável 34191.79001 01043.510047 91020.150008 8 89260000026000',
  'ISBN 978-3-16-148410-0, EAN 4006381333931',
  'CODE 8047134598, MSG 8047134598',
  'Protocol 8047134598',
  'ref8047134598xk, A8047134598B',
  'uuid 123e4567-e89b-12d3-a456-426614174000, sha 9f86d0818847134598',
]

let read: Awaited<ReturnType<typeof readMails>>
beforeAll(async () => {
  const mails: [string, Uint8Array][] = [
    ...NO_NUMBERS.map((words): [string, Uint8Array] => [words, mailOf({ text: `Hello,\n\n${words}\n\nRegards` })]),
    [
      'markup',
      mailOf({
        html: `<html><head><style>#a8047134598{margin:8047134598px}</style></head><body><p id="p8047134598" class="c18047134598"><a href="https://x.example/8047134598">Open</a><img src="https://x.example/804-713-4598.png" width="804" alt=""></p></body></html>`,
      }),
    ],
    ['masked', mailOf({ text: 'A code was sent to +971•••••4564 and to (***) ***-4598.' })],
    ['fictional', mailOf({ text: 'Example: please call (804) 555-0147 to cancel the charge of $349.99.' })],
  ]
  read = await readMails(new Map(mails))
})

describe('no number is found in', () => {
  test.each(NO_NUMBERS)('%s', (words) => expect(read(words).numbers).toEqual([]))
  test('ids, classes, sizes and addresses of markup', () => expect(read('markup').numbers).toEqual([]))
  test('a masked number', () => expect(read('masked').numbers).toEqual([]))
})

test('a number set aside for films is never one to call', () => {
  expect(read('fictional').numbers).toMatchObject([{ e164: '+18045550147', role: 'other' }])
})
