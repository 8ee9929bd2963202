import type { Role } from '../model/mention.ts'
import type { Lure, Placed } from './lure.ts'
import { isFortune } from './signals.ts'

type Rule = { readonly role: Role; readonly when: (placed: Placed, lure: Lure, isCallback: boolean) => boolean }

/** What a number is for: the first rule that holds says it. */
const RULES: readonly Rule[] = [
  { role: 'other', when: ({ mention }) => !mention.visible },
  { role: 'other', when: ({ isFictional, asking }) => isFictional || asking === 'own' },
  { role: 'decoy', when: ({ isOfficial }) => isOfficial },
  { role: 'decoy', when: ({ isAside, asking }) => isAside || asking === 'template' },
  { role: 'messaging', when: ({ asking }) => asking === 'messaging' },
  { role: 'contact', when: ({ asking }, lure) => asking === 'fax' && !isFortune(lure) },
  { role: 'callback', when: (_, __, isCallback) => isCallback },
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
  return lure.placed.map((placed) => RULES.find(({ when }) => when(placed, lure, isCallback))?.role ?? 'other')
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
