import type { Signal } from '../model/verdict.ts'
import type { Asking } from './asking.ts'
import { vehicles } from './lure.ts'
import type { Lure } from './lure.ts'
import { isAsked } from './place.ts'
import type { Wording } from './wording.ts'

/**
 * What makes a message callback phishing, each with its weight in log-odds: above zero for, below zero against.
 * The weights are set by hand, coarsely, from what lures have in common and genuine bills have not; `npm run
 * bench:accuracy` prints what their sum is worth: the share of labelled mails that are lures in each band of confidence.
 */
type NamedSignal = Signal & { readonly fires: (lure: Lure) => boolean }

const signal = (code: string, points: number, text: string, fires: NamedSignal['fires']): NamedSignal => ({
  code,
  points,
  text,
  fires,
})

/** Before anything is read: lures are rare, and a mail without a number to call is none. */
export const BASE_POINTS = -6.7

export const SIGNALS: readonly NamedSignal[] = [
  signal('number.none', -6, 'no number to call', (lure) => lure.callable.length === 0),
  signal('number.demand', 2.5, 'asks to call the number', asks('demand')),
  signal('number.support', 2, 'gives the number as a help line', (l) => !asks('demand')(l) && asks('support')(l)),
  signal('number.given', 1.5, 'gives the number beside the pretext', isJustGiven),
  signal('number.unasked', -1, 'stands there, and nothing asks for its call', isUnasked),
  signal('number.sole_way', 1, 'a borrowed name offers no way but the number', isSoleWay),
  signal('number.near_pretext', 0.6, 'the number stands beside the pretext', isNearPretext),
  signal('number.only_one', 0.2, 'one number and no other', (lure) => distinctNumbers(lure) === 1),
  signal('number.many', -2, 'many different numbers', hasManyNumbers),
  signal('number.disguised', 2, 'the number is disguised', isDisguised),
  signal('pretext.amount_charged', 1.2, 'names an amount that was charged', isCharged),
  signal('pretext.security_alert', 1.4, 'alarms about an account or a device', says('security_alert')),
  signal('pretext.held_back', 1.3, 'something is held back until the reader calls', says('held_back')),
  signal('pretext.entitlement', 1.2, 'promises an approval, a discount or relief', says('entitlement')),
  signal('pretext.not_you', 1.4, 'offers a way out to who did not do it', says('not_you')),
  signal('pretext.way_out', 1.2, 'the call is the way out of what it tells', isWayOut),
  signal('pretext.cancellation', 1, 'speaks of cancelling or a refund', says('cancellation')),
  signal('pretext.renewal', 0.6, 'speaks of a subscription or its renewal', says('renewal')),
  signal(
    'pretext.wares',
    1,
    'bills for what lures bill for: protection of a device, crypto coins',
    (l) => says('wares')(l) && speaksOfMoney(l),
  ),
  signal('pretext.reference', 0.8, 'carries an order, invoice or member id', says('reference')),
  signal('pretext.support_desk', 0.6, 'speaks of a support desk', says('support_desk')),
  signal('pretext.urgency', 0.6, 'presses for time', says('urgency')),
  signal('pretext.threat', 2, 'threatens with the law', says('threat')),
  signal('pretext.infected_device', 2, 'says that a device is infected or blocked', says('infected_device')),
  signal('wording.round_the_clock', 0.4, 'answers at any hour', says('round_the_clock')),
  signal('wording.odd', 0.6, 'wording that lures have and bills do not', says('odd')),
  signal(
    'sender.impersonates',
    2.4,
    'names a brand it does not come from',
    ({ impersonated }) => impersonated !== null,
  ),
  signal('sender.claims_brand', 0.8, 'claims that brand in its name or subject', claimsBrand),
  signal('sender.signs_as_brand', 0.8, 'signs with the name of that brand', ({ isSignedByBrand }) => isSignedByBrand),
  signal(
    'sender.lookalike',
    0.8,
    'a domain that bears the brand’s name and is not the brand’s',
    (l) => l.isFromLookalike,
  ),
  signal('sender.cheap_domain', 1, 'a domain of an ending that costs little', (l) => l.isFromCheapDomain),
  signal('sender.desk_domain', 1.2, 'a domain named after a desk, as no house is', isOfDesk),
  signal('sender.proven_house', -0.5, 'a domain of its own that was proven', (l) => l.isFromProvenHouse),
  signal('sender.freemail_desk', 1.8, 'a bill or an alarm from a free mail address', isFreemailDesk),
  signal('sender.plays_authority', 1.6, 'a name of an authority that it does not come from', (l) => l.playsAuthority),
  signal('sender.billing_name', 0.6, 'a sender name that is a job', (l) => l.senderSaysBilling && !l.isFromBrand),
  signal('sender.open_platform', 2.5, 'a stranger speaks through a service that sends what anyone writes', isStranger),
  signal('sender.speaks_of_itself', -3.2, 'speaks of the house it comes from', isOfItsHouse),
  signal('sender.is_brand', -2, 'comes from a domain of the brand it names', isBrandItself),
  signal('vehicle.calendar', 3, 'a bill, an alarm or a borrowed name in a calendar invitation', isInvitedToPay),
  signal('vehicle.attachment_only', 1, 'the number stands in an attachment alone', isAttachedOnly),
  signal('against.no_pretext', -2, 'nothing that worries, no money and no promise', hasNoPretext),
  signal('against.link_led', -3.6, 'wants a link to be opened', isLinkLed),
  signal('against.office_hours', -0.8, 'names the hours of an office', says('office_hours')),
  signal('against.appointment', -1.2, 'speaks of an appointment or a stay', says('appointment')),
  signal('against.own_account', -1, 'sends the reader to his own account or an app', says('own_account')),
  signal('against.bookkeeping', -2, 'carries the tax and bank details of a genuine bill', says('bookkeeping')),
  signal('against.fortune', -4, 'promises a fortune, as advance-fee letters do', isFortune),
  signal('against.one_person', -4, 'a person asks to be called, not a desk', says('one_person')),
  signal('against.forwarded', -3, 'passed on by somebody', ({ isForwarded }) => isForwarded),
  signal('against.talk', -3, 'people talking: quotations, a mailing list, a signature', ({ isTalk }) => isTalk),
  signal('against.long', -2.5, 'longer than lures are', ({ wordCount }) => wordCount > LONG_WORDS),
]

