/** Codes of the API in people's words. What is not in a table reads as its code, with spaces. */
export function words(code: string): string {
  return WORDS[code] ?? code.replaceAll('_', ' ')
}

/** A brand's id as its owner writes it. */
export function brandName(id: string): string {
  return (
    BRANDS[id] ??
    id.replace(/(^|_)(\p{L})/gu, (_match, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase())
  )
}

/** Those that are not simply words with capitals. */
const BRANDS: Record<string, string> = {
  aliexpress: 'AliExpress',
  att: 'AT&T',
  dhl: 'DHL',
  docusign: 'DocuSign',
  ebay: 'eBay',
  fedex: 'FedEx',
  lifelock: 'LifeLock',
  mcafee: 'McAfee',
  metamask: 'MetaMask',
  paypal: 'PayPal',
  quickbooks: 'QuickBooks',
  siriusxm: 'SiriusXM',
  ups: 'UPS',
  usps: 'USPS',
  whatsapp: 'WhatsApp',
}

const WORDS: Record<string, string> = {
  voip_unknown: 'VoIP',
  voip_fixed: 'fixed VoIP',
  voip_non_fixed: 'non-fixed VoIP',
  fixed_line: 'fixed line',
  fixed_line_or_mobile: 'fixed or mobile',
  toll_free: 'toll-free',
  premium_rate: 'premium rate',
  m2m_iot: 'M2M / IoT',
  reserved_fictional: 'reserved for fiction',
  mno: 'mobile operator',
  mvno: 'virtual mobile operator',
  voip_wholesale: 'VoIP wholesaler',
  cpaas: 'numbers by API (CPaaS)',
  voip_consumer: 'VoIP for people',
  ucaas: 'office telephony',
  iot: 'machines (IoT)',
  fixed_operator: 'fixed operator',
  not_in_plan: 'The numbering plan has no such number.',
  not_told: 'No table at hand tells it; a national register may (ringtrace reference).',
  not_allocated: 'The register says that nobody has this block.',
  not_listed: 'The table of carriers does not list this provider.',
  no_provider: 'It goes by the provider, which is not known.',
  fictional: 'Set aside for films and examples: nobody has it.',
  not_a_number: 'none can be read from it',
  too_short: 'it has too few digits',
  too_long: 'it has too many digits',
  invalid_length: 'its country has none of that length',
  invalid_country_code: 'its country is not known',
  callback: 'call-back',
  role_hidden: 'its reader does not see it',
  role_fictional: 'reserved for films and examples',
  role_own_number: 'said to be the reader’s own',
  role_official_line: 'a genuine line, copied for credibility',
  role_quoted: 'in a quoted mail',
  role_far_below: 'far below the lure',
  role_conference: 'a dial-in number',
  role_service_template: 'the service’s own',
  role_service_field: 'written into the service’s mail by a stranger',
  role_footer: 'in the footer',
  role_copied: 'copied with the rest of a template',
  role_messenger: 'to be written to',
  role_fax: 'a fax',
  role_asked_to_call: 'the mail asks for a call',
  role_help_line: 'given as a help line',
  role_most_plainly_given: 'the number most plainly given',
  role_letter: 'the contact of an advance-fee letter',
  role_introduced: 'introduced as a telephone',
  role_unexplained: 'nothing says what it is for',
  intercepted_victim: 'intercepted victim',
  scam_email_body: 'scam mail, body',
  scam_email_attachment: 'scam mail, attachment',
  honeypot_email: 'honeypot mail',
  honeypot_sms: 'honeypot SMS',
  honeypot_voice: 'honeypot calls',
  otp_platform_web: 'OTP platform, web',
  otp_platform_api: 'OTP platform, API',
  otp_platform_bulk: 'OTP platform, bulk',
  sms_receiving_traditional: 'SMS receiving',
  public_sms_gateway: 'public SMS gateway',
  osint_list: 'open list',
  html_attachment: 'HTML attachment',
  text_attachment: 'text attachment',
  pdf: 'PDF',
  heic: 'HEIC',
  qr_code: 'QR code',
  ocr: 'OCR',
}

const SERIES = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const

/** The colour a kind of channel has on every page, by who is watched: mail, attachments, receivers of codes … */
function usualColour(channel: string): (typeof SERIES)[number] {
  if (channel === 'scam_email_body') return 'series-1'
  if (channel === 'scam_email_attachment') return 'series-2'
  if (channel.startsWith('otp') || channel.includes('sms')) return 'series-3'
  if (channel.startsWith('honeypot') || channel === 'traceback' || channel === 'analyst') return 'series-4'
  if (/complaint|report|feedback/.test(channel)) return 'series-5'
  return 'series-6'
}

/** Colours of app.css for channels in one chart: the usual one, or another that is free while there is any. */
export function channelColours(channels: readonly string[]): string[] {
  const taken = new Set<string>()
  return channels.map((channel) => {
    const usual = usualColour(channel)
    const chosen = taken.has(usual) ? (SERIES.find((series) => !taken.has(series)) ?? usual) : usual
    taken.add(chosen)
    return chosen
  })
}
