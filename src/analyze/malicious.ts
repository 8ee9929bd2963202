import { CHANNEL_NAMES } from '../model/channel.ts'
import type { ChannelName } from '../model/channel.ts'
import { ROLES } from '../model/mention.ts'
import type { Role } from '../model/mention.ts'
import { isMalicious } from '../model/profile.ts'

/** Roles as they are stored: '' for what stood in no message. */
const STORED_ROLES: readonly (Role | null)[] = [null, ...ROLES]

/** Channels and stored roles whose records make a number malicious, for the condition SEEN_MALICIOUS. */
export const MALICIOUS_PARAMS = {
  channels: CHANNEL_NAMES.filter((channel) => isMalicious({ channel, role: null })),
  roles: STORED_ROLES.filter((role) => isMalicious({ channel: 'analyst', role })).map((role) => role ?? ''),
} satisfies { channels: ChannelName[]; roles: string[] }

/** The rule of `isMalicious` as a condition on `sightings`, where a hidden number carries the role of the words around it. */
export const SEEN_MALICIOUS = 'NOT hidden AND channel IN {channels:Array(String)} AND role IN {roles:Array(String)}'
