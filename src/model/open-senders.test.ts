import { expect, test } from 'vitest'
import { domainOf } from './message.ts'
import { isFreeMail, isOpenPlatform, isOpenSender } from './open-senders.ts'

test.each(['gmail.com', 'yahoo.co.jp', 'outlook.com.br', 'fastmail.com'])(
  '%s is free mail, open to anyone',
  (domain) => {
    expect([isFreeMail(domain), isOpenPlatform(domain), isOpenSender(domain)]).toEqual([true, false, true])
  },
)

test.each(['intuit.com', 'notification.intuit.com', 'a.b.e.paypal.co.uk', 'id.apple.com', 'sendgrid.net'])(
  '%s sends what anyone writes',
  (domain) => {
    expect([isFreeMail(domain), isOpenPlatform(domain), isOpenSender(domain)]).toEqual([false, true, true])
  },
)

test.each(['', 'com', 'com.br', 'apple.com', 'notgmail.com', 'gmail.com.evil.example', 'ownshop.example'])(
  '%j belongs to somebody',
  (domain) => {
    expect(isOpenSender(domain)).toBe(false)
  },
)

test.each([
  ['A@Billing.Example', 'billing.example'],
  ['"a@b"@evil.example', 'evil.example'],
  ['', ''],
  ['nobody', ''],
])('%j is sent from %j', (address, domain) => {
  expect(domainOf({ name: '', address })).toBe(domain)
})
