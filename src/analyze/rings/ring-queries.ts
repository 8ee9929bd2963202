import { numberFromDigits } from '../../model/phone-number.ts'
import type { Query } from '../../model/query.ts'
import { MALICIOUS_PARAMS, SEEN_MALICIOUS } from '../malicious.ts'
import { KIND_NAMES } from './kinds.ts'
import type { Member, Stood, StoodKind } from './member.ts'

/** What numbers stand in is a column of the same name. */
export const STOOD_KINDS = KIND_NAMES.filter((kind): kind is StoodKind => kind !== 'block')

/** What many more numbers share than it can tell rings of; looked at where something else may tie a number. */
const WIDE: StoodKind = 'service'

/** Of what a number stood in, so many of a kind are looked at: a number of a great company may stand in any number. */
const MOST_STOOD = 500

const TIES = `(${STOOD_KINDS.filter((kind) => kind !== WIDE)
  .map((kind) => `${kind} != ''`)
  .join(' OR ')})`

/** Every malicious number that shares anything. In: digits, those of numbers that alone are asked about. */
export function ringMembers(digits?: readonly number[]): Query<Member> {
  return {
    sql: `SELECT number, toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen,
  arraySort(groupUniqArrayIf(brand, brand != '')) AS brands, uniqExactIf(sipHash64(message), message != '') AS messages
FROM sightings WHERE ${SEEN_MALICIOUS} AND ${TIES} AND ${among(digits)} GROUP BY number ORDER BY number`,
    params: { ...MALICIOUS_PARAMS, digits },
    decode: (row) => ({
      number: numberFromDigits(String(row['number'])),
      firstSeenAt: Number(row['first_seen']),
      lastSeenAt: Number(row['last_seen']),
      brands: row['brands'] as string[],
      messages: Number(row['messages']),
    }),
  }
}

/**
 * What those numbers stood in, of some kinds: the first MOST_STOOD of each. Mails in which a number stands alone are left
 * out: they bring nothing together. Texts are told apart by their hashes: keys of one size are what the engine groups best.
 */
export function stoodIn(kinds: readonly StoodKind[], digits?: readonly number[]): Query<Stood> {
  const mail = kinds.indexOf('message')
  const things = kinds.map(
    (kind, at) => `(toUInt8(${at}), ${kind === 'message' ? sharedMail(digits) : `toString(${kind})`})`,
  )
  return {
    sql: `SELECT kind, any(value) AS shared, groupArray(number) AS numbers, groupArray(first) AS firsts,
  groupArray(last) AS lasts, groupArrayIf(one, kind != ${mail}) AS messages
FROM (
  SELECT number, tupleElement(thing, 1) AS kind, sipHash64(tupleElement(thing, 2)) AS hash,
    any(tupleElement(thing, 2)) AS value, toUnixTimestamp64Milli(min(seen_at)) AS first,
    toUnixTimestamp64Milli(max(seen_at)) AS last, minIf(message, kind != ${mail} AND message != '') AS one
  FROM sightings
  ARRAY JOIN [${things.join(', ')}] AS thing
  WHERE ${SEEN_MALICIOUS} AND ${TIES} AND ${among(digits)} AND tupleElement(thing, 2) != ''
  GROUP BY number, kind, hash
  ORDER BY number, kind, first, value
  LIMIT ${MOST_STOOD} BY number, kind
)
GROUP BY kind, hash
ORDER BY numbers[1]`,
    params: { ...MALICIOUS_PARAMS, digits },
    decode: (row) => ({
      kind: kinds[Number(row['kind'])]!,
      shared: String(row['shared']),
      digits: row['numbers'] as number[],
      firstSeenAt: row['firsts'] as number[],
      lastSeenAt: row['lasts'] as number[],
      messages: row['messages'] as string[],
    }),
  }
}

/** The kinds that anything is known of. */
export const KINDS_KNOWN: Query<StoodKind[]> = {
  sql: `SELECT [${STOOD_KINDS.map((kind) => `max(${kind} != '')`).join(', ')}] AS known FROM sightings WHERE ${SEEN_MALICIOUS}`,
  params: MALICIOUS_PARAMS,
  decode: (row) => STOOD_KINDS.filter((_, at) => Number((row['known'] as number[])[at]) > 0),
}

const among = (digits: readonly number[] | undefined): string => (digits ? 'number IN {digits:Array(UInt64)}' : '1')

/** The mail, where it shows several numbers. */
function sharedMail(digits: readonly number[] | undefined): string {
  const asked = digits ? ` AND message IN (SELECT message FROM sightings WHERE ${among(digits)})` : ''
  return `if(sipHash64(message) IN (
    SELECT sipHash64(message) AS mail FROM sightings WHERE ${SEEN_MALICIOUS} AND message != ''${asked}
    GROUP BY mail HAVING min(number) < max(number)), message, '')`
}

/** What was written at or after a time (Unix milliseconds): the digits of a number, and the mail it stood in or ''. */
export function written(sinceAt: number): Query<{ readonly digits: number; readonly message: string }> {
  return {
    sql: `SELECT DISTINCT number, message FROM sightings WHERE ${SINCE}`,
    params: { since: Math.trunc(sinceAt) },
    decode: (row) => ({ digits: Number(row['number']), message: String(row['message']) }),
  }
}

/** The digits of all numbers that stood in some mails: what one of them shows may be news of the others. */
export function shownIn(messages: readonly string[]): Query<number> {
  return {
    sql: 'SELECT DISTINCT number FROM sightings WHERE message IN {messages:Array(String)}',
    params: { messages },
    decode: (row) => Number(row['number']),
  }
}

const SINCE = 'ingested_at >= fromUnixTimestamp64Milli({since:Int64})'

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
