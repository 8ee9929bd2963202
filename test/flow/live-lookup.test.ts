import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { json, localSupplier } from '../live-supplier.ts'
import type { LocalSupplier } from '../live-supplier.ts'
import { ringtrace } from './command-line.ts'

let folder: string
let server: LocalSupplier
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringtrace-live-flow-'))
  server = await localSupplier(({ path }) =>
    path.startsWith('/v2/')
      ? json({ valid: true, country_code: 'US', caller_name: { caller_name: 'ACME\u001B[31m', error_code: null } })
      : json({ line: { kind: 'mobile' } }),
  )
  const live = {
    budgetPerDay: 5,
    suppliers: {
      twilio: { url: server.url, packages: ['caller_name'] },
      own: { url: `${server.url}/own/{digits}`, signals: { line_type: 'line.kind' } },
    },
  }
  writeFileSync(join(folder, 'ringtrace.config.json'), JSON.stringify({ live }))
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** A folder that nobody named may hold nothing yet. */
const UNNAMED = { RINGTRACE_DATA: '' }
const KEYS = { ...UNNAMED, RINGTRACE_LIVE_KEY_TWILIO: 'AC1:very-secret' }

test('nobody is asked unless it was wanted', async () => {
  const { stdout } = await ringtrace(folder, ['lookup', '--json', '+18047134598'], '', KEYS)
  expect(JSON.parse(stdout)).not.toHaveProperty('live')
  expect(server.asked).toEqual([])
})

test('what suppliers say comes with the look-up, and what they said is not asked again', async () => {
  const args = ['lookup', '--live', 'twilio,own', '+18047134598', 'no number']
  const { stdout, stderr } = await ringtrace(folder, args, '', KEYS)
  expect(stdout).toMatch(/^ {2}live {3}twilio: valid true · region US · caller name ACME \[31m · .*not requested, 20/m)
  expect(stdout).toMatch(/^ {2}live {3}own: line type mobile, 20/m)
  const again = await ringtrace(folder, [...args, '--json'], '', KEYS)
  const [first] = again.stdout
    .split('\n')
    .map((line) => (line === '' ? null : (JSON.parse(line) as { live: unknown[] })))
  expect(first?.live).toContainEqual({
    supplier: 'own',
    signal: 'line_type',
    status: 'ok',
    value: 'mobile',
    askedAt: expect.stringMatching(/^20\d\d-.*Z$/),
  })
  expect(server.asked).toHaveLength(2)
  expect(stdout + stderr + again.stdout + again.stderr).not.toContain('very-secret')
})

test.each([
  [['--live', 'twilio'], UNNAMED, 'ringtrace: twilio wants a key'],
  [['--live', 'nobody'], KEYS, 'ringtrace: --live: there is no supplier nobody'],
])('%j without what it needs is one clear line', async (flags, keys, message) => {
  const { code, stderr } = await ringtrace(folder, ['lookup', ...flags, '+18047134598'], '', keys)
  expect([code, stderr.split('\n')[0]]).toEqual([2, message])
  expect(server.asked).toEqual([])
})

test.each([
  { suppliers: { own: { url: 'http://example.org/{number}', signals: { valid: 'a' } } } },
  { suppliers: { own: { url: 'http://localhost@example.org/', signals: { valid: 'a' } } } },
  { suppliers: { own: { url: 'https://example.org', signals: { wrong: 'a' } } } },
  { budgetPerDay: -1 },
  { budget: 1 },
])('%j is a setting that cannot be used', async (live) => {
  writeFileSync(join(folder, 'ringtrace.config.json'), JSON.stringify({ live }))
  const { code, stderr } = await ringtrace(folder, ['lookup', '--live', 'own', '+18047134598'], '', KEYS)
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^ringtrace: ringtrace\.config\.json: live/)])
})
