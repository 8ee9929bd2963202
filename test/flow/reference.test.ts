import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ringtrace } from './command-line.ts'

const DATA = resolve('../shared/data/reference')
const isThere = existsSync(DATA)
if (!isThere) console.warn(`${DATA} is not there: the numbering plan is not made anew`)

const HEAD = 'NMS Number Block: Number Block,Block Status,CP Name,Non Geo Number Length,Allocation Date'
const S7 = `${HEAD}\n7400 1,Allocated,Example Mobile Ltd,10 digit numbers,06/11/2025\n7400 2,Quarantined,,10 digit numbers,\n`
const NUMBER = '+447400123456'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringtrace-reference-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const reference = (...words: string[]) => ringtrace(folder, ['reference', ...words, '--data', join(folder, 'data')])
const lookedUp = async () => {
  const { stdout } = await ringtrace(folder, ['lookup', '--json', NUMBER, '--data', join(folder, 'data')])
  return JSON.parse(stdout) as Record<string, unknown>
}

test('a register is added, used by look-ups, replaced, and taken away again', async () => {
  const added = await reference('add', 'ofcom', written('S7.csv', S7), '--json')
  expect(added.code).toBe(0)
  expect(JSON.parse(added.stdout)).toMatchObject({ name: 'ofcom-s7', date: '2025-11-06', callingCodes: [44] })
  expect(await lookedUp()).toMatchObject({ lineType: 'mobile', provider: 'Example Mobile Ltd' })

  const again = await reference('add', 'ofcom', written('S7.csv', S7.replace('Example Mobile', 'Other')))
  expect(again.stdout).toContain('1 changed')
  expect(await lookedUp()).toMatchObject({ provider: 'Other Ltd' })

  expect((await reference('list')).stdout).toContain('ofcom-s7')
  expect((await reference('remove', 'ofcom-s7')).code).toBe(0)
  expect((await reference('list')).stdout).not.toContain('ofcom-s7')
  expect((await reference('remove', 'ofcom-s7')).code).toBe(1)
})

test('a file that was cut off changes nothing, and says where it ends', async () => {
  await reference('add', 'ofcom', written('S7.csv', S7))
  const before = readFileSync(join(folder, 'data/reference/ofcom-s7.bin'))
  const cut = await reference('add', 'ofcom', written('S7.csv', S7.slice(0, -30)))
  expect(cut.code).toBe(2)
  expect(cut.stderr).toMatch(/S7\.csv:3:\d+: /)
  expect(readFileSync(join(folder, 'data/reference/ofcom-s7.bin'))).toEqual(before)
  expect(readdirSync(join(folder, 'data/reference'))).toEqual(['ofcom-s7.bin'])
})

test('of several files one that is wrong keeps all of them out', async () => {
  const good = written('S7.csv', S7)
  const { code } = await reference('add', 'ofcom', good, written('S8.csv', 'nothing\n'))
  expect(code).toBe(2)
  expect(existsSync(join(folder, 'data/reference'))).toBe(false)
})

test('check and --dry-run keep nothing', async () => {
  const file = written('S7.csv', S7)
  for (const words of [
    ['check', 'ofcom', file],
    ['add', '--dry-run', 'ofcom', file],
  ]) {
    const { code, stdout } = await reference(...words)
    expect(code).toBe(0)
    expect(stdout).toContain('ofcom-s7')
  }
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

test('a damaged table is told by name, with what to do', async () => {
  await reference('add', 'ofcom', written('S7.csv', S7))
  writeFileSync(join(folder, 'data/reference/ofcom-s7.bin'), 'garbage')
  const { code, stderr } = await reference('list')
  expect(code).toBe(2)
  expect(stderr).toContain('ofcom-s7.bin')
  expect((await reference('remove', 'ofcom-s7')).code).toBe(0)
  expect((await reference('list')).code).toBe(0)
})

test('a kind that is none is told with those there are', async () => {
  const { code, stderr } = await reference('add', 'oftel', written('S7.csv', S7))
  expect(code).toBe(2)
  expect(stderr).toContain('ofcom, arcep')
})

test('a file larger than any register is not read', async () => {
  const path = written('S7.csv', S7)
  truncateSync(path, 600 * 1024 * 1024)
  const { code, stderr } = await reference('check', 'ofcom', path)
  expect(code).toBe(2)
  expect(stderr).toContain('a register has no')
})

test('a plan without one of its sources is not made', async () => {
  const { code, stderr } = await reference('update', written('S7.csv', S7))
  expect(code).toBe(2)
  expect(stderr).toContain('metadata.zip is missing')
})

test.skipIf(!isThere)(
  'made anew from its sources the plan is the shipped one, byte by byte',
  async () => {
    const sources = ['libphonenumber-metadata.zip', 'nanpa-npa_report.csv', 'nanpa-5XX_report.txt']
    const out = join(folder, 'plan.bin')
    const made = await reference('update', '--out', out, ...sources.map((name) => `${DATA}/${name}`))
    expect(made.code).toBe(0)
    expect(readFileSync(out).equals(readFileSync('data/numbering-plan.bin'))).toBe(true)
    const again = await reference('update', '--dry-run', ...sources.map((name) => `${DATA}/${name}`))
    expect(again.stdout.match(/nothing changed/g)).toHaveLength(4)
  },
  120_000,
)
