import { DAY_MILLIS } from '../model/day.ts'
import { ATTACHED } from '../model/message.ts'
import type { PartKind } from '../model/message.ts'
import { digitsOf, numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { TARGET_COUNTRIES } from './cast.ts'
import type { ImpersonatedBrand } from './cast.ts'
import type { Dialect, MailHabits, Vehicle } from './habits.ts'
import { FREE_MAIL, misread, noiseShares, reworded } from './noise.ts'
import type { Print } from './noise.ts'
import { linesOf } from './official-lines.ts'
import type { Operator, OperatorNumber } from './operators.ts'
import { random } from './random.ts'
import type { Random } from './random.ts'
import type { WorldShape } from './world-shape.ts'

/** One scam mail of a ring, before it is written. */
export type Letter = {
  /** 64 hex digits. */
  readonly id: string
  readonly operator: Operator
  readonly habits: MailHabits
  readonly sentAt: number
  readonly brand: ImpersonatedBrand
  readonly dialect: Dialect
  /** What its own words are told by; null where they are too few. */
  readonly print: Print | null
  readonly vehicle: Vehicle
  /** Whom the mail wants called: one, sometimes two. */
  readonly callback: readonly PhoneNumber[]
  /** The same as they were read. */
  readonly read: readonly PhoneNumber[]
  readonly officialLine: PhoneNumber | null
  /** Shared by the letters of a campaign that want the same numbers called; null where nothing is attached. */
  readonly attachment: string | null
  readonly senderDomain: string
  readonly country: keyof typeof TARGET_COUNTRIES
}

/** What a sighting of a number in it is filed under. */
export const PART_OF: Readonly<Record<Vehicle, PartKind>> = {
  body: 'body',
  html: 'body',
  link: 'link',
  subject: 'subject',
  sender_name: 'sender_name',
  calendar: 'calendar',
  pdf: 'pdf',
  picture_pdf: 'pdf',
  picture: 'image',
  html_attachment: 'html_attachment',
}

const HOUR = 3_600_000
const CAMPAIGN_DAYS = 4
const AGAIN_THE_SAME_DAY = 0.45
const SECOND_NUMBER = 0.2
const OLD_HABIT = 0.35

/** The mails of a ring, day by day. A campaign keeps brand, template, vehicle and attachment for a few days. */
export function* letters(shape: WorldShape, operator: Operator): Generator<Letter> {
  const { habits } = operator
  if (!habits) return
  const byDay = new Map<number, OperatorNumber[]>()
  for (const number of operator.numbers) {
    for (const day of number.days) byDay.set(day, [...(byDay.get(day) ?? []), number])
  }
  const opensAt = random(`${shape.seed}/${operator.id}/hours`).below(16) * HOUR
  for (const [day, active] of [...byDay].sort(([a], [b]) => a - b)) {
    const turn = Math.floor(day / CAMPAIGN_DAYS)
    const campaignId = `${shape.seed}/${operator.id}/campaign/${turn}`
    const campaign = campaignOf(habits, (turn * CAMPAIGN_DAYS) / shape.days, random(campaignId))
    const isAttached = ATTACHED.has(PART_OF[campaign.vehicle])
    const copied = habits.copiesOfficialLines ? linesOf(shape.officialLines, campaign.brand, operator.region) : []
    const chance = random(`${shape.seed}/${operator.id}/${day}`)
    const blur = blurred(shape.noise, campaign.dialect, chance.fork('noise'))
    for (const { number } of active) {
      for (let sent = 1 + chance.streak(AGAIN_THE_SAME_DAY); sent > 0; sent--) {
        const callback = chance.chance(SECOND_NUMBER) ? [...new Set([number, chance.pick(active).number])] : [number]
        yield {
          id: chance.hex(64),
          operator,
          habits,
          sentAt: shape.startAt + day * DAY_MILLIS + opensAt + chance.below(8 * HOUR),
          ...campaign,
          callback,
          attachment: isAttached ? random(`${campaignId}/${callback.join()}`).hex(64) : null,
          officialLine: copied.length > 0 ? chance.pick(copied) : null,
          ...blur(callback, currentOf(habits.senderDomains, day / shape.days, chance)),
          country: chance.weighted(TARGET_COUNTRIES),
        }
      }
    }
  }
}

type Blurred = Pick<Letter, 'read' | 'print' | 'senderDomain'>

/** What of a letter is seen as it is, at the noise of its world. */
function blurred(
  noise: number,
  own: Print,
  chance: Random,
): (callback: readonly PhoneNumber[], senderDomain: string) => Blurred {
  const shares = noiseShares(noise)
  return (callback, senderDomain) => ({
    read: callback.map((number) =>
      chance.chance(shares.misread) ? numberFromDigits(misread(digitsOf(number), chance)) : number,
    ),
    print: chance.chance(shares.wordless) ? null : chance.chance(shares.reworded) ? reworded(own, chance) : own,
    senderDomain: chance.chance(shares.freeMail) ? FREE_MAIL : senderDomain,
  })
}

function campaignOf(habits: MailHabits, age: number, chance: Random): Pick<Letter, 'brand' | 'dialect' | 'vehicle'> {
  return {
    brand: chance.pick(habits.brands),
    dialect: currentOf(habits.dialects, age, chance),
    vehicle: chance.pick(habits.vehicles),
  }
}

/** What is in use when a world is so old (0–1), of things used one after the other; now and then still the last one. */
function currentOf<T>(things: readonly T[], age: number, chance: Random): T {
  const now = Math.floor(age * things.length)
  return things[chance.chance(OLD_HABIT) ? Math.max(0, now - 1) : now]!
}
