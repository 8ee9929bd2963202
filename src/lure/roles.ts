import type { RoleGiven } from '../model/mention.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Lure } from './lure.ts'
import { isAsked, isOfService } from './place.ts'
import type { Placed } from './place.ts'
import { isFortune } from './signals.ts'

/** called: the numbers that a callback lure wants called; none in other mail. */
type Rule = RoleGiven & {
  readonly when: (placed: Placed, lure: Lure, called: ReadonlySet<PhoneNumber>) => boolean
}

const rule = (role: RoleGiven['role'], why: RoleGiven['why'], when: Rule['when']): Rule => ({ role, why, when })

/** What a number is for: the first rule that holds says it. */
const RULES: readonly Rule[] = [
  rule('other', 'hidden', ({ mention }) => !mention.visible),
  rule('other', 'fictional', ({ isFictional }) => isFictional),
  rule('other', 'own_number', ({ asking }) => asking === 'own'),
  rule('decoy', 'official_line', ({ isOfficial }) => isOfficial),
  rule('decoy', 'far_below', ({ aside }) => aside === 'far_below'),
  rule('decoy', 'quoted', ({ aside }) => aside === 'quoted'),
  rule('decoy', 'conference', ({ asking }) => asking === 'template'),
  rule('decoy', 'service_template', isOfService),
  rule('messaging', 'messenger', ({ asking }) => asking === 'messaging'),
  rule('contact', 'fax', ({ asking }, lure) => asking === 'fax' && !isFortune(lure)),
  rule('callback', 'service_field', ({ mention, zone }, _, called) => zone === 'field' && called.has(mention.number)),
  rule(
    'callback',
    'asked_to_call',
    ({ mention, asking }, _, called) => asking === 'demand' && called.has(mention.number),
  ),
  rule('callback', 'help_line', ({ mention, asking }, _, called) => asking === 'support' && called.has(mention.number)),
  rule('callback', 'most_plainly_given', ({ mention }, _, called) => called.has(mention.number)),
  rule('messaging', 'letter', (_, lure) => isFortune(lure)),
  rule(
    'callback',
    'asked_to_call',
    ({ asking, isBystander }, lure) => asking === 'demand' && !isBystander && isPretext(lure),
  ),
  rule('decoy', 'footer', ({ isFooter }) => isFooter),
  rule('decoy', 'copied', (_, { impersonated, speaksOfItself }) => impersonated !== null && !speaksOfItself),
  rule('contact', 'introduced', ({ asking }) => asking !== 'none'),
  rule('other', 'unexplained', () => true),
]

const UNEXPLAINED: RoleGiven = { role: 'other', why: 'unexplained' }

/** The role of each mention of the lure, in their order, each with what decided it. */
export function rolesOf(lure: Lure, isCallback: boolean): readonly RoleGiven[] {
  const called = isCallback ? calledIn(lure) : new Set<PhoneNumber>()
  return lure.placed.map((placed) => RULES.find(({ when }) => when(placed, lure, called)) ?? UNEXPLAINED)
}

/** Those whose call is asked for most plainly: beside a number to call, one that just stands there is not accused. */
function calledIn({ callable }: Lure): ReadonlySet<PhoneNumber> {
  const lastAsked = new Map(callable.filter(isAsked).map(({ mention }) => [mention.part, mention.start]))
  const plainness = (placed: Placed): number => {
    const { mention, asking, isFooter } = placed
    if (placed.isBystander) return 0
    if (isAsked(placed)) return 3
    if (isFooter) return 0
    if (asking !== 'label') return 1
    // A telephone at the head of the lure is its own; what it copied for credibility stands at its foot.
    return mention.start < (lastAsked.get(mention.part) ?? 0) ? 3 : 2
  }
  const most = callable.reduce((most, placed) => Math.max(most, plainness(placed)), 0)
  return new Set(callable.filter((placed) => plainness(placed) === most).map(({ mention }) => mention.number))
}

/** A call is asked for about something that worries, and no link is offered instead. */
function isPretext({ wordings, impersonated, speaksOfItself, isTalk }: Lure): boolean {
  return (
    impersonated !== null &&
    !speaksOfItself &&
    !isTalk &&
    !wordings.has('link_led') &&
    !wordings.has('one_person') &&
    (wordings.has('not_you') || wordings.has('security_alert') || (wordings.has('amount') && wordings.has('charge')))
  )
}
