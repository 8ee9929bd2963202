import type { ChannelName } from './channel.ts'

export type ReasonSubject = 'number' | 'block' | 'provider' | 'ring' | 'ip' | 'device' | 'account'

export type Evidence = {
  readonly channel: ChannelName
  readonly source: string
  readonly count: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}

/** Why a score is what it is. points are log-odds; code is one of the vocabulary's, never renamed. */
export type Reason = {
  readonly code: string
  readonly polarity: 'risk' | 'trust' | 'neutral'
  readonly points: number
  readonly text: string
  readonly subject: ReasonSubject
  readonly evidence: readonly Evidence[]
}

export type Level = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

export const THREAT_STATUSES = [
  'new',
  'active',
  'cooling_down',
  'dormant',
  'reactivated',
  'retired',
  'recycled',
  'cleared',
  'disputed',
] as const
export type ThreatStatus = (typeof THREAT_STATUSES)[number]

export const CONTROL_STATUSES = [
  'owner_controlled',
  'pool_controlled',
  'intercepted_victim',
  'spoofed_only',
  'unknown',
] as const
export type ControlStatus = (typeof CONTROL_STATUSES)[number]

/** threat is null for a number nobody has seen. */
export type Status = { readonly threat: ThreatStatus | null; readonly control: ControlStatus }

/** level null: insufficient evidence, which is never the same as safe. coverage and probability 0–1. */
export type Risk = {
  readonly level: Level | null
  readonly probability: number | null
  readonly coverage: number
  readonly reasons: readonly Reason[]
  readonly status: Status
  /** Version of the table of signals that made it. */
  readonly table: string
}
