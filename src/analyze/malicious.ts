import { CHANNEL_NAMES } from '../model/channel.ts'
import type { ChannelName } from '../model/channel.ts'
import { ROLES } from '../model/mention.ts'
import type { Role } from '../model/mention.ts'
import { isMalicious } from '../model/profile.ts'

/** Roles as they are stored: '' for what stood in no message. */
const STORED_ROLES: readonly (Role | null)[] = [null, ...ROLES]

/** Stored roles whose records accuse a number, for the condition SEEN_ACCUSED. */
export const ACCUSED_PARAMS = {
  roles: STORED_ROLES.filter((role) => isMalicious({ channel: 'analyst', role })).map((role) => role ?? ''),
} satisfies { roles: string[] }

/**
 * A message wanted the number used, or it stood in none, as a condition on `sightings`, where a hidden number carries
 * the role of the words around it.
 */
export const SEEN_ACCUSED = 'NOT hidden AND role IN {roles:Array(String)}'

/** And the channels that prove it, for the condition SEEN_MALICIOUS. */
export const MALICIOUS_PARAMS = {
  ...ACCUSED_PARAMS,
  channels: CHANNEL_NAMES.filter((channel) => isMalicious({ channel, role: null })),
} satisfies { channels: ChannelName[]; roles: string[] }

/** The rule of `isMalicious` as a condition on `sightings`. */
export const SEEN_MALICIOUS = `${SEEN_ACCUSED} AND channel IN {channels:Array(String)}`
