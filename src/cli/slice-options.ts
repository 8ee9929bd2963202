import { Option } from 'commander'
import type { Command } from 'commander'
import { CHANNEL_NAMES } from '../model/channel.ts'
import type { ChannelName } from '../model/channel.ts'
import { DAY_MILLIS } from '../model/day.ts'
import { LINE_TYPES } from '../model/line-type.ts'
import type { LineType } from '../model/line-type.ts'
import type { Slice } from '../model/slice.ts'
import { countryCode, time } from './flag-values.ts'

/** What a command was told of the sightings to look at. from and to: times of which the UTC day counts. */
export type SliceOptions = {
  readonly channel?: ChannelName
  readonly source?: string
  readonly brand?: string
  readonly country?: string
  readonly region?: string
  readonly provider?: string
  readonly lineType?: LineType
  readonly from?: number
  readonly to?: number
}

/** Adds the flags that narrow what a command looks at. */
export function addSliceOptions(command: Command): Command {
  return command
    .addOption(new Option('--channel <name>', 'sightings of this channel').choices(CHANNEL_NAMES))
    .option('--source <name>', 'of this source: a mailbox, a feed')
    .option('--brand <name>', 'in mail that uses this brand')
    .option('--country <code>', 'where those of this country are attacked', countryCode)
    .option('--region <code>', 'numbers of this country', countryCode)
    .option('--provider <name>', 'numbers of this operator or company')
    .addOption(new Option('--line-type <type>', 'numbers of this type').choices(LINE_TYPES))
    .option('--from <day>', 'from this UTC day on', time)
    .option('--to <day>', 'up to this UTC day, which is included', time)
}

/** The slice that the flags name. */
export function sliceOf({
  channel,
  source,
  brand,
  country,
  region,
  provider,
  lineType,
  from,
  to,
}: SliceOptions): Slice {
  const named = { channel, source, brand, country, region, provider, lineType }
  return {
    ...(Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) as Slice),
    ...(from !== undefined && { fromAt: dayOf(from) }),
    ...(to !== undefined && { toAt: dayOf(to) + DAY_MILLIS }),
  }
}

const dayOf = (at: number): number => Math.floor(at / DAY_MILLIS) * DAY_MILLIS
