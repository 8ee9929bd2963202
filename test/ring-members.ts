import { lookalikes } from '../src/analyze/campaigns/lookalikes.ts'
import type { Standing, MadeMember } from './made-members.ts'
import type { PhoneNumber } from '../src/model/phone-number.ts'
import { isMalicious } from '../src/model/profile.ts'
import type { Fact } from '../src/model/sighting.ts'

/** What each kind of standing is called in a sighting. */
const FIELDS = {
  message: 'message',
  attachment: 'attachment',
  picture: 'picture',
  template: 'template',
  reply_to: 'replyTo',
  sender_domain: 'senderDomain',
  account: 'account',
  device: 'device',
  ip: 'ip',
  pdf_kit: 'pdfKit',
  service: 'service',
} as const satisfies Record<Standing['kind'], keyof Fact>

type Known = Omit<MadeMember, 'standings' | 'brands' | 'messages' | 'firstSeenAt' | 'lastSeenAt'> & {
  firstSeenAt: number
  lastSeenAt: number
  readonly sets: Record<'brands' | 'messages', Set<string>>
  readonly standings: Map<string, { -readonly [K in keyof Standing]: Standing[K] }>
}

/**
 * What rings are told by, as plainly as can be said: what `ringMembers` and `stoodIn` ask the store, from the facts themselves.
 *
 * In: isWorded, templates go by the wording that they are of.
 */
export function membersOf(facts: Iterable<Fact>, { isWorded = true } = {}): MadeMember[] {
  const all = [...facts].filter(({ channel, role, hidden }) => !hidden && isMalicious({ channel, role: role ?? null }))
  const words = lookalikes()
  for (const { template = '', sketch = '' } of all) words.add({ template, sketch, attachment: '', picture: '' })
  const known = new Map<PhoneNumber, Known>()
  for (const fact of all) {
    const { number, seenAt, message = '' } = fact
    const one = known.get(number) ?? {
      number,
      firstSeenAt: seenAt,
      lastSeenAt: seenAt,
      sets: { brands: new Set(), messages: new Set() },
      standings: new Map(),
    }
    known.set(number, one)
    one.firstSeenAt = Math.min(one.firstSeenAt, seenAt)
    one.lastSeenAt = Math.max(one.lastSeenAt, seenAt)
    if (fact.brand) one.sets.brands.add(fact.brand)
    if (message) one.sets.messages.add(message)
    for (const [kind, field] of Object.entries(FIELDS) as [Standing['kind'], keyof Fact][]) {
      const value = fact[field] as string | undefined
      if (!value) continue
      const shared = kind === 'template' && isWorded ? words.groupOf('template', value).slice(2) : value
      const standing = one.standings.get(`${kind} ${shared}`)
      if (!standing) {
        one.standings.set(`${kind} ${shared}`, { kind, shared, firstSeenAt: seenAt, lastSeenAt: seenAt, message })
        continue
      }
      if (message !== '' && (standing.message === '' || message < standing.message)) standing.message = message
      standing.firstSeenAt = Math.min(standing.firstSeenAt, seenAt)
      standing.lastSeenAt = Math.max(standing.lastSeenAt, seenAt)
    }
  }
  return [...known.values()]
    .filter(({ standings }) => [...standings.values()].some(({ kind }) => kind !== 'service'))
    .map(({ sets, standings, ...rest }) => ({
      ...rest,
      brands: [...sets.brands].sort(),
      messages: sets.messages.size,
      standings: [...standings.values()],
    }))
}