const LONG_WORDS = 900
const SHORT_WORDS = 250

const ALARMS: readonly Wording[] = ['security_alert', 'infected_device', 'threat', 'entitlement', 'held_back']

const HAPPENINGS: readonly Wording[] = ['security_alert', 'infected_device', 'held_back']

const PRETEXTS: readonly Wording[] = [...ALARMS, 'not_you', 'cancellation', 'urgency', 'wares', 'amount']

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

/** Fewer words of an advance-fee letter may meet by chance in honest mail. */
const MIN_FORTUNE_WORDS = 3

export function isFortune({ fortune }: Lure): boolean {
  return fortune >= MIN_FORTUNE_WORDS
}

function asks(asking: Asking): NamedSignal['fires'] {
  return (lure) => lure.callable.some((placed) => placed.asking === asking)
}

function says(...wordings: readonly Wording[]): NamedSignal['fires'] {
  return (lure) => wordings.every((wording) => lure.wordings.has(wording))
}

function isNearPretext({ callable }: Lure): boolean {
  return callable.some((placed) => placed.isNearPretext)
}

/** A number alone is no lure: something has to make the reader call. */
function hasNoPretext(lure: Lure): boolean {
  if (lure.callable.length === 0 || isInvitedToPay(lure)) return false
  return !PRETEXTS.some((pretext) => lure.wordings.has(pretext)) && !speaksOfMoney(lure)
}

/** Not asked for in so many words, nor as somebody else's or in small print. */
function isJustGiven({ callable, impersonated, isFromProvenHouse }: Lure): boolean {
  if (isFromProvenHouse && impersonated === null) return false
  const given = callable.filter(({ isFooter, isBystander }) => !isFooter && !isBystander)
  return !callable.some(isAsked) && given.some((placed) => placed.isNearPretext)
}

