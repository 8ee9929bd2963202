import { createHash } from 'node:crypto'
import type { Campaign } from '../../model/campaign.ts'
import { DAY_MILLIS } from '../../model/day.ts'
import type { PartKind } from '../../model/message.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { MAX_SHOWN } from '../../model/ring.ts'
import type { Mailing } from './campaign-queries.ts'
import type { Lookalikes } from './lookalikes.ts'

/** A make that is silent for so long comes back as another campaign. */
export const CAMPAIGN_SILENCE_DAYS = 45

/** ringOf: of a number; null where it is in none. lookalikes: has taken in every print. */
export type CampaignSources = {
  readonly ringOf: (number: PhoneNumber) => string | null
  readonly lookalikes: Pick<Lookalikes, 'add'>
}

/**
 * Makes campaigns: mails of one make that came from one ring with no long silence in between. A kit that rivals buy is
 * one make and as many campaigns as rings; mails of numbers in no ring are a campaign of their number. What has neither
 * words nor file to be told by belongs to the campaign of its number that is nearest in time.
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

type Gathering = { readonly ring: string | null; readonly mailings: Mailing[]; firstSeenAt: number; lastSeenAt: number }

function gathered(mailings: readonly Mailing[], { ringOf, lookalikes }: CampaignSources): Gathering[] {
  // What comes later may join two makes, so all are known before any campaign is made.
  for (const mailing of mailings) lookalikes.add(mailing)
  const campaigns: Gathering[] = []
  const latest = new Map<string, Gathering>()
  const ofNumber = new Map<PhoneNumber, Set<Gathering>>()

  const put = (mailing: Mailing, known: Gathering | undefined): Gathering => {
    const { dayAt, numbers } = mailing
    const campaign = known ?? { ring: ringOfAny(numbers), mailings: [], firstSeenAt: dayAt, lastSeenAt: dayAt }
    if (!known) campaigns.push(campaign)
    campaign.mailings.push(mailing)
    campaign.firstSeenAt = Math.min(campaign.firstSeenAt, dayAt)
    campaign.lastSeenAt = Math.max(campaign.lastSeenAt, dayAt)
    for (const number of numbers) ofNumber.set(number, (ofNumber.get(number) ?? new Set()).add(campaign))
    return campaign
  }
  const ringOfAny = (numbers: readonly PhoneNumber[]): string | null =>
    numbers.map(ringOf).find((id) => id !== null) ?? null

  const makeless: Mailing[] = []
  for (const mailing of mailings) {
    const make = lookalikes.add(mailing)
    if (make === '') {
      makeless.push(mailing)
      continue
    }
    const key = `${ringOfAny(mailing.numbers) ?? mailing.numbers[0]!} ${make}`
    const last = latest.get(key)
    latest.set(key, put(mailing, last && silence(last, mailing) <= CAMPAIGN_SILENCE_DAYS ? last : undefined))
  }
  for (const mailing of makeless) {
    const near = mailing.numbers
      .flatMap((number) => [...(ofNumber.get(number) ?? [])])
      .filter((campaign) => silence(campaign, mailing) <= CAMPAIGN_SILENCE_DAYS)
      .sort((a, b) => silence(a, mailing) - silence(b, mailing))
    put(mailing, near[0])
  }
  for (const { mailings: own } of campaigns) own.sort((a, b) => a.dayAt - b.dayAt || (a.message < b.message ? -1 : 1))
  return campaigns
}

/** Days between a campaign and a day outside of it; 0 within. */
function silence({ firstSeenAt, lastSeenAt }: Gathering, { dayAt }: Mailing): number {
  return Math.max(0, firstSeenAt - dayAt, dayAt - lastSeenAt) / DAY_MILLIS
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
