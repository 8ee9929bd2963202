import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { authenticationOf } from './authentication.ts'

const results = (value: string, ...more: readonly (readonly [string, string])[]) =>
  authenticationOf([
    { key: 'received', value: 'from x by y' },
    { key: 'authentication-results', value },
    ...more.map(([key, value]) => ({ key, value })),
  ])

test('what DKIM, SPF and DMARC passed for stands behind the mail', () => {
  const value =
    'mx.example.net; dkim=pass (2048-bit key; unprotected) header.d=PayPal.com header.i=@paypal.com; ' +
    'spf=pass (example: domain of bounce@e.paypal.com) smtp.mailfrom=bounce@e.paypal.com; ' +
    'dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=paypal.com'
  expect(results(value)).toEqual({ proven: ['paypal.com', 'e.paypal.com'], isRefuted: false })
})

test('a result without the name of a server is read as well', () => {
  const value =
    'spf=pass (sender IP is 209.85.210.178)\n smtp.mailfrom=gmail.com; dkim=pass (signature was verified)\n ' +
    'header.d=gmail.com;dmarc=pass action=none header.from=gmail.com;compauth=pass reason=100'
  expect(results(value)).toEqual({ proven: ['gmail.com'], isRefuted: false })
})

test('a From that its domain forbids is refuted, whoever signed the mail', () => {
  const value =
    'mx; dkim=pass header.d=evil.example; spf=softfail smtp.mailfrom=chase.com; dmarc=fail header.from=chase.com'
  expect(results(value)).toEqual({ proven: ['evil.example'], isRefuted: true })
})

test('only the topmost result is believed: what stands below may be the sender’s own', () => {
  const forged = 'mx; dkim=pass header.d=paypal.com; dmarc=pass header.from=paypal.com'
  const value = 'mx; dkim=none; spf=none smtp.mailfrom=evil.example; dmarc=none header.from=paypal.com'
  expect(results(value, ['authentication-results', forged])).toEqual({ proven: [], isRefuted: false })
})

test('a domain in a comment proves nothing', () => {
  expect(results('mx; dkim=fail (header.d=paypal.com; dkim=pass header.d=paypal.com) header.d=evil.example')).toEqual({
    proven: [],
    isRefuted: false,
  })
})

test.each([
  'mx; spf=pass smtp.mailfrom="x@paypal.com"@evil.example',
  'mx; spf=pass smtp.mailfrom="; dkim=pass header.d=paypal.com"@evil.example',
  'mx; spf=pass smtp.mailfrom="\\"; dkim=pass header.d=paypal.com; \\""@evil.example',
  'mx; spf=pass (domain of "); dkim=pass header.d=paypal.com; ("@evil.example) smtp.mailfrom=x@evil.example',
])('what a sender quotes in his local part proves nothing: %s', (value) => {
  expect(results(value)?.proven).toEqual(['evil.example'])
})

test('a forwarder is believed where the receiving server verified its chain, and only there', () => {
  const chain = ['arc-authentication-results', 'i=1; mx.uni.example; dkim=pass header.d=bank.example'] as const
  expect(results('mx; arc=pass (i=1); dmarc=none header.from=bank.example', chain)?.proven).toEqual(['bank.example'])
  expect(results('mx; arc=fail (i=1); dmarc=none header.from=bank.example', chain)?.proven).toEqual([])
})

test('no result is no finding', () => {
  expect(authenticationOf([{ key: 'from', value: 'a@b.example' }])).toBeNull()
})

test('any header is read without trouble', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => results(value) !== undefined))
})
