import type { Role } from '../model/mention.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Lure } from './lure.ts'
import type { Placed } from './place.ts'
import { isFortune } from './signals.ts'

/** called: the numbers that a callback lure wants called; none in other mail. */
type Rule = {
  readonly role: Role
  readonly when: (placed: Placed, lure: Lure, called: ReadonlySet<PhoneNumber>) => boolean
}

/** What a number is for: the first rule that holds says it. */
const RULES: readonly Rule[] = [
  { role: 'other', when: ({ mention }) => !mention.visible },
  { role: 'other', when: ({ isFictional, asking }) => isFictional || asking === 'own' },
  { role: 'decoy', when: ({ isOfficial }) => isOfficial },
  { role: 'decoy', when: ({ isAside, asking }) => isAside || asking === 'template' },
  { role: 'messaging', when: ({ asking }) => asking === 'messaging' },
  { role: 'contact', when: ({ asking }, lure) => asking === 'fax' && !isFortune(lure) },
  { role: 'callback', when: ({ mention }, _, called) => called.has(mention.number) },
  { role: 'messaging', when: (_, lure) => isFortune(lure) },
  { role: 'callback', when: ({ asking }, lure) => asking === 'demand' && isPretext(lure) },
  {
    role: 'decoy',
    when: ({ isFooter }, { impersonated, speaksOfItself }) => isFooter || (impersonated !== null && !speaksOfItself),
  },
  { role: 'contact', when: ({ asking }) => asking !== 'none' },
  { role: 'other', when: () => true },
]

/** The role of each mention of the lure, in their order. */
export function rolesOf(lure: Lure, isCallback: boolean): readonly Role[] {
  const called = isCallback ? calledIn(lure) : new Set<PhoneNumber>()
  return lure.placed.map((placed) => RULES.find(({ when }) => when(placed, lure, called))?.role ?? 'other')
}

/** Those whose call is asked for most plainly: beside a number to call, one that just stands there is not accused. */
function calledIn({ callable }: Lure): ReadonlySet<PhoneNumber> {
  const lastAsked = new Map(callable.filter(isAsked).map(({ mention }) => [mention.part, mention.start]))
  const plainness = (placed: Placed): number => {
    const { mention, asking, isFooter } = placed
    if (isAsked(placed)) return 3
    if (isFooter) return 0
    if (asking !== 'label') return 1
    // A telephone at the head of the lure is its own; what it copied for credibility stands at its foot.
    return mention.start < (lastAsked.get(mention.part) ?? 0) ? 3 : 2
  }
  const most = callable.reduce((most, placed) => Math.max(most, plainness(placed)), 0)
  return new Set(callable.filter((placed) => plainness(placed) === most).map(({ mention }) => mention.number))
}

function isAsked({ asking }: Placed): boolean {
  return asking === 'demand' || asking === 'support'
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
