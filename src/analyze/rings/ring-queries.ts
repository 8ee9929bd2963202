import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Query } from '../../model/query.ts'
import { MALICIOUS_PARAMS, SEEN_MALICIOUS } from '../malicious.ts'
import type { Member, Standing } from './member.ts'

/** What numbers stand in, and the column that says so. */
const STANDINGS: Readonly<Record<Standing['kind'], string>> = {
  message: 'message',
  attachment: 'attachment',
  picture: 'picture',
  template: 'template',
  pdf_kit: 'pdf_kit',
  reply_to: 'reply_to',
  sender_domain: 'sender_domain',
  account: 'account',
  device: 'device',
  ip: 'ip',
  service: 'service',
}

/** What many more numbers share than it can tell rings of; looked at where something else may tie a number. */
const WIDE: ReadonlySet<string> = new Set(['service'])

/** Of what a number stood in, so many of a kind are looked at: a number of a great company may stand in any number. */
const MOST_STANDINGS = 500

const TIES = `(${Object.values(STANDINGS)
  .filter((column) => !WIDE.has(column))
  .map((column) => `${column} != ''`)
  .join(' OR ')})`

/** Mails in which a number stands alone are only counted: they bring nothing together. */
const WITH_OTHERS = `SELECT message FROM sightings WHERE ${SEEN_MALICIOUS} AND message != ''
    GROUP BY message HAVING uniqExact(number) > 1`

function membersWhere(condition: string, params: Readonly<Record<string, unknown>>): Query<Member> {
  const columns = { ...STANDINGS, brand: 'brand', message: `if(message IN (${WITH_OTHERS}), message, '')` }
  const things = Object.entries(columns).map(([kind, column]) => `('${kind}', ${column})`)
  return {
    sql: `SELECT number, min(first) AS first_seen, max(last) AS last_seen,
  arrayFlatten(groupArray(some_mails)) AS mails,
  groupArrayIf((kind, shared, first, last, one), kind != 'mails') AS standings
FROM (
  SELECT number, tupleElement(thing, 1) AS kind, tupleElement(thing, 2) AS shared,
    toUnixTimestamp64Milli(min(seen_at)) AS first, toUnixTimestamp64Milli(max(seen_at)) AS last,
    argMin(message, (seen_at, message)) AS one,
    groupUniqArrayIf(bitAnd(cityHash64(message), ${Number.MAX_SAFE_INTEGER}), kind = 'mails' AND message != '') AS some_mails
  FROM sightings
  ARRAY JOIN arrayFilter(each -> tupleElement(each, 2) != '', [('mails', 'any'), ${things.join(', ')}]) AS thing
  WHERE ${SEEN_MALICIOUS} AND ${TIES} AND ${condition}
  GROUP BY number, thing
  ORDER BY number, kind, first, shared
  LIMIT ${MOST_STANDINGS} BY number, kind
)
GROUP BY number
ORDER BY number`,
    params: { ...MALICIOUS_PARAMS, ...params },
    decode: memberOf,
  }
}

/** All that rings are told by, of every malicious number that shares anything. Ordered, so twice is the same. */
export function ringMembers(): Query<Member> {
  return membersWhere('1', {})
}

type Row = readonly [kind: string, shared: string, first: number | string, last: number | string, one: string]

function memberOf(row: Record<string, unknown>): Member {
  const standings = row['standings'] as Row[]
  return {
    number: numberFromDigits(String(row['number'])),
    firstSeenAt: Number(row['first_seen']),
    lastSeenAt: Number(row['last_seen']),
    brands: standings.flatMap(([kind, shared]) => (kind === 'brand' ? [shared] : [])),
    messages: (row['mails'] as (number | string)[]).map(Number),
    standings: standings.flatMap(([kind, shared, first, last, message]) =>
      Object.hasOwn(STANDINGS, kind)
        ? [{ kind: kind as Standing['kind'], shared, firstSeenAt: Number(first), lastSeenAt: Number(last), message }]
        : [],
    ),
  }
}

const SINCE = 'ingested_at >= fromUnixTimestamp64Milli({since:Int64})'

/** Numbers that were written about at or after a time (Unix milliseconds), and those that stood in a mail with one. */
const CHANGED = `SELECT number FROM sightings
  WHERE ${SINCE} OR message IN (SELECT message FROM sightings WHERE ${SINCE} AND message != '')`

/** The same of those that may not be what they were. */
export function ringMembersChanged(sinceAt: number): Query<Member> {
  return membersWhere(`number IN (${CHANGED})`, { since: Math.trunc(sinceAt) })
}

/** Their numbers, those as well that share nothing any more. */
export function numbersChanged(sinceAt: number): Query<PhoneNumber> {
  return {
    sql: `SELECT DISTINCT number FROM (${CHANGED})`,
    params: { since: Math.trunc(sinceAt) },
    decode: (row) => numberFromDigits(String(row['number'])),
  }
}

/** The words of a mail as they are told by. Source: `model/sketch.ts`. */
export type Wording = { readonly template: string; readonly sketch: string }

/**
 * Every wording that a malicious number stood in, those seen first before those seen later.
 *
 * In: sinceAt, only those taken in at or after a time; Unix milliseconds.
 */
export function wordings(sinceAt = 0): Query<Wording> {
  return {
    sql: `SELECT template, max(sketch) AS one_sketch FROM sightings
WHERE ${SEEN_MALICIOUS} AND template != '' AND ${SINCE} GROUP BY template ORDER BY min(seen_at), template`,
    params: { ...MALICIOUS_PARAMS, since: Math.trunc(sinceAt) },
    decode: (row) => ({ template: String(row['template']), sketch: String(row['one_sketch']) }),
  }
}
