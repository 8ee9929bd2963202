import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { collected } from '../../test/chunked.ts'
import type { IntelError } from '../model/failures.ts'
import type { Issue } from '../model/issue.ts'
import type { Region } from '../model/phone-number.ts'
import type { Sighting } from '../model/sighting.ts'
import type { FieldName } from './record-fields.ts'
import { collectRecords } from './records.ts'
import type { RecordOptions } from './records.ts'

const folder = mkdtempSync(join(tmpdir(), 'ringtrace-records-'))
afterAll(() => rmSync(folder, { recursive: true }))

const defaults: RecordOptions = {
  format: null,
  map: new Map(),
  channel: 'osint_list',
  source: null,
  trustsSource: false,
  bareNumbers: null,
  seenAt: null,
  latestAt: Date.UTC(2027, 0),
}

type Read = { readonly sightings: readonly Sighting[]; readonly issues: readonly Issue[] }

const read = async (paths: string | readonly string[], options: Partial<RecordOptions> = {}): Promise<Read> => {
  const batches = await collected(collectRecords([paths].flat(), { ...defaults, ...options }))
  return {
    sightings: batches.flatMap((batch) => batch.sightings),
    issues: batches.flatMap((batch) => batch.issues),
  }
}

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const refusal = async (paths: string | readonly string[], options?: Partial<RecordOptions>): Promise<IntelError> =>
  read(paths, options).then(
    () => expect.fail('it was read'),
    (error: unknown) => error as IntelError,
  )

test('NDJSON, JSON, CSV and lines that say the same give the same sightings', async () => {
  const at = '2026-05-21T10:00:00Z'
  const same = { source: 'feed', seenAt: Date.parse(at) }
  const numbers = ['+18035550147', '+447911123456']
  const all = await Promise.all([
    read(file('a.ndjson', numbers.map((number) => JSON.stringify({ number, seenAt: at })).join('\n')), same),
    read(file('b', numbers.map((number) => JSON.stringify({ number, seenAt: at })).join('\n')), same),
    read(file('a.json', JSON.stringify(numbers.map((number) => ({ number, seenAt: at })))), same),
    read(file('b.json', JSON.stringify(Object.fromEntries(numbers.map((number) => [number, at])), null, 2)), same),
    read(file('c.json', JSON.stringify(numbers)), same),
    read(file('a.csv', `\uFEFFnumber,seenAt\r\n${numbers.map((number) => `${number},${at}\r\n`).join('')}`), same),
    read(file('b.csv', `"seenAt";"number"\n${numbers.map((number) => `"${at}";"${number}"\n`).join('')}`), same),
    read(file('a.tsv', `number\tseenAt\n${numbers.map((number) => `${number}\t${at}\n`).join('')}`), same),
    read(file('a.txt', `# a list\n\n${numbers.join(' # one\n')}\n`), same),
    read(
      file('a.ndjson.gz', gzipSync(numbers.map((number) => JSON.stringify({ number, seenAt: at })).join('\n'))),
      same,
    ),
  ])
  for (const { sightings, issues } of all) {
    expect(issues).toEqual([])
    expect(sightings).toEqual(all[0]?.sightings)
  }
  expect(all[0]?.sightings.map(({ number }) => number)).toEqual(numbers)
})

test('a bad record is an issue with its line and what stood there, and the next one is read', async () => {
  const path = file(
    'bad.ndjson',
    [
      '{"number":"+18035550147","seenAt":"2026-05-21"}',
      '{"number":"+18035550147","seenAt":"21/05/2026"}',
      '{"number":"+18035550147","seenAt":"2999-01-01"}',
      '{"number":"none","seenAt":"2026-05-21"}',
      '{"seenAt":"2026-05-21"}',
      '{"number":"+18035550148"}',
      '{"number":"+18035550148","seenAt":"2026-05-21","role":"boss"}',
      '{"number":"8035550148","seenAt":"2026-05-21"}',
      '{"number":"+1803555',
      '{"number":"+18035550149","seenAt":"2026-05-21","channel":"analyst"}',
    ].join('\n'),
  )
  const { sightings, issues } = await read(path)
  expect(sightings.map(({ number, channel }) => [number, channel])).toEqual([
    ['+18035550147', 'osint_list'],
    ['+18035550149', 'osint_list'],
  ])
  expect(issues.map(({ code, part, at, saw }) => [at?.split(':').pop(), code, part, saw?.slice(0, 12)])).toEqual([
    ['2', 'record_field_invalid', 'seenAt', '21/05/2026'],
    ['3', 'record_field_invalid', 'seenAt', '2999-01-01'],
    ['4', 'number_unreadable', 'number', 'none'],
    ['5', 'record_field_missing', 'number', '{"seenAt":"2'],
    ['6', 'record_field_missing', 'seenAt', '{"number":"+'],
    ['7', 'record_field_invalid', 'role', 'boss'],
    ['8', 'number_unreadable', 'number', '8035550148'],
    ['9', 'record_malformed', undefined, '{"number":"+'],
  ])
})

test('who saw the numbers is said by who imports them: a record names its source only where it is trusted to', async () => {
  const path = file('castle-daily.ndjson', '{"number":"+18035550147","seenAt":"2026-05-21","source":"abuse-desk"}\n')
  const sourceOf = async (options: Partial<RecordOptions>) => (await read(path, options)).sightings[0]?.source
  expect(await sourceOf({})).toBe('castle-daily')
  expect(await sourceOf({ source: 'castle' })).toBe('castle')
  expect(await sourceOf({ trustsSource: true })).toBe('abuse-desk')
  expect(await sourceOf({ trustsSource: true, source: 'castle' })).toBe('abuse-desk')
})

