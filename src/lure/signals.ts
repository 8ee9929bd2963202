import type { Signal } from '../model/verdict.ts'
import { vehicles } from './lure.ts'
import type { Lure } from './lure.ts'

/**
 * What makes a message callback phishing, each with its weight in log-odds: above zero for, below zero against.
 * The weights are set by hand from what the lures have in common, rounded to halves where no more is known, and the
 * sum is a log-odds that `bench/accuracy.ts` checks against labelled mail.
 */
type NamedSignal = Signal & { readonly fires: (lure: Lure) => boolean }

const signal = (code: string, points: number, text: string, fires: NamedSignal['fires']): NamedSignal => ({
  code,
  points,
  text,
  fires,
})

const asks = (lure: Lure, ...askings: readonly string[]): boolean =>
  lure.callable.some(({ asking }) => askings.includes(asking))

/** Before anything is read: lures are rare, and a mail without a number to call is none. */
const BASE_POINTS = -7

const SIGNALS: readonly NamedSignal[] = [
  signal('number.none', -6, 'no number to call', (lure) => lure.callable.length === 0),
  signal('number.demand', 2.5, 'asks to call the number', (lure) => asks(lure, 'demand')),
  signal(
    'number.support',
    2,
    'gives the number as a help line',
    (lure) => !asks(lure, 'demand') && asks(lure, 'support'),
  ),
  signal('number.many', -1.5, 'many different numbers', (lure) => distinctNumbers(lure) > 4),
  signal('number.disguised', 2, 'the number is disguised', (lure) =>
    lure.callable.some(({ mention }) => mention.disguises.some((disguise) => DELIBERATE.has(disguise))),
  ),
  signal(
    'pretext.amount_charged',
    1.2,
    'names an amount that was charged',
    ({ wordings }) => wordings.has('amount') && wordings.has('charge'),
  ),
  signal('pretext.renewal', 0.8, 'speaks of a subscription or its renewal', ({ wordings }) => wordings.has('renewal')),
  signal('pretext.reference', 0.8, 'carries an order, invoice or member id', ({ wordings }) =>
    wordings.has('reference'),
  ),
  signal('pretext.security_alert', 1.2, 'alarms about an account or a device', ({ wordings }) =>
    wordings.has('security_alert'),
  ),
  signal('pretext.held_back', 1.2, 'something is held back until the reader calls', ({ wordings }) =>
    wordings.has('held_back'),
  ),
  signal('pretext.entitlement', 1.2, 'promises an approval, a discount or relief', ({ wordings }) =>
    wordings.has('entitlement'),
  ),
  signal('pretext.not_you', 1.2, 'offers a way out to who did not do it', ({ wordings }) => wordings.has('not_you')),
  signal('pretext.cancellation', 1, 'speaks of cancelling or a refund', ({ wordings }) => wordings.has('cancellation')),
  signal('pretext.support_desk', 0.5, 'speaks of a support desk', ({ wordings }) => wordings.has('support_desk')),
  signal('pretext.urgency', 0.5, 'presses for time', ({ wordings }) => wordings.has('urgency')),
  signal('wording.odd_english', 0.6, 'wording that lures have and bills do not', ({ wordings }) =>
    wordings.has('odd_english'),
  ),
  signal('sender.impersonates', 2, 'names a brand it does not come from', ({ impersonated }) => impersonated !== null),
  signal(
    'sender.claims_brand',
    1,
    'claims to be that brand in its name or subject',
    ({ impersonated }) => impersonated?.isClaimed ?? false,
  ),
  signal(
    'sender.freemail_bill',
    1.8,
    'a bill from a free mail address',
    (lure) => lure.isFromFreemail && speaksOfMoney(lure),
  ),
  signal(
    'sender.billing_name',
    0.6,
    'a sender name that is a job, not a name',
    ({ senderSaysBilling, isFromBrand }) => senderSaysBilling && !isFromBrand,
  ),
  signal(
    'sender.open_platform',
    2.5,
    'a stranger speaks through a service that sends what anyone writes',
    (lure) => lure.isFromOpenPlatform && (lure.wordings.has('not_you') || lure.wordings.has('security_alert')),
  ),
  signal(
    'sender.speaks_of_itself',
    -1.5,
    'speaks of the house it comes from',
    (lure) => lure.speaksOfItself && !lure.isFromOpenPlatform && !lure.impersonated?.isClaimed,
  ),
  signal(
    'vehicle.calendar',
    3,
    'a bill in a calendar invitation',
    (lure) => vehicles(lure).calendar && speaksOfMoney(lure),
  ),
  signal(
    'vehicle.attachment_only',
    1,
    'the number stands in an attachment alone',
    (lure) => vehicles(lure).attached && !vehicles(lure).bodyToo,
  ),
  signal(
    'against.link_led',
    -2,
    'wants a link to be opened',
    ({ wordings, isFromOpenPlatform }) => wordings.has('link_led') && !isFromOpenPlatform,
  ),
  signal('against.fortune', -4, 'promises a fortune, as advance-fee letters do', isFortune),
  signal('against.talk', -3, 'people talking: quotations, a mailing list, a signature', ({ isTalk }) => isTalk),
  signal('against.long', -1.5, 'longer than lures are', ({ wordCount }) => wordCount > 900),
]

const DELIBERATE: ReadonlySet<string> = new Set([
  'letter_for_digit',
  'lookalike_digit',
  'invisible_character',
  'bidi',
  'reversed',
  'spelled_out',
])

/** The log-odds of callback phishing, and the signals that make it, heaviest first. */
export function weigh(lure: Lure): { readonly logOdds: number; readonly signals: readonly Signal[] } {
  const fired = SIGNALS.filter(({ fires }) => fires(lure))
  const logOdds = fired.reduce((sum, { points }) => sum + points, BASE_POINTS)
  const signals = fired
    .map(({ code, points, text }) => ({ code, points, text }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  return { logOdds, signals }
}

/** Two words of an advance-fee letter may meet by chance; three do not. */
export function isFortune({ fortune }: Lure): boolean {
  return fortune >= 3
}

function speaksOfMoney({ wordings }: Lure): boolean {
  return wordings.has('renewal') || (wordings.has('charge') && (wordings.has('amount') || wordings.has('reference')))
}

function distinctNumbers({ callable }: Lure): number {
  return new Set(callable.map(({ mention }) => mention.number)).size
}
