/**
 * Where sightings come from, and how far each is believed.
 *
 * layer:        resource (who supplies numbers), service (who receives codes), monetization (who is attacked).
 * trust:        0–1, weight of one sighting; complaint channels carry spoofed innocents and stay low.
 * halfLifeDays: after so many days without a sighting the evidence weighs half.
 * reason:       the reason a sighting may raise.
 * provesAlone:  whether the channel alone may carry a number above level 5.
 */
export type Channel = {
  readonly layer: 'resource' | 'service' | 'monetization'
  readonly trust: number
  readonly halfLifeDays: number
  readonly reason: SourceReason
  readonly provesAlone: boolean
}

export type SourceReason =
  | 'source.otp_platform'
  | 'source.public_gateway'
  | 'source.modem_pool'
  | 'source.interception_card'
  | 'source.trading_market'
  | 'source.honeypot'
  | 'source.scam_email'
  | 'source.complaints'
  | 'source.single_low_trust'

const channel = (
  layer: Channel['layer'],
  trust: number,
  halfLifeDays: number,
  reason: SourceReason,
  provesAlone = true,
): Channel => ({ layer, trust, halfLifeDays, reason, provesAlone })

export const CHANNELS = {
  card_issuing_platform: channel('resource', 0.85, 90, 'source.modem_pool'),
  number_trading_market: channel('resource', 0.8, 60, 'source.trading_market'),
  interception_platform: channel('resource', 0.9, 60, 'source.interception_card'),
  underground_tool: channel('resource', 0.7, 60, 'source.trading_market'),
  underground_forum: channel('resource', 0.6, 60, 'source.trading_market'),
  dark_service: channel('resource', 0.7, 60, 'source.trading_market'),
  otp_platform_web: channel('service', 0.9, 45, 'source.otp_platform'),
  otp_platform_api: channel('service', 0.9, 45, 'source.otp_platform'),
  otp_platform_bulk: channel('service', 0.85, 45, 'source.otp_platform'),
  sms_receiving_traditional: channel('service', 0.8, 60, 'source.otp_platform'),
  public_sms_gateway: channel('service', 0.85, 120, 'source.public_gateway'),
  scam_email_body: channel('monetization', 0.9, 21, 'source.scam_email'),
  scam_email_attachment: channel('monetization', 0.92, 21, 'source.scam_email'),
  honeypot_email: channel('monetization', 0.9, 21, 'source.honeypot'),
  honeypot_sms: channel('monetization', 0.8, 21, 'source.honeypot'),
  honeypot_voice: channel('monetization', 0.7, 14, 'source.honeypot'),
  customer_feedback: channel('monetization', 0.5, 60, 'source.complaints', false),
  user_report: channel('monetization', 0.4, 30, 'source.complaints', false),
  regulator_complaint: channel('monetization', 0.35, 30, 'source.complaints', false),
  traceback: channel('monetization', 0.9, 60, 'source.complaints'),
  telecom_feed: channel('monetization', 0.8, 60, 'source.complaints'),
  osint_list: channel('monetization', 0.5, 60, 'source.single_low_trust', false),
  partner_share: channel('monetization', 0.7, 60, 'source.single_low_trust', false),
  analyst: channel('monetization', 0.95, 180, 'source.scam_email'),
} as const satisfies Record<string, Channel>

export type ChannelName = keyof typeof CHANNELS

export const CHANNEL_NAMES = Object.keys(CHANNELS) as ChannelName[]

export function isChannel(name: string): name is ChannelName {
  return Object.hasOwn(CHANNELS, name)
}
