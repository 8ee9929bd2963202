import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ringtrace, startRingtrace } from './command-line.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-import-'))
})
afterEach(() => rm(data, { recursive: true }))

const sightings = async (number: string): Promise<unknown> => {
  const { stdout } = await ringtrace(data, ['lookup', '--json', number])
  return (JSON.parse(stdout) as { sightings: unknown }).sightings
}

test('records come in by a file, packed, and by stdin, and are one sighting each however often they come', async () => {
  const records = '{"phone":"+18034714501","day":"2026-03-01"}\n{"phone":"+18034714502","day":"2026-03-01"}\nnone\n'
  const flags = ['--map', 'number=phone', 'seenAt=day', '--channel', 'otp_platform_web', '--source', 'feed', '--json']
  await writeFile(join(data, 'feed.ndjson.gz'), gzipSync(records))
  const first = await ringtrace(data, ['import', 'feed.ndjson.gz', ...flags])
  expect(first.code).toBe(0)
  expect(JSON.parse(first.stdout)).toMatchObject({
    records: 3,
    sightings: 2,
    newNumbers: 2,
    knownNumbers: 2,
    issues: [{ code: 'record_malformed', count: 1, examples: [{ at: 'feed.ndjson.gz:3', saw: 'none' }] }],
  })
  const second = await ringtrace(data, ['import', '-', ...flags], records)
  expect(JSON.parse(second.stdout)).toMatchObject({ records: 3, sightings: 2, newNumbers: 0, knownNumbers: 2 })
  expect(await sightings('+18034714501')).toBe(1)
})

test('what is acknowledged is told as it happens', async () => {
  const { stderr } = await ringtrace(
    data,
    ['import', '-', '--acknowledge', '--region', 'US', '--seen-at', '2026-03-01', '--channel', 'osint_list'],
    '8034714501\n8034714502\n',
  )
  expect(stderr).toMatch(/^2 sightings written\n2 records, 2 sightings, 2 new numbers, in /)
})

test('a dry run reads everything and writes nothing', async () => {
  const flags = ['--channel', 'osint_list', '--seen-at', '2026-03-01']
  const { code, stderr } = await ringtrace(data, ['import', '-', '--dry-run', ...flags], '+18034714501\n')
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^1 record, 1 sighting, nothing written \(dry run\)/)])
  expect((await ringtrace(data, ['lookup', '+18034714501'])).stderr).toContain('there is no look-up index')
})

test('a feed does not choose whom it speaks for, unless it is trusted to', async () => {
  const sixOfThem = Array.from({ length: 6 }, (_, i) =>
    JSON.stringify({ number: '+12125551235', seenAt: '2026-11-20', source: `source ${i}` }),
  ).join('\n')
  const sightingsAfter = async (...flags: string[]): Promise<unknown> => {
    await ringtrace(data, ['import', '-', '--channel', 'telecom_feed', ...flags], sixOfThem)
    return sightings('+12125551235')
  }
  expect(await sightingsAfter()).toBe(1)
  expect(await sightingsAfter('--trust-source')).toBe(7)
})

test('a made-up world goes from one command into the next', async () => {
  const { stdout } = await ringtrace(data, ['simulate', '--numbers', '200', '--seed', '7'])
  const { code, stderr } = await ringtrace(data, ['import', '--trust-source', '-', '--json'], stdout)
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('×')])
})

test('an import that is stopped keeps what it had read, says so, and can be run again', async () => {
  const args = ['import', '-', '--channel', 'osint_list', '--seen-at', '2026-03-01']
  const started = startRingtrace(data, args, '+18034714501\n')
  await expect.poll(() => existsSync(join(data, 'store', 'owner.json')), { timeout: 30_000 }).toBe(true)
  started.signal('SIGINT')
  const { code, stderr } = await started.ended
  expect(code).toBe(130)
  expect(stderr).toMatch(/stopped after \d+ records?; run it again to continue, nothing is doubled\n$/)
  expect((await ringtrace(data, args, '+18034714501\n')).stderr).toMatch(/^1 record, 1 sighting, /)
})

test('a number that a spreadsheet shortened is told as that', async () => {
  const flags = ['--region', 'US', '--channel', 'osint_list', '--seen-at', '2026-03-01', '--dry-run']
  const { code, stderr } = await ringtrace(data, ['import', '-', '--format', 'csv', ...flags], 'number\n8.03714E+09\n')
  expect([code, stderr]).toEqual([2, expect.stringContaining('a spreadsheet shortened numbers')])
})

test('a long list ends where it was asked to and says how much there is', async () => {
  const flags = ['--channel', 'otp_platform_web', '--seen-at', '2026-03-01']
  const numbers = ['803471', '804271'].flatMap((area) => [1, 2, 3].map((last) => `+1${area}450${last}\n`))
  await ringtrace(data, ['import', '-', ...flags], numbers.join(''))
  const { stdout, stderr } = await ringtrace(data, ['blocks', '--json', '--limit', '1'])
  expect([stdout.split('\n').length, stderr]).toEqual([2, '… and 1 more; --limit shows them\n2 blocks\n'])
  expect((await ringtrace(data, ['blocks', '--json'])).stdout.split('\n')).toHaveLength(3)
})