test('a feed that says another source and its message cannot take the place of what that source saw', async () => {
  const seen = { number: '+18035550147', seenAt: '2026-05-21', source: 'abuse-desk', message: 'm1' }
  const genuine = await read(file('abuse-desk.ndjson', JSON.stringify({ ...seen, role: 'callback' })))
  const forged = await read(file('feed.ndjson', JSON.stringify({ ...seen, role: 'decoy', hidden: true })))
  expect(forged.sightings[0]?.evidence).not.toBe(genuine.sightings[0]?.evidence)
})

test('a wrong column in the second file is refused before the first is read', async () => {
  const good = file('good.csv', 'phone,seenAt\n+18035550147,2026-05-21\n')
  const bad = file('bad.csv', 'number,seenAt\n+18035550147,2026-05-21\n')
  const batches = collectRecords([good, bad], { ...defaults, map: new Map([['number', 'phone']]) })
  const error = await batches.next().catch((thrown: unknown) => thrown as IntelError)
  expect(error).toMatchObject({
    code: 'bad_input',
    message: `${bad}: there is no column phone for number; the columns are number, seenAt`,
    hint: 'name the column that holds it: --map number=COLUMN',
  })
})

test.each<[string, Partial<RecordOptions>, RegExp]>([
  ['seenAt', {}, /--seen-at 2026-01-31/],
  ['channel', { channel: null, seenAt: 0 }, /osint_list, partner_share/],
])('records without %s are refused with what to do', async (field, options, hint) => {
  const error = await refusal(file('bare.txt', '+18035550147\n'), options)
  expect(error.message).toContain(`there is no column ${field}`)
  expect(error.hint).toMatch(hint)
})

test.skipIf(process.platform === 'win32')('a pipe is read to its end, and once', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const lines = Array.from({ length: 60_000 }, (_, at) => `+1803555${String(at % 10_000).padStart(4, '0')}\n`)
  const [{ sightings, issues }] = await Promise.all([
    read(pipe, { seenAt: Date.UTC(2026, 4), format: 'lines' }),
    writeFile(pipe, lines.join('')),
  ])
  expect(sightings.length + issues.length).toBe(lines.length)
})

test('a file that is not there, a folder and damaged gzip are refused by name', async () => {
  expect((await refusal(join(folder, 'none.csv'))).message).toBe(`${join(folder, 'none.csv')}: there is no such file`)
  expect((await refusal(folder)).message).toBe(`${folder}: this is a folder, not a file`)
  const damaged = file('damaged.txt.gz', Buffer.concat([gzipSync('').subarray(0, 10), Buffer.alloc(40, 7)]))
  expect((await refusal(damaged)).message).toBe(`${damaged}: the gzip data is damaged`)
})

test('a file that is cut off gives what stood before the cut, and says so', async () => {
  const numbers = Array.from({ length: 100_000 }, (_, index) => `+1803${2_000_000 + ((index * 7_919) % 8_000_000)}\n`)
  const packed = gzipSync(numbers.join(''))
  const cut = file('cut.txt.gz', packed.subarray(0, packed.length - 9))
  const { sightings, issues } = await read(cut, { seenAt: Date.UTC(2026, 0) })
  expect(sightings.length).toBeGreaterThan(50_000)
  expect(issues).toMatchObject([{ code: 'record_malformed', saw: 'the gzip data ends too early' }])
})

test('an empty file is an issue and no sighting', async () => {
  const path = file('empty.csv', '')
  expect(await read(path)).toEqual({ sightings: [], issues: [{ code: 'records_empty', at: path }] })
})

test('a hostile column name reaches no terminal as it is', async () => {
  const error = await refusal(file('escape.csv', 'a\u001B[2J,b\n1,2\n'))
  expect(error.message).not.toContain('\u001B')
})

const FEEDS = new URL('../../../shared/data/feeds/', import.meta.url)
const feed = (name: string): string => fileURLToPath(new URL(name, FEEDS))
const hasFeeds = existsSync(FEEDS)
if (!hasFeeds && !process.env['CI']) console.warn('SKIPPED: the real feeds are not here (../shared/data/feeds)')

type Feed = { readonly name: string; readonly map?: readonly [FieldName, string][]; readonly region?: Region }

describe.skipIf(!hasFeeds && !process.env['CI'])('real feeds', () => {
  test.each<Feed & { readonly sightings: number; readonly options?: Partial<RecordOptions> }>([
    { name: 'castle-daily.ndjson.gz', map: [['seenAt', 'date']], sightings: 55_000 },
    { name: 'ip1sms.json.gz', options: { bareNumbers: 'international' }, sightings: 120_000 },
    {
      name: 'ftc-dnc-2021-07-08.csv',
      map: [
        ['number', 'Company_Phone_Number'],
        ['seenAt', 'Created_Date'],
        ['service', 'Subject'],
      ],
      options: { bareNumbers: 'US' },
      sightings: 13_000,
    },
    {
      name: 'ftc-dnc-numbers-2025-11-14.txt.gz',
      options: { bareNumbers: 'US', seenAt: Date.UTC(2025, 10, 14) },
      sightings: 12_000,
    },
    { name: 'turkish-spam-numbers.ndjson', map: [['seenAt', 'firstSeen']], sightings: 203 },
  ])('$name is read by its flags', async ({ name, map, options, sightings }) => {
    const all = await read(feed(name), { ...options, map: new Map(map) })
    expect(all.sightings.length).toBeGreaterThanOrEqual(sightings)
    expect(all.issues.length).toBeLessThan(all.sightings.length / 10)
  })
})
