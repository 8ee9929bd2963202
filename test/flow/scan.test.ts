import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ringtrace } from './command-line.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures/mail/', import.meta.url))
const RENEWAL = join(FIXTURES, 'renewal.eml')

type Scanned = {
  readonly file: string
  readonly verdict: { readonly callbackPhishing: boolean; readonly brands: readonly string[] }
  readonly numbers: readonly { readonly e164: string; readonly role: string; readonly visible: boolean }[]
  readonly issues: readonly { readonly code: string }[]
}

let data = ''
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-scan-'))
})
afterAll(() => rm(data, { recursive: true }))

async function scan(
  args: readonly string[],
  stdin = '',
): Promise<{ lines: Scanned[]; code: number | null; stderr: string }> {
  const { stdout, stderr, code } = await ringtrace(data, ['scan', '--json', ...args], stdin)
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { lines: lines.map((line) => JSON.parse(line) as Scanned), stderr, code }
}

describe('ringtrace scan --json', () => {
  test('of a folder gives a line for each mail, in order, and the run goes on after an empty one', async () => {
    const { lines, code, stderr } = await scan([FIXTURES])
    expect(lines.map(({ file }) => file.replace(FIXTURES, ''))).toEqual([
      'more/archive.mbox#1',
      'more/archive.mbox#2',
      'more/empty.eml',
      'renewal.eml',
    ])
    expect(lines[2]).toMatchObject({ numbers: [], issues: [{ code: 'message_empty' }] })
    expect(code).toBe(0)
    expect(stderr).toMatch(/^4 mails in .*: 1 callback phishing, 1 unread\n/)
  })
  test('finds the number the reader is to call, as the reader sees it, and no other', async () => {
    const { lines } = await scan([RENEWAL])
    expect(lines[0]).toMatchObject({
      messageId: '<renewal-1@billing-desk.example>',
      sentAt: '2026-03-02T10:11:12Z',
      from: { name: 'Norton Billing', address: 'billing@billing-desk.example' },
      subject: 'Your Norton 360 subscription has been renewed',
      verdict: { callbackPhishing: true, theme: 'subscription_renewal', brands: ['norton'] },
      issues: [],
    })
    expect(lines[0]?.numbers.map(({ e164, role, visible }) => [e164, role, visible])).toEqual([
      ['+18034714501', 'callback', true],
      ['+12127365000', 'other', false],
    ])
  })
  test('finds the number behind a link', async () => {
    const { lines } = await scan([join(FIXTURES, 'more/archive.mbox')])
    expect(lines[1]?.numbers).toMatchObject([
      { e164: '+447911123456', role: 'messaging', where: [{ part: 'link', name: null, page: null, via: 'link' }] },
    ])
  })
  test('of stdin says the same as of the file', async () => {
    const [byName, piped] = [await scan([RENEWAL]), await scan(['-'], readFileSync(RENEWAL, 'utf8'))]
    expect(piped.lines).toEqual(byName.lines.map((line) => ({ ...line, file: '-' })))
  })
  test('says the same with one reader as with several', async () => {
    expect((await scan(['--jobs', '1', FIXTURES])).lines).toEqual((await scan(['--jobs', '3', FIXTURES])).lines)
  })
})

describe('ringtrace scan', () => {
  test('says for people what it found, without a store', async () => {
    const { stdout, code } = await ringtrace(data, ['scan', RENEWAL])
    expect(stdout).toMatch(/renewal\.eml {2}callback phishing \d+ % {2}subscription renewal, norton\n/)
    expect(stdout).toMatch(/\n {2}\+18034714501 +call back +US /)
    expect(code).toBe(0)
  })
  test('shows what was found and what cannot be told, and counts the rest', async () => {
    const { stdout, stderr } = await ringtrace(data, ['scan', FIXTURES])
    expect(stdout).toMatch(/empty\.eml {2}cannot tell: the file holds no message\n/)
    expect(stdout).not.toContain('archive.mbox#1')
    expect(stderr).toMatch(/^1 mail without a number not shown \(--all shows them\)\n4 mails in /)
    expect((await ringtrace(data, ['scan', '--all', FIXTURES])).stdout).toContain('archive.mbox#1  no numbers')
  })
  test('of a path that does not exist names it, before anything is read', async () => {
    const { stdout, stderr, code } = await ringtrace(data, ['scan', RENEWAL, 'none.eml'])
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toMatch(/^ringtrace: none\.eml: does not exist\n {2}\S/)
  })
  test('of nothing that can be read says so, with a line for it', async () => {
    await writeFile(join(data, 'picture.png'), '\x89PNG\r\n\x1A\n')
    const { lines, code, stderr } = await scan(['picture.png'])
    expect(lines).toMatchObject([{ file: 'picture.png', numbers: [], issues: [{ code: 'message_unreadable' }] }])
    expect([code, stderr.split('\n').at(-2)]).toEqual([2, 'ringtrace: no mail could be read in picture.png'])
  })
  test('of a mail of 60 MB reads it', async () => {
    const line = `${'QUJD'.repeat(19)}\r\n`
    const large = `From: a@example.org\r\nSubject: call +1 803 471 4501\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n`
    await writeFile(join(data, 'large.eml'), large + line.repeat(Math.ceil(60e6 / line.length)))
    const { lines, code } = await scan(['large.eml'])
    expect(lines[0]?.numbers.map(({ e164 }) => e164)).toEqual(['+18034714501'])
    expect(code).toBe(0)
  })
  test.each([
    ['--jobs', '0'],
    ['--limit-seconds', 'x'],
    ['--region', 'Atlantis'],
    ['--ocr', 'some'],
  ])('refuses %s %s', async (flag, value) => {
    const { stdout, code } = await ringtrace(data, ['scan', flag, value, RENEWAL])
    expect([stdout, code]).toEqual(['', 2])
  })
})
