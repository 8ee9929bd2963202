import type { LifeShape } from './lives.ts'
import type { OfficialLines } from './official-lines.ts'
import type { PlanName } from './plans.ts'

/** Who has numbers in the world. Only the last two are innocent. */
export type OperatorKind =
  | 'scam_mail_ring'
  | 'otp_platform'
  | 'modem_pool'
  | 'robocaller'
  | 'interception_cards'
  | 'spoofed_bystanders'

export type WorldShape = {
  readonly seed: string
  /** Distinct numbers with a malicious sighting, and bystanders whose number was spoofed. */
  readonly numbers: number
  /** First instant of the world, Unix milliseconds. */
  readonly startAt: number
  readonly days: number
  /** Parts of the numbers, by who has them. */
  readonly shares: Readonly<Record<OperatorKind, number>>
  /** Numbers of one operator: the median. */
  readonly sizes: Readonly<Record<OperatorKind, number>>
  readonly lives: Readonly<Record<OperatorKind, LifeShape>>
  /** Where scam mail calls to; the rest of the world is spread over `poolPlans`. */
  readonly mailPlans: Readonly<Partial<Record<PlanName, number>>>
  readonly poolPlans: Readonly<Partial<Record<PlanName, number>>>
  /** Scam-mail rings that buy from VoIP wholesalers. */
  readonly voipShare: number
  /** Days between two batches of numbers: the median. */
  readonly rotationDays: number
  /** Numbers bought at once: the median. */
  readonly batchSize: number
  /** Batches whose numbers follow each other without a gap. */
  readonly sequentialShare: number
  /** 0: mail as a textbook has it; 1: hardly anything in it is its sender's own. Shares: `noise.ts`. */
  readonly noise: number
  /** Genuine lines of impersonated organisations, copied into mail to look real. */
  readonly officialLines: OfficialLines
}

const SPARSE: LifeShape = {
  medianDays: 14,
  sigma: 0.8,
  extraDays: 0.55,
  consecutiveShare: 0.035,
  reactivatedShare: 0.03,
}
const BUSY: LifeShape = { medianDays: 12, sigma: 0.7, extraDays: 0.7, consecutiveShare: 0.2, reactivatedShare: 0.06 }
const BRIEF: LifeShape = { medianDays: 4, sigma: 0.9, extraDays: 0.3, consecutiveShare: 0.1, reactivatedShare: 0.01 }

/**
 * The world as it is unless said otherwise.
 *
 * Sources: Talos, 26 Feb–31 Mar 2026: 1,652 numbers, about 55 % VoIP, median lifespan 14 days, about 3.5 % used on
 * consecutive days. Threat Hunter, 2025: 49–72 % of a half-month's active numbers are new.
 */
export const WORLD = {
  seed: '1',
  numbers: 10_000,
  startAt: Date.UTC(2026, 0, 1),
  days: 90,
  shares: {
    scam_mail_ring: 0.25,
    otp_platform: 0.4,
    modem_pool: 0.15,
    robocaller: 0.08,
    interception_cards: 0.05,
    spoofed_bystanders: 0.07,
  },
  sizes: {
    scam_mail_ring: 24,
    otp_platform: 150,
    modem_pool: 250,
    robocaller: 40,
    interception_cards: 60,
    spoofed_bystanders: 60,
  },
  lives: {
    scam_mail_ring: SPARSE,
    otp_platform: BUSY,
    modem_pool: BUSY,
    robocaller: SPARSE,
    interception_cards: BUSY,
    spoofed_bystanders: BRIEF,
  },
  mailPlans: { US: 55, US_TOLL_FREE: 20, CA: 4, GB: 7, BR: 4, DE: 4, FR: 2, ES: 2, NL: 2 },
  poolPlans: { US: 25, CA: 5, GB: 20, BR: 20, DE: 10, FR: 2, ES: 10, NL: 8 },
  voipShare: 0.55,
  rotationDays: 6,
  batchSize: 8,
  sequentialShare: 0.7,
  noise: 0,
  officialLines: new Map(),
} as const satisfies WorldShape
