import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

// The program as it ships, a process a command, the way a person runs it.

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const REAL_MAIL = fileURLToPath(new URL('../../../shared/data/mail/scam', import.meta.url))

/** Twice through every mail, each time with a start of the engine. */
const TWICE_MILLIS = 240_000

type Answer = { readonly stdout: string; readonly stderr: string; readonly status: number | null }
type RingJson = {
  readonly id: string
  readonly numbers: readonly string[]
  readonly links: readonly { readonly messages: string[] }[]
}
type LookupJson = {
  readonly number: string | null
  readonly risk: number | null
  readonly ring: string | null
  readonly sightings: number
  readonly reasons: readonly { readonly code: string; readonly evidence: readonly unknown[] }[]
}

const folders: string[] = []
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ringtrace-main-job-'))
  folders.push(folder)
  return folder
}
const ringtrace = (data: string, args: readonly string[], input = ''): Answer =>
  spawnSync(process.execPath, [MAIN, ...args], {
    env: { ...process.env, RINGTRACE_DATA: data },
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
/** Standard output of a command that must go well. */
const printed = (data: string, args: readonly string[], input = ''): string => {
  const { status, stdout, stderr } = ringtrace(data, args, input)
  expect(status, stderr).toBe(0)
  return stdout
}
const lines = <Line>(text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

/** Ingests a folder of mail, traces rings, looks up every member: what a detection engineer does first. */
function mainJob(data: string, mail: string): { rings: string; lookups: string } {
  // Pictures have tests of their own, and take most of the time.
  printed(data, ['ingest', '--ocr', 'off', mail])
  const rings = printed(data, ['rings', '--json'])
  const members = lines<RingJson>(rings).flatMap((ring) => ring.numbers)
  // A day of its own, so that the same answers are the same bytes whenever the test runs.
  const lookups = printed(data, ['lookup', '--json', '--as-of', '2030-01-01', '-'], members.join('\n'))
  return { rings, lookups }
}

function answersTheMainJob(mail: () => string): void {
  const data = freshFolder()
  let first: { rings: string; lookups: string }

  test('mail becomes rings, every link shown by messages', () => {
    first = mainJob(data, mail())
    const rings = lines<RingJson>(first.rings)
    expect(rings.length).toBeGreaterThan(0)
    for (const ring of rings) {
      expect(ring.id).toMatch(/^r-[0-9a-f]{12}$/)
      expect(ring.numbers.length).toBeGreaterThanOrEqual(2)
      expect(ring.links.length).toBeGreaterThanOrEqual(ring.numbers.length - 1)
      for (const link of ring.links) expect(link.messages.length).toBeGreaterThan(0)
    }
  })

  test('a member of a ring has a risk with a reason that shows its evidence', () => {
    const [ring] = lines<RingJson>(first.rings)
    const [answer] = lines<LookupJson>(printed(data, ['lookup', '--json', ring!.numbers[0]!]))
    expect(answer?.ring).toBe(ring?.id)
    expect(answer?.risk).toBeGreaterThanOrEqual(2)
    expect(answer?.sightings).toBeGreaterThan(0)
    expect(answer?.reasons.find(({ code }) => code === 'source.scam_email')?.evidence).not.toEqual([])
  })

  test(
    'the same again, and from a fresh folder, gives the same bytes',
    () => {
      expect(mainJob(data, mail())).toEqual(first)
      expect(mainJob(freshFolder(), mail())).toEqual(first)
    },
    TWICE_MILLIS,
  )
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

describe('from simulated mail', () => {
  const mail = join(freshFolder(), 'mail')
  answersTheMainJob(() => {
    if (!existsSync(mail)) {
      printed(mail, ['simulate', '--numbers', '400', '--seed', 'main-job', '--mail', mail, '--mails', '60'])
    }
    return mail
  })
})

const hasRealMail = existsSync(REAL_MAIL)
if (!hasRealMail) console.warn(`skipped: the main job on real mail; there is none at ${REAL_MAIL}`)
test('real mail is there where it must be', () => {
  expect(hasRealMail || process.env['CI'] === undefined).toBe(true)
})
describe.skipIf(!hasRealMail)('from real scam mail', () => answersTheMainJob(() => REAL_MAIL))

const unnamed = (args: readonly string[], input = ''): Answer => {
  const { RINGTRACE_DATA: _named, ...env } = process.env
  return spawnSync(process.execPath, [MAIN, ...args], { cwd: freshFolder(), env, input, encoding: 'utf8' })
}

test('where nobody named a folder, a look-up knows nothing, says so, and makes none', () => {
  const { stdout, stderr, status } = unnamed(['lookup', '--json', '+18034714598'])
  expect(status).toBe(1)
  expect(lines<LookupJson>(stdout)).toMatchObject([{ risk: null, sightings: 0, ring: null }])
  expect(stderr).toMatch(/^nothing remembered yet in \.\/\.ringtrace: ringtrace ingest/)
  expect(readdirSync(folders.at(-1) ?? '')).toEqual([])
})

test.each([['lookup', '+18034714598'], ['lookup', '--as-of', '2026-03-01', '+18034714598'], ['rings'], ['blocks']])(
  'a named folder that holds nothing is a mistake, not an all-clear: %s',
  (...args) => {
    const data = join(freshFolder(), 'mistyped')
    const { stdout, stderr, status } = ringtrace(data, args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(new RegExp(`^ringtrace: there is no .* in ${data}\n  \\S`))
    expect(existsSync(data)).toBe(false)
  },
)

test.each([['rings'], ['blocks']])('%s of nothing says that nothing is remembered, and makes no folder', (command) => {
  expect(unnamed([command])).toMatchObject({
    status: 0,
    stdout: '',
    stderr: expect.stringMatching(/^nothing remembered/),
  })
  expect(readdirSync(folders.at(-1) ?? '')).toEqual([])
})

test('a line of stdin is a line of the answer, in order; what is no number has no risk, and comments are skipped', () => {
  const input = '# mine\n+18034714598\n\nhello\n(804) 713-4598\r\n'
  const { stdout, status } = unnamed(['lookup', '--json', '--region', 'us', '-'], input)
  expect(status).toBe(1)
  expect(lines<Record<string, unknown>>(stdout).map((answer) => answer['number'])).toEqual([
    '+18034714598',
    null,
    '+18047134598',
  ])
  expect(stdout.split('\n')[1]).toBe('{"number":null,"input":"hello","error":{"code":"not_a_number"}}')
})

test('a stdin without a number in it is told, not answered', () => {
  expect(unnamed(['lookup', '-'], '\n# none\n')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('no number came in on stdin'),
  })
})

test('nothing readable, an unknown ring and a width that is none are the answers of the table', () => {
  const data = freshFolder()
  expect(unnamed(['lookup', 'hello'])).toMatchObject({ status: 2 })
  expect(unnamed(['rings', 'r-000000000000'])).toMatchObject({ status: 1, stdout: '' })
  expect(ringtrace(data, ['blocks', '--width', '50'])).toMatchObject({ status: 2, stdout: '' })
  expect(ringtrace(data, ['lookup', '--as-of', 'yesterday', '+18034714598'])).toMatchObject({ status: 2, stdout: '' })
})
