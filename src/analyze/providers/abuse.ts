import type { Campaign } from '../../model/campaign.ts'
import { grouped } from '../../model/grouped.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Abuse } from '../../model/provider.ts'
import { kaplanMeier } from '../life/kaplan-meier.ts'
import type { Thousand } from './provider-queries.ts'

/** A number seen within so many days of the end of the data may go on. Source: cool-down of the trend briefing. */
export const MAY_GO_ON_DAYS = 30

/**
 * Adds thousands up by what they have in common.
 *
 * In:  keyOf, the groups of a number: a thousand counts whole in the group of its first number; campaigns, all there are.
 * Out: by key, in the order they were met.
 */
export function abuseBy<Key>(
  thousands: readonly Thousand[],
  campaigns: readonly Campaign[],
  keyOf: (number: PhoneNumber) => Key,
): Map<Key, Abuse> {
  const lastDay = thousands.reduce((last, { lives }) => lives.reduce((day, life) => Math.max(day, life[1]), last), 0)
  const groups = grouped(thousands, ({ number }) => keyOf(number))
  const used = campaignsBy(campaigns, keyOf)
  return new Map(
    [...groups].map(([key, own]) => [
      key,
      { ...sumOf(own, lastDay), ...(used.get(key) ?? { campaigns: 0, campaignShare: 0 }) },
    ]),
  )
}

function sumOf(own: readonly Thousand[], lastDay: number): Omit<Abuse, 'campaigns' | 'campaignShare'> {
  const lives = own.flatMap((thousand) => thousand.lives)
  const days = lives.map(([long]) => long).sort((a, b) => a - b)
  const lasted = lives.map(([long, last]) => ({ days: long, isEnd: lastDay - last >= MAY_GO_ON_DAYS, count: 1 }))
  return {
    numbers: lives.length,
    sightings: own.reduce((sum, { sightings }) => sum + sightings, 0),
    messages: own.reduce((sum, { messages }) => sum + messages, 0),
    firstSeenAt: own.reduce((first, { firstSeenAt }) => Math.min(first, firstSeenAt), Infinity),
    lastSeenAt: own.reduce((last, { lastSeenAt }) => Math.max(last, lastSeenAt), -Infinity),
    life: { naive: days[Math.floor(days.length / 2)] ?? null, survival: kaplanMeier(lasted).median },
  }
}

function campaignsBy<Key>(
  campaigns: readonly Campaign[],
  keyOf: (number: PhoneNumber) => Key,
): Map<Key, Pick<Abuse, 'campaigns' | 'campaignShare'>> {
  const used = new Map<Key, { campaigns: number; campaignShare: number }>()
  for (const { numbers } of campaigns) {
    const keys = numbers.map(keyOf)
    for (const key of new Set(keys)) {
      const own = used.get(key) ?? { campaigns: 0, campaignShare: 0 }
      own.campaigns += 1
      own.campaignShare += keys.filter((each) => each === key).length / numbers.length / campaigns.length
      used.set(key, own)
    }
  }
  return used
}
