import { createHash } from 'node:crypto'
import type { Campaign } from '../../model/campaign.ts'
import type { PartKind } from '../../model/message.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { MAX_SHOWN } from '../../model/ring.ts'
import type { Mailing } from './campaign-queries.ts'
import { gathered } from './gathered.ts'
import type { CampaignSources, Gathering } from './gathered.ts'

/**
 * Makes campaigns: mails of one make that came from one ring with no long silence in between. A kit that rivals buy is
 * one make and as many campaigns as rings; mails of numbers in no ring are a campaign of their number. What has no words
 * to be told by belongs to what its ring sent nearest in time.
 *
 * In:  mailings, their days ascending.
 * Out: most messages first.
 */
export function campaignsOf(mailings: readonly Mailing[], sources: CampaignSources): Campaign[] {
  return gathered(mailings, sources)
    .map(campaignOf)
    .sort((a, b) => b.messages - a.messages || (a.id < b.id ? -1 : 1))
}

/** Of each mailing, in their order, the campaign it is in: a number that says nothing else. */
export function campaignIndexes(mailings: readonly Mailing[], sources: CampaignSources): number[] {
  const indexes = new Map<Mailing, number>()
  for (const [index, { mailings: own }] of gathered(mailings, sources).entries()) {
    for (const mailing of own) indexes.set(mailing, index)
  }
  return mailings.map((mailing) => indexes.get(mailing)!)
}

function campaignOf({ ring, mailings }: Gathering): Campaign {
  const first = mailings[0]!
  const counted = (values: (mailing: Mailing) => readonly string[]): string[] => byCount(mailings, values)
  return {
    id: `c-${createHash('sha256').update(first.message).digest('hex').slice(0, 12)}`,
    ring,
    messages: mailings.reduce((sum, { messages }) => sum + messages, 0),
    numbers: counted(({ numbers }) => numbers) as PhoneNumber[],
    brands: counted(({ brand }) => [brand]),
    senderDomains: counted(({ senderDomain }) => [senderDomain]),
    vehicles: counted(({ vehicle }) => [vehicle]) as PartKind[],
    templates: counted(({ template }) => [template]).length,
    attachments: counted(({ attachment }) => [attachment]).length,
    pictures: counted(({ picture }) => [picture]).length,
    firstSeenAt: first.dayAt,
    lastSeenAt: mailings.at(-1)!.dayAt,
    shown: [...new Set(mailings.map(({ message }) => message))].slice(0, MAX_SHOWN),
  }
}

/** Distinct values, '' left out; those of most messages first. */
function byCount(mailings: readonly Mailing[], values: (mailing: Mailing) => readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const mailing of mailings) {
    for (const value of values(mailing)) counts.set(value, (counts.get(value) ?? 0) + mailing.messages)
  }
  counts.delete('')
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([value]) => value)
}
