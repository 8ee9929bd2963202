import type { ChannelName } from './channel.ts'
import type { LineType } from './line-type.ts'

/**
 * Which sightings are looked at. What is left out does not matter.
 *
 * country:  of who is attacked, ISO alpha-2.
 * region, provider, lineType: of the number, by the numbering plan. provider is the operator or the company behind it.
 * fromAt, toAt: from the one up to before the other; Unix milliseconds.
 */
export type Slice = {
  readonly channel?: ChannelName
  readonly source?: string
  readonly brand?: string
  readonly country?: string
  readonly region?: string
  readonly provider?: string
  readonly lineType?: LineType
  readonly fromAt?: number
  readonly toAt?: number
}
