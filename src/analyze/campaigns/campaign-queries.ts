import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Query } from '../../model/query.ts'
import { MALICIOUS_PARAMS, SEEN_MALICIOUS } from '../malicious.ts'
import type { Print } from './lookalikes.ts'

/** Mails of one day that look the same, want the same numbers used and came from the same domain. */
export type Mailing = Print & {
  readonly numbers: readonly PhoneNumber[]
  /** First instant of the UTC day, Unix milliseconds. */
  readonly dayAt: number
  readonly brand: string
  readonly senderDomain: string
  readonly vehicle: string
  readonly messages: number
  /** Id of one of them: always the same one. */
  readonly message: string
}

/** Every mail that wanted a number used, in the order of their days. A mail counts once, however many numbers it has. */
export function mailings(): Query<Mailing> {
  return {
    sql: `SELECT template, max(one_sketch) AS sketch, attachment, picture, numbers, day, brand, sender_domain, vehicle,
  count() AS messages, min(message) AS one_message
FROM (
  SELECT message, max(template) AS template, max(sketch) AS one_sketch, max(attachment) AS attachment,
    max(picture) AS picture, arraySort(groupUniqArray(number)) AS numbers, min(toDate32(seen_at)) AS day,
    max(brand) AS brand, max(sender_domain) AS sender_domain, max(vehicle) AS vehicle
  FROM sightings WHERE ${SEEN_MALICIOUS} AND message != ''
  GROUP BY message
)
GROUP BY template, attachment, picture, numbers, day, brand, sender_domain, vehicle
ORDER BY day, one_message`,
    params: MALICIOUS_PARAMS,
    decode: (row) => ({
      template: String(row['template']),
      sketch: String(row['sketch']),
      attachment: String(row['attachment']),
      picture: String(row['picture']),
      numbers: (row['numbers'] as (number | string)[]).map(numberFromDigits),
      dayAt: Date.parse(`${String(row['day'])}T00:00:00Z`),
      brand: String(row['brand']),
      senderDomain: String(row['sender_domain']),
      vehicle: String(row['vehicle']),
      messages: Number(row['messages']),
      message: String(row['one_message']),
    }),
  }
}
