import type { SourceReason } from '../model/channel.ts'
import type { ForecastRarity } from '../model/forecast.ts'
import type { Level, ReasonSubject } from '../model/risk.ts'
import type { LineType } from '../model/line-type.ts'

/** Changes with any figure in this file, and with how they are used: every answer says which table made it. */
export const TABLE = '2026-11-6'

/**
 * A named signal.
 *
 * points: log-odds of one fresh, fully trusted sighting (sources), or of the signal as it stands (others).
 * cap:    most log-odds it can reach however often it was seen.
 * basis:  where the figure comes from. `assumed` until precision was measured on labels.
 */
export type RiskSignal = {
  readonly subject: ReasonSubject
  readonly points: number
  readonly cap: number
  readonly description: string
  readonly basis: string
}

const signal = (subject: ReasonSubject, points: number, cap: number, description: string): RiskSignal => ({
  subject,
  points,
  cap,
  description,
  basis: 'assumed',
})

/** Log-odds that a number somebody thought worth looking up is malicious, with nothing known of it: 1 in 20. */
export const PRIOR = -3

/** Each doubling of the messages (or sightings) adds this share of the first one's points. */
export const GROWTH_PER_DOUBLING = 0.3

/** The next-best record of the same reason counts this share of the one before: sources copy from each other. */
export const NEXT_RECORD_SHARE = 0.5

/** Sightings in the wild; a record's points are also multiplied by its channel's trust and decay by its half-life. */
export const SOURCE_SIGNALS: Readonly<Record<SourceReason, RiskSignal>> = {
  'source.scam_email': signal('number', 3, 5.5, 'a scam mail wants it called or written to'),
  'source.honeypot': signal('number', 3, 5.5, 'it approached a honeypot'),
  'source.otp_platform': signal('number', 3.4, 5.5, 'it is rented out to receive one-time codes'),
  'source.public_gateway': signal('number', 3.4, 5.5, 'anyone can read the messages it gets'),
  'source.modem_pool': signal('number', 3.4, 5.5, 'it sits in a modem pool'),
  'source.trading_market': signal('number', 2.8, 5, 'it was offered for sale'),
  'source.interception_card': signal('number', 3, 5, "a victim's: its text messages leak to somebody else"),
  'source.complaints': signal('number', 3, 5, 'people or operators complained of it'),
  'source.single_low_trust': signal('number', 2, 3, 'a list names it'),
}

/** What else speaks against a number that was seen. */
export const SIGNALS = {
  'source.multi_corroborated': signal(
    'number',
    0.8,
    1.6,
    'several sources saw it independently, each one after the first',
  ),
  'activity.seen_1d': signal('number', 0.4, 0.4, 'seen within a day'),
  'activity.seen_7d': signal('number', 0.2, 0.2, 'seen within a week'),
  'activity.seen_30d': signal('number', 0, 0, 'seen within 30 days'),
  'activity.seen_90d': signal('number', 0, 0, 'seen within 90 days'),
  'activity.older': signal('number', 0, 0, 'not seen for 90 days'),
  'activity.sustained': signal('number', 0.4, 0.4, 'seen on many days'),
  'activity.reactivated': signal('number', 0.3, 0.3, 'came back after a silence'),
  'link.ring': signal('ring', 0.3, 1.2, 'belongs to a ring, for each doubling of its numbers'),
  'link.many_brands': signal('number', 0.6, 0.6, 'stands for several brands'),
  'block.neighbors_malicious': signal('block', 0, 3.4, 'many numbers of its block are malicious'),
  'block.run': signal('block', 0.8, 0.8, 'touches a run of consecutive malicious numbers'),
  'block.forecast': {
    ...signal('block', 0, 3.4, 'it stands where numbers come from next'),
    basis: 'npm run bench:forecast: see FORECAST_POINTS',
  },
  'number.official': signal('number', -6, -6, 'a genuine line of an organisation'),
  'number.unallocated': signal(
    'number',
    1,
    1,
    'the numbering plan does not have it, or the register says that nobody has its block',
  ),
  'number.premium_rate': signal('number', 0.8, 0.8, 'calling it costs extra'),
  'number.voip_non_fixed': signal('number', 0.5, 0.5, 'internet telephony without an address'),
  'number.voip_unknown': signal('number', 0.3, 0.3, 'internet telephony'),
  'number.toll_free': signal('number', 0.2, 0.2, 'a free-phone number'),
  'meta.insufficient_evidence': signal('number', 0, 0, 'no source covers this number'),
} as const satisfies Record<string, RiskSignal>

/**
 * Log-odds of a number that is foretold as rarely as this: the share of entering numbers that were, over that of random
 * ones. On Castle's daily list, 80 % over 0.1 % and another 3 % over another 0.4 %.
 */
export const FORECAST_POINTS: Readonly<Record<ForecastRarity, number>> = { 0.005: 2, 0.001: 6.7 }

/** Line types that mean something beside evidence. They never speak alone: most such numbers are innocent. */
export const LINE_TYPE_SIGNALS: Partial<Record<LineType, keyof typeof SIGNALS>> = {
  premium_rate: 'number.premium_rate',
  voip_non_fixed: 'number.voip_non_fixed',
  voip_unknown: 'number.voip_unknown',
  toll_free: 'number.toll_free',
}

/**
 * Levels by probability, lowest first; `below` is exclusive.
 *
 * 0 and 1 are not reached by probability: 0 takes evidence of trust, 1 takes live sources that know nothing. 9 is not
 * here: it takes a measured precision with a lower 95 % bound of 99.9 %, and nothing was measured yet.
 */
export const LEVELS: readonly { readonly level: Level; readonly below: number }[] = [
  { level: 2, below: 0.08 },
  { level: 3, below: 0.2 },
  { level: 4, below: 0.4 },
  { level: 5, below: 0.6 },
  { level: 6, below: 0.8 },
  { level: 7, below: 0.93 },
  { level: 8, below: Infinity },
]

/** The highest level that complaints, lists or neighbours can carry without a source that proves by itself. */
export const UNPROVEN_LEVEL: Level = 5

/** The highest level of a number that only signs mails, which do not want it used. */
export const MENTIONED_LEVEL: Level = 3
