/** Vocabulary: libphonenumber's types, Twilio Lookup v2 (fixedVoip, nonFixedVoip), ITU-T E.164. */
export const LINE_TYPES = [
  'mobile',
  'fixed_line',
  'fixed_line_or_mobile',
  'voip_fixed',
  'voip_non_fixed',
  'voip_unknown',
  'toll_free',
  'premium_rate',
  'shared_cost',
  'personal',
  'pager',
  'uan',
  'voicemail',
  'satellite',
  'm2m_iot',
  'short_code',
  'payphone',
  'reserved_fictional',
  'unknown',
] as const
export type LineType = (typeof LINE_TYPES)[number]

export const SIM_KINDS = [
  'modem_pool',
  'interception',
  'virtual_sim',
  'iot_sim',
  'esim_batch',
  'ordinary',
  'unknown',
] as const
export type SimKind = (typeof SIM_KINDS)[number]