function isUnasked(lure: Lure): boolean {
  return lure.callable.length > 0 && !lure.callable.some(isAsked) && !isJustGiven(lure)
}

/** Something happens, and who did not do it or wants it stopped is to call. */
function isWayOut(lure: Lure): boolean {
  const { wordings, callable, speaksOfItself } = lure
  const isUndone = wordings.has('not_you') || (isHappening(lure) && wordings.has('cancellation'))
  const isTold = isHappening(lure) || isCharged(lure)
  const isAskedFor = callable.some((one) => isAsked(one) && one.isNearPretext)
  return isUndone && isTold && isAskedFor && !speaksOfItself && !hasManyNumbers(lure)
}

function isHappening({ wordings }: Lure): boolean {
  return HAPPENINGS.some((happening) => wordings.has(happening))
}

function isDisguised({ callable }: Lure): boolean {
  return callable.some(({ mention }) => mention.disguises.some((disguise) => DELIBERATE.has(disguise)))
}

function claimsBrand({ impersonated }: Lure): boolean {
  return impersonated?.isClaimed ?? false
}

/** Long mail and mail with links offers its reader other ways. */
function isSoleWay(lure: Lure): boolean {
  return (
    lure.isSignedByBrand && lure.callable.length > 0 && !lure.wordings.has('link_led') && lure.wordCount < SHORT_WORDS
  )
}

/**
 * A stranger alarms through a service, or bills where nobody is billed: in a comment, a profile name, a document to sign.
 * The service's own alarms give its own lines, which are no numbers to call.
 */
function isStranger({ isFromOpenPlatform, sentBy, wordings, callable }: Lure): boolean {
  if (!isFromOpenPlatform) return false
  if (wordings.has('not_you') || wordings.has('security_alert')) return true
  const isBilled = wordings.has('cancellation') || (wordings.has('charge') && wordings.has('amount'))
  return sentBy?.trade === false && isBilled && callable.some(isAsked)
}

/** A house that proves itself in its words may well be called so. */
function isOfDesk({ isFromDeskDomain, isFromBrand, speaksOfItself }: Lure): boolean {
  return isFromDeskDomain && !isFromBrand && !speaksOfItself
}

function isOfItsHouse(lure: Lure): boolean {
  return lure.speaksOfItself && !lure.isFromOpenPlatform && !lure.isSignedByBrand
}

/** A service that sends what anyone writes vouches for nobody. */
function isBrandItself({ isFromBrand, isFromOpenPlatform, impersonated }: Lure): boolean {
  return isFromBrand && !isFromOpenPlatform && impersonated === null
}

function isAttachedOnly(lure: Lure): boolean {
  const { attached, bodyToo } = vehicles(lure)
  return attached && !bodyToo
}

function isCharged({ wordings }: Lure): boolean {
  return wordings.has('amount') && (wordings.has('charge') || wordings.has('renewal'))
}

/** Houses have addresses of their own. */
function isFreemailDesk(lure: Lure): boolean {
  return lure.isFromFreemail && !lure.isForwarded && (speaksOfMoney(lure) || isAlarm(lure))
}

function isInvitedToPay(lure: Lure): boolean {
  return vehicles(lure).calendar && (speaksOfMoney(lure) || isAlarm(lure) || lure.isSignedByBrand)
}

function isAlarm({ wordings }: Lure): boolean {
  return ALARMS.some((alarm) => wordings.has(alarm))
}

/** A link that is to be tapped for the call is no other way. */
function isLinkLed({ wordings, isFromOpenPlatform, isTappedToCall }: Lure): boolean {
  return wordings.has('link_led') && !isFromOpenPlatform && !isTappedToCall
}

function speaksOfMoney({ wordings }: Lure): boolean {
  return wordings.has('renewal') || (wordings.has('charge') && (wordings.has('amount') || wordings.has('reference')))
}

/** A bill or a directory lists them; a lure has one way out. */
function hasManyNumbers(lure: Lure): boolean {
  return distinctNumbers(lure) > FEW_NUMBERS
}

const FEW_NUMBERS = 4

function distinctNumbers({ callable }: Lure): number {
  return new Set(callable.map(({ mention }) => mention.number)).size
}
