import { DAY_MILLIS } from '../../model/day.ts'
import { grouped } from '../../model/grouped.ts'
import type { Mailing } from './campaign-queries.ts'
import type { Gathering } from './gathered.ts'

type Looking = Pick<Gathering, 'sender' | 'mailings'>

/** The gathering with the mail that is nearest in time to any of some mails of its sender; null where none is near. */
export type NearestMail = {
  /** Among mail of the same brand and vehicle; a brand that is not known may be any. */
  alike(looking: Looking): Gathering | null
  any(looking: Looking): Gathering | null
}

type Placed = { readonly mailing: Mailing; readonly gathering: Gathering }

/** Of the mails of one day so many are looked through for one that shares a number. */
const MOST_COMPARED = 64

/**
 * Knows who sent what when. Among mails that are as near, one with a number in common comes first.
 *
 * In: gatherings as they are now; senders, whose mail will be asked for; withinDays, what is near.
 */
export function nearestMail(
  gatherings: readonly Gathering[],
  senders: ReadonlySet<string>,
  withinDays: number,
): NearestMail {
  const placed = gatherings
    .filter(({ sender }) => senders.has(sender))
    .flatMap((gathering) => gathering.mailings.map((mailing): Placed => ({ mailing, gathering })))
    .sort((a, b) => a.mailing.dayAt - b.mailing.dayAt)
  const bySender = grouped(placed, ({ gathering }) => gathering.sender)
  const byVehicle = grouped(placed, ({ mailing, gathering }) => `${gathering.sender} ${mailing.vehicle}`)
  const byBrand = grouped(placed, ({ mailing, gathering }) => `${gathering.sender} ${mailing.vehicle} ${mailing.brand}`)

  const among = ({ mailings }: Looking, mailsFor: (mailing: Mailing) => readonly Placed[] | undefined) => {
    let best: Placed | null = null
    let least = (withinDays + 1) * DAY_MILLIS
    for (const mailing of mailings) {
      const found = nearestOf(mailsFor(mailing) ?? [], mailing)
      const apart = found ? Math.abs(found.mailing.dayAt - mailing.dayAt) : Infinity
      if (apart >= least) continue
      best = found
      least = apart
    }
    return best?.gathering ?? null
  }
  return {
    alike: (looking) =>
      among(looking, ({ vehicle, brand }) =>
        brand === ''
          ? byVehicle.get(`${looking.sender} ${vehicle}`)
          : byBrand.get(`${looking.sender} ${vehicle} ${brand}`),
      ),
    any: (looking) => among(looking, () => bySender.get(looking.sender)),
  }
}

/** In: mails, their days ascending. */
function nearestOf(mails: readonly Placed[], { dayAt, numbers }: Mailing): Placed | null {
  const next = firstNotBefore(mails, dayAt)
  const days = [mails[next - 1], mails[next]].flatMap((each) => each?.mailing.dayAt ?? [])
  const apart = Math.min(...days.map((day) => Math.abs(day - dayAt)))
  const near = days
    .filter((day) => Math.abs(day - dayAt) === apart)
    .map((day) => firstNotBefore(mails, day))
    .flatMap((first) => mails.slice(first, first + MOST_COMPARED))
    .filter(({ mailing }) => Math.abs(mailing.dayAt - dayAt) === apart)
  return near.find(({ mailing }) => mailing.numbers.some((number) => numbers.includes(number))) ?? near[0] ?? null
}

/** Index of the first mail of a day or later. */
function firstNotBefore(mails: readonly Placed[], dayAt: number): number {
  let [low, high] = [0, mails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mails[middle]!.mailing.dayAt < dayAt) low = middle + 1
    else high = middle
  }
  return low
}
