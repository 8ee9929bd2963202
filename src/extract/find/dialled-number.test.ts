import { expect, test } from 'vitest'
import { dialledNumber, linkAction } from './dialled-number.ts'

test.each([
  ['tel:+18045550147', '+18045550147'],
  ['TEL:%2B1%20804%20555%200147', '+1 804 555 0147'],
  ['tel:\u202D+1804\u200B5550147', '+18045550147'],
  ['tel:%E2%80%AD18045550147', '18045550147'],
  ['tel:8045550147;ext=12', '8045550147 ext. 12'],
  ['tel://8045550147', '8045550147'],
  ['tel:100%25%zz8045550147', '100%%zz8045550147'],
  ['sms:+18045550147?&body=hello', '+18045550147'],
  ['callto:+18045550147', '+18045550147'],
  ['skype:+18045550147?call', '+18045550147'],
  ['facetime-audio:8045550147', '8045550147'],
  ['https://wa.me/18045550147?text=Hi', '+18045550147'],
  ['https://wa.me/+1%20(804)%20555-0147', '+18045550147'],
  ['https://api.whatsapp.com/send?text=Hi&phone=18045550147', '+18045550147'],
  ['https://web.whatsapp.com/send/?phone=18045550147', '+18045550147'],
  ['whatsapp://send?phone=18045550147', '+18045550147'],
  ['viber://chat?number=%2B18045550147', '+18045550147'],
  ['https://t.me/+18045550147', '+18045550147'],
  ['https://signal.me/#p/+18045550147', '+18045550147'],
])('%s dials %s', (href, number) => {
  expect(dialledNumber(href)).toBe(number)
})

test.each([
  'https://example.org/18045550147',
  'https://example.org/?x=https://wa.me/18045550147',
  'https://wa.me/message/ABCDEF',
  'https://t.me/+AbCdEf123',
  'javascript:location="tel:18045550147"',
  'data:text/html,<a href=tel:18045550147>',
  'mailto:18045550147@example.org',
  'tel:',
  'tel:help',
  '18045550147',
  'http://[',
  '',
])('%s dials nothing', (href) => {
  expect(dialledNumber(href)).toBeNull()
})

test.each([
  ['tel:+18045550147', 'call'],
  ['TEL:+18045550147', 'call'],
  ['facetime-audio:8045550147', 'call'],
  ['sms:+18045550147', 'message'],
  ['https://wa.me/18045550147', 'message'],
  ['viber://chat?number=18045550147', 'message'],
])('%s opens a %s', (href, action) => {
  expect(linkAction(href)).toBe(action)
})
