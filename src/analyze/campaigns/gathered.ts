import { DAY_MILLIS } from '../../model/day.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Mailing } from './campaign-queries.ts'
import type { Lookalikes } from './lookalikes.ts'
import { nearestMail } from './nearest-mail.ts'

/** A make that is silent for so long comes back as another campaign. */
export const CAMPAIGN_SILENCE_DAYS = 45

/** ringOf: of a number; null where it is in none. lookalikes: tells what is of one make. */
export type CampaignSources = {
  readonly ringOf: (number: PhoneNumber) => string | null
  readonly lookalikes: Pick<Lookalikes, 'add'>
}

/** Mailings of one campaign. sender: the ring, or a number where it is in none. */
export type Gathering = { readonly ring: string | null; readonly sender: string; readonly mailings: Mailing[] }

/** A mailing as it came: its make is '' where it has nothing to be told by. */
type Sent = Omit<Gathering, 'mailings'> & { readonly mailing: Mailing; readonly make: string }

/**
 * Gathers what one sender sent of one make without a long silence. A make without words, told by its file or by nothing,
 * is part of what its sender was at when it came: it joins the worded mail of that sender nearest in time, of the same
 * brand and vehicle. Where there is none, a file stays by itself, and what has no file either joins the nearest of all.
 *
 * In:  mailings, their days ascending.
 * Out: as many mailings as came in.
 */
export function gathered(mailings: readonly Mailing[], { ringOf, lookalikes }: CampaignSources): Gathering[] {
  // What comes later may join two makes, so all are known before any campaign is made.
  for (const mailing of mailings) lookalikes.add(mailing)
  const all = mailings.map((mailing): Sent => {
    const ring = mailing.numbers.map(ringOf).find((id) => id !== null) ?? null
    return { mailing, ring, sender: ring ?? mailing.numbers[0]!, make: lookalikes.add(mailing) }
  })
  const worded = new Set(all.filter(({ mailing }) => mailing.template !== '').map(({ make }) => make))
  const wordless = all.filter(({ make }) => !worded.has(make))

  const campaigns = byMake(all.filter(({ make }) => worded.has(make)))
  const nearest = nearestMail(campaigns, new Set(wordless.map(({ sender }) => sender)), CAMPAIGN_SILENCE_DAYS)
  for (const file of byMake(wordless.filter(({ make }) => make !== ''))) {
    const near = nearest.alike(file)
    if (near) for (const mailing of file.mailings) near.mailings.push(mailing)
    else campaigns.push(file)
  }
  const alone = wordless.filter(({ mailing, sender, make }) => {
    if (make !== '') return false
    const own = { sender, mailings: [mailing] }
    const near = nearest.alike(own) ?? nearest.any(own)
    near?.mailings.push(mailing)
    return !near
  })
  campaigns.push(...byMake(alone))
  for (const { mailings: own } of campaigns) own.sort((a, b) => a.dayAt - b.dayAt || (a.message < b.message ? -1 : 1))
  return campaigns
}

/** In: their days ascending. */
function byMake(sent: readonly Sent[]): Gathering[] {
  const gatherings: Gathering[] = []
  const latest = new Map<string, Gathering>()
  for (const { mailing, ring, sender, make } of sent) {
    const key = `${sender} ${make}`
    const last = latest.get(key)
    if (last && mailing.dayAt - last.mailings.at(-1)!.dayAt <= CAMPAIGN_SILENCE_DAYS * DAY_MILLIS) {
      last.mailings.push(mailing)
      continue
    }
    const begun = { ring, sender, mailings: [mailing] }
    latest.set(key, begun)
    gatherings.push(begun)
  }
  return gatherings
}
