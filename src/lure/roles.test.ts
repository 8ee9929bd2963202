import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import type { Role, RoleReason } from '../model/mention.ts'
import type { Part } from '../model/message.ts'
import { judge } from './judge.ts'

const reference = await loadReference()
const LURE = 'Norton charged you $499.99, invoice 55120. If you did not make this payment call us at +1 808 201 7788.'
const OTHER = '+1 415 601 2233'

type Line = readonly [says: string, parts: readonly Part[], number: string, role: Role, why: RoleReason]

/** The lines of the catalogue on roles, each with a number in a lure or a letter. */
const LINES: readonly Line[] = [
  ['the number the text tells to call', [part('body', LURE)], '+1 808 201 7788', 'callback', 'asked_to_call'],
  [
    'a help line of the lure',
    [part('body', `${LURE.replace(/ call us at.*/, ' our fraud department helps you:')} ${OTHER}`)],
    OTHER,
    'callback',
    'help_line',
  ],
  [
    'the only number of a lure that asks for nothing',
    [part('subject', ''), part('body', `${LURE.replace(/ call us at.*/, ' it stands as it is.')}\n\n${OTHER}`)],
    OTHER,
    'callback',
    'most_plainly_given',
  ],
  [
    'a genuine line of a brand',
    [part('body', `${LURE}\nPayPal: +1 888-221-1161`)],
    '+1 888-221-1161',
    'decoy',
    'official_line',
  ],
  [
    'an address block at the foot',
    [part('body', `${LURE}\n\nAll rights reserved. Gen Digital, Tempe. ${OTHER}`)],
    OTHER,
    'decoy',
    'footer',
  ],
  [
    'a signature in a quoted mail',
    [part('body', `${LURE}\n\n-----Original Message-----\nFrom: Tom\nRegards, Tom, ${OTHER}`)],
    OTHER,
    'decoy',
    'quoted',
  ],
  [
    'text far below the lure',
    [part('body', `${LURE}${'\n'.repeat(60)}Garden news, ${OTHER}`)],
    OTHER,
    'decoy',
    'far_below',
  ],
  ['a dial-in number', [part('body', `${LURE}\nDial by your location\n${OTHER}`)], OTHER, 'decoy', 'conference'],
  [
    'the reader’s own number',
    [part('body', `${LURE} We sent a code to your mobile number ${OTHER}`)],
    OTHER,
    'other',
    'own_number',
  ],
  ['his own in German', [part('body', `${LURE} Ihre Handynummer lautet ${OTHER}`)], OTHER, 'other', 'own_number'],
  ['a number for films', [part('body', `${LURE} or +1 808 555 0147`)], '+1 808 555 0147', 'other', 'fictional'],
  ['a number nobody sees', [part('body', `${LURE} ⟦or ${OTHER}⟧`)], OTHER, 'other', 'hidden'],
  ['a fax', [part('body', `${LURE}\nFax: ${OTHER}`)], OTHER, 'contact', 'fax'],
  ['a messenger', [part('body', `${LURE}\nWhatsApp ${OTHER}`)], OTHER, 'messaging', 'messenger'],
  [
    'the contact of an advance-fee letter',
    [part('body', `Dear beneficiary, the inheritance of $10.5 million USD waits at the barrister. Tel ${OTHER}`)],
    OTHER,
    'messaging',
    'letter',
  ],
  ['a signature', [part('body', `See you at nine.\n\nAnna Berg\nTel: ${OTHER}`)], OTHER, 'contact', 'introduced'],
  ['a number that nothing speaks of', [part('body', `The weather is fine. ${OTHER}`)], OTHER, 'other', 'unexplained'],
]

describe.each(LINES)('%s', (_says, parts, number, role, why) => {
  test(`is ${role}, since ${why.replaceAll('_', ' ')}`, () => {
    const mail = message(parts, { name: 'Billing', address: 'tk4411@gmail.com' })
    const mentions = mentionsOf(mail, '+1 808 201 7788', number).filter(
      ({ raw }, at, all) => all.findIndex((one) => one.raw === raw) === at,
    )
    const { roles, roleReasons } = judge(mail, mentions, reference)
    const at = mentions.findIndex(({ raw }) => raw === number)
    expect({ role: roles[at], why: roleReasons[at] }).toEqual({ role, why })
  })
})
