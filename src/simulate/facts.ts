import type { ChannelName } from '../model/channel.ts'
import { DAY_MILLIS } from '../model/day.ts'
import { ATTACHED } from '../model/message.ts'
import type { Fact, SightingAttributes } from '../model/sighting.ts'
import { SERVICES, TARGET_COUNTRIES } from './cast.ts'
import { fillerCompanies } from './companies.ts'
import type { Company } from './companies.ts'
import { PART_OF, letters } from './letters.ts'
import type { Letter } from './letters.ts'
import type { Operator } from './operators.ts'
import { phrases } from './phrases.ts'
import { random } from './random.ts'
import type { Random } from './random.ts'
import type { OperatorKind, WorldShape } from './world-shape.ts'

/** Every sighting of a made-up world says so. */
export const SIMULATED = 'simulated'

type PoolKind = Exclude<OperatorKind, 'scam_mail_ring'>

/** Where numbers that do not stand in mail are seen, by weight; what is known of them there; how often a day. */
const POOLS: Readonly<
  Record<
    PoolKind,
    {
      readonly channels: Partial<Record<ChannelName, number>>
      readonly simKind?: SightingAttributes['simKind']
      readonly scenario?: string
      readonly again: number
    }
  >
> = {
  otp_platform: {
    channels: {
      otp_platform_web: 45,
      otp_platform_api: 30,
      otp_platform_bulk: 8,
      sms_receiving_traditional: 7,
      public_sms_gateway: 10,
    },
    simKind: 'virtual_sim',
    again: 0.5,
  },
  modem_pool: {
    channels: { card_issuing_platform: 30, number_trading_market: 15, otp_platform_api: 45, honeypot_sms: 10 },
    simKind: 'modem_pool',
    again: 0.4,
  },
  interception_cards: { channels: { interception_platform: 1 }, simKind: 'interception', again: 0.2 },
  robocaller: {
    channels: { regulator_complaint: 55, user_report: 25, honeypot_voice: 15, traceback: 5 },
    scenario: 'robocall',
    again: 0.6,
  },
  spoofed_bystanders: { channels: { regulator_complaint: 65, user_report: 35 }, scenario: 'robocall', again: 0.1 },
}

/** All sightings of one operator. */
export function facts(shape: WorldShape, operator: Operator, companies: readonly Company[]): Generator<Fact> {
  return operator.kind === 'scam_mail_ring'
    ? mailFacts(shape, operator, companies)
    : poolFacts(shape, operator, operator.kind)
}

function* mailFacts(shape: WorldShape, operator: Operator, companies: readonly Company[]): Generator<Fact> {
  for (const letter of letters(shape, operator)) yield* factsOfLetter(letter, companies)
}

function* factsOfLetter(letter: Letter, companies: readonly Company[]): Generator<Fact> {
  const vehicle = PART_OF[letter.vehicle]
  const about = {
    seenAt: letter.sentAt,
    source: SIMULATED,
    message: letter.id,
    brand: letter.brand.id,
    ...(letter.print && { template: letter.print.fingerprint, sketch: letter.print.sketch }),
    subject: phrases(letter, random(`mail/${letter.attachment ?? letter.id}`)).subject,
    senderDomain: letter.senderDomain,
    ...(letter.habits.replyTo && { replyTo: letter.habits.replyTo }),
    industry: letter.brand.industry,
    country: letter.country,
    scenario: 'callback_phishing',
  }
  for (const number of letter.read) {
    yield {
      ...about,
      number,
      role: 'callback',
      vehicle,
      channel: ATTACHED.has(vehicle) ? 'scam_email_attachment' : 'scam_email_body',
      ...(letter.attachment && { attachment: letter.attachment }),
    }
  }
  const inTheBody = { ...about, vehicle: 'body', channel: 'scam_email_body' } as const
  if (letter.officialLine) yield { ...inTheBody, number: letter.officialLine, role: 'decoy' }
  if (letter.habits.filler !== null) {
    for (const { number } of fillerCompanies(companies, letter.habits.filler)) {
      yield { ...inTheBody, number, role: 'other', hidden: true }
    }
  }
}

function* poolFacts(shape: WorldShape, operator: Operator, kind: PoolKind): Generator<Fact> {
  const pool = POOLS[kind]
  const chance: Random = random(`${shape.seed}/${operator.id}/sightings`)
  const isForAccounts = pool.scenario === undefined
  const platform = chance.weighted(pool.channels)
  for (const { number, days } of operator.numbers) {
    for (const day of days) {
      for (let seen = 1 + chance.streak(pool.again); seen > 0; seen--) {
        const service = isForAccounts ? chance.pick(SERVICES) : null
        yield {
          number,
          seenAt: shape.startAt + day * DAY_MILLIS + chance.below(DAY_MILLIS),
          // An operator sells mostly on one platform; the rest turns up elsewhere.
          channel: chance.chance(0.7) ? platform : chance.weighted(pool.channels),
          source: SIMULATED,
          ...(pool.simKind && { simKind: pool.simKind }),
          ...(service && { service: service.name, industry: service.industry }),
          country: chance.weighted(TARGET_COUNTRIES),
          scenario: service?.scenario ?? pool.scenario ?? '',
        }
      }
    }
  }
}

/** A sighting as a record that `ringtrace import` reads. */
export function recordOf({ number, seenAt, ...others }: Fact): Record<string, unknown> {
  return { number, seenAt: new Date(seenAt).toISOString(), ...others }
}
