import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ringtrace, startRingtrace } from './command-line.ts'
import { scamMail } from './scam-mail.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-bad-'))
  await mkdir(join(data, 'mail'))
})
afterEach(() => rm(data, { recursive: true }))

const GOOD = '+18034714501'
const OTHER = '+18034714502'
const isKnown = async (number: string): Promise<boolean> => (await ringtrace(data, ['lookup', number])).code === 0

const multipart = (parts: readonly string[]): string =>
  scamMail(2, [OTHER])
    .replace('text/plain; charset=utf-8', 'multipart/mixed; boundary="b"')
    .replace('\r\n\r\n', '\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n')
    .concat(...parts)

const GARBAGE_PDF = Buffer.alloc(3_000, 'garbage \0').toString('base64')
const attachment = (base64: string): string =>
  `\r\n--b\r\nContent-Type: application/pdf; name="bill.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`

type Refusal = {
  readonly what: string
  readonly args: readonly string[]
  readonly file?: readonly [name: string, content: string]
  readonly says: RegExp
}

const IMPORT = ['--channel', 'osint_list', '--seen-at', '2026-03-01']
const REFUSED: readonly Refusal[] = [
  { what: 'a missing mail', args: ['ingest', 'none.eml'], says: /^ringtrace: none\.eml: does not exist\n {2}\S/ },
  {
    what: 'an empty mail',
    args: ['ingest', 'a.eml'],
    file: ['a.eml', ''],
    says: /1 × message_empty: .*\n {6}a\.eml\nringtrace: no message could be read\n$/,
  },
  {
    what: 'a missing file',
    args: ['import', 'none.csv', ...IMPORT],
    says: /^ringtrace: none\.csv: there is no such file\n$/,
  },
  {
    what: 'an empty file',
    args: ['import', 'a.csv', ...IMPORT],
    file: ['a.csv', ''],
    says: /1 × records_empty: .*\n {6}a\.csv\nringtrace: no sighting could be read\n$/,
  },
  {
    what: 'a wrong column',
    args: ['import', 'a.csv', '--map', 'number=Phone', ...IMPORT],
    file: ['a.csv', 'number,seen\n+18034714501,x\n'],
    says: /^ringtrace: a\.csv: there is no column Phone for number; the columns are number, seen\n.*--map number=COLUMN\n$/,
  },
  {
    what: 'records without a channel',
    args: ['import', 'a.txt', '--seen-at', '2026-03-01'],
    file: ['a.txt', '+18034714501\n'],
    says: /^ringtrace: a\.txt: there is no column channel; .*\n.*--channel, one of .*osint_list/,
  },
  {
    what: 'national numbers of nowhere',
    args: ['import', 'a.txt', ...IMPORT],
    file: ['a.txt', '8034714501\n'],
    says: /number_unreadable[^]*a\.txt:1 number: 8034714501[^]*--region US[^]*no sighting could be read\n$/,
  },
  {
    what: 'a field that does not exist',
    args: ['import', 'a.txt', '--map', 'phone=number'],
    says: /^ringtrace: --map phone=number is not field=column\n {2}fields are number, seenAt/,
  },
]

test.each(REFUSED)('$what is one clear line and exit code 2', async ({ args, file, says }) => {
  if (file) await writeFile(join(data, file[0]), file[1])
  const { code, stdout, stderr } = await ringtrace(data, args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(says)
})

test.each([
  ['a truncated mail', 'message_truncated', multipart([attachment(GARBAGE_PDF.slice(0, 500))])],
  ['a PDF of garbage', 'pdf_damaged', multipart([attachment(GARBAGE_PDF), '--b--\r\n'])],
])('%s is an issue by name, and its words are read all the same', async (_what, code, mail) => {
  await writeFile(join(data, 'mail', 'bad.eml'), mail)
  await writeFile(join(data, 'mail', 'good.eml'), scamMail(1, [GOOD]))
  const ended = await ringtrace(data, ['ingest', 'mail', '--json'])
  expect(ended.code).toBe(0)
  expect(JSON.parse(ended.stdout)).toMatchObject({ messages: 2, unread: 0, numbers: 2 })
  expect(ended.stderr).toMatch(new RegExp(`1 × ${code}: .*\n {6}mail/bad\\.eml`))
  expect(await isKnown(OTHER)).toBe(true)
})

test('a mail of 60 MB takes none of the others with it', async () => {
  const huge = multipart([attachment(Buffer.alloc(45_000_000, 7).toString('base64')), '--b--\r\n'])
  await writeFile(join(data, 'mail', 'a-huge.eml'), huge)
  await writeFile(join(data, 'mail', 'good.eml'), scamMail(1, [GOOD]))
  const ended = await ringtrace(data, ['ingest', 'mail'])
  expect([ended.code, ended.stderr]).toEqual([0, expect.stringContaining('mail/a-huge.eml')])
  expect(await isKnown(GOOD)).toBe(true)
})

test(
  'a second process that gets no answer says who holds the store, and loses nothing',
  { timeout: 120_000 },
  async () => {
    const holder = startRingtrace(data, ['import', '-', '--format', 'lines', ...IMPORT], '# waiting\n')
    await expect.poll(() => existsSync(join(data, 'store', 'owner.json')), { timeout: 30_000 }).toBe(true)
    const { pid } = JSON.parse(readFileSync(join(data, 'store', 'owner.json'), 'utf8')) as { pid: number }
    holder.signal('SIGSTOP')
    const second = await ringtrace(data, ['import', '-', '--format', 'lines', ...IMPORT], `${OTHER}\n`)
    expect([second.code, second.stderr]).toEqual([3, expect.stringContaining(String(pid))])
    holder.signal('SIGCONT')
    holder.endInput(`${GOOD}\n`)
    expect((await holder.ended).code).toBe(0)
    expect(await isKnown(GOOD)).toBe(true)
  },
)

test('a second process works through the one that holds the store, and both are remembered', async () => {
  const args = ['import', '-', '--format', 'lines', '--acknowledge', ...IMPORT]
  const holder = startRingtrace(data, args, '# waiting\n')
  await expect.poll(() => existsSync(join(data, 'store', 'owner.json')), { timeout: 30_000 }).toBe(true)
  const second = await ringtrace(data, args, `${OTHER}\n`)
  expect([second.code, second.stderr]).toEqual([0, expect.stringContaining('1 new number,')])
  holder.endInput(`${GOOD}\n`)
  expect((await holder.ended).code).toBe(0)
  expect(await isKnown(GOOD)).toBe(true)
  expect(await isKnown(OTHER)).toBe(true)
})
