import { expect, test } from 'vitest'
import { askingAt } from './asking.ts'

const NUMBER = '808-201-7788'
const asked = (text: string): string => askingAt(text, text.indexOf(NUMBER), text.indexOf(NUMBER) + NUMBER.length)

test.each([
  ['To cancel, call or text 808-201-7788', 'demand'],
  ['To cancel call us at 808-201-7788 (Call / WhatsApp)', 'demand'],
  ['call our support team immediately at 808-201-7788. WhatsApp is not supported.', 'demand'],
  ['please call us: 808-201-7788\nSignal: high priority', 'demand'],
  ['reach the help desk, Phone/Fax 808-201-7788', 'demand'],
  ['by call or SMS: 808-201-7788', 'demand'],
  ['WhatsApp 808-201-7788', 'messaging'],
  ['Text me at 808-201-7788', 'messaging'],
  ['write to 808-201-7788 on WhatsApp', 'messaging'],
  ['Tel. 415-601-2233, Fax 808-201-7788', 'fax'],
])('a line for calls and for messages is there to be called, a messenger alone is not: %j', (text, asking) => {
  expect(asked(text)).toBe(asking)
})

test.each([
  ['If this was not you, call your dedicated support. Your number: 808-201-7788', 'demand'],
  ['It is kept on file for your safety. Your number: 808-201-7788', 'own'],
])(
  'whoever is wary does not believe that a number is the reader’s own where a call was asked for: %j',
  (text, asking) => {
    const start = text.indexOf(NUMBER)
    expect(askingAt(text, start, start + NUMBER.length, { isWary: true })).toBe(asking)
    expect(asked(text)).not.toBe('demand')
  },
)
