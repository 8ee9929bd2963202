import { numberFromDigits } from '../../src/model/phone-number.ts'
import type { PhoneNumber } from '../../src/model/phone-number.ts'
import type { Query } from '../../src/model/query.ts'
import { sighting } from '../../src/model/sighting.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import { HOSTILE } from './sightings.ts'

/** A sighting with nothing but what it needs. */
export const bareFact = {
  number: '+18035550100' as PhoneNumber,
  seenAt: 1_750_000_000_000,
  channel: 'user_report',
  source: 's',
} as const
export const bare = sighting(bareFact)

/** Every attribute there is, each with all that text may hold. */
export const everything: Required<Sighting> = {
  ...sighting({ ...bareFact, number: '+999999999999999' as PhoneNumber, evidence: HOSTILE }),
  channel: 'interception_platform',
  source: `source ${HOSTILE}`,
  role: 'messaging',
  vehicle: 'nested_message',
  hidden: true,
  message: `message ${HOSTILE}`,
  brand: `brand ${HOSTILE}`,
  template: `template ${HOSTILE}`,
  attachment: `attachment ${HOSTILE}`,
  senderDomain: `sender ${HOSTILE}`,
  replyTo: `reply ${HOSTILE}`,
  service: `service ${HOSTILE}`,
  industry: `industry ${HOSTILE}`,
  country: `country ${HOSTILE}`,
  scenario: `scenario ${HOSTILE}`,
  simKind: 'esim_batch',
  ip: `ip ${HOSTILE}`,
  device: `device ${HOSTILE}`,
  account: `${HOSTILE}\r`,
  subject: `subject ${HOSTILE}`,
  sketch: `sketch ${HOSTILE}`,
  picture: `picture ${HOSTILE}`,
  pdfKit: `kit ${HOSTILE}`,
}

/** Attributes by their columns; '' in a column is an attribute that is not there. */
const COLUMNS = {
  role: 'role',
  vehicle: 'vehicle',
  message: 'message',
  brand: 'brand',
  template: 'template',
  attachment: 'attachment',
  senderDomain: 'sender_domain',
  replyTo: 'reply_to',
  service: 'service',
  industry: 'industry',
  country: 'country',
  scenario: 'scenario',
  simKind: 'sim_kind',
  ip: 'ip',
  device: 'device',
  account: 'account',
  subject: 'subject',
  sketch: 'sketch',
  picture: 'picture',
  pdfKit: 'pdf_kit',
} as const

/** Sightings as they were written, by number. */
export const sightingsAsWritten: Query<Sighting> = {
  sql: `SELECT *, toUnixTimestamp64Milli(seen_at) AS seen, lower(replaceAll(toString(evidence), '-', '')) AS id
    FROM sightings ORDER BY number, evidence`,
  params: {},
  decode: (row) => ({
    number: numberFromDigits(row['number'] as number),
    seenAt: Number(row['seen']),
    channel: row['channel'] as Sighting['channel'],
    source: row['source'] as string,
    evidence: row['id'] as string,
    ...(row['hidden'] ? { hidden: true } : {}),
    ...Object.fromEntries(
      Object.entries(COLUMNS).flatMap(([name, column]) => (row[column] === '' ? [] : [[name, row[column]]])),
    ),
  }),
}
