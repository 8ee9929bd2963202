import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEngines } from '../../src/app/engines/open-engines.ts'
import { readOne } from '../../src/app/read-one.ts'
import { collectRecords } from '../../src/collect/records.ts'
import { loadReference } from '../../src/collect/reference.ts'
import { READ_LIMITS } from '../../src/extract/read-limits.ts'
import type { Label } from '../../src/simulate/label.ts'

const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const WORLD = ['--numbers', '6000', '--seed', 'flow', '--days', '60']

let folder: string

const simulate = (...options: string[]) =>
  spawnSync(process.execPath, [PROGRAM, 'simulate', ...options], { encoding: 'utf8', maxBuffer: 2 ** 28 })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringtrace-simulate-'))
  const options = [...WORLD, '--mail', join(folder, 'mail'), '--mails', '200', '--truth', join(folder, 'truth.json')]
  const { status, stderr, stdout } = simulate(...options)
  expect(stderr).toContain('200 mails')
  expect(status).toBe(0)
  await writeFile(join(folder, 'sightings.ndjson'), stdout)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function areEqual(file: string, other: string): Promise<boolean> {
  return (await readFile(file)).equals(await readFile(other))
}

async function labels(): Promise<Label[]> {
  const lines = await readFile(join(folder, 'mail', 'labels.jsonl'), 'utf8')
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Label)
}

test('the same options write the same sightings, mail and truth to the byte', async () => {
  const again = join(folder, 'again')
  const { stdout } = simulate(...WORLD, '--mail', again, '--mails', '200', '--truth', join(folder, 'truth-again.json'))
  expect(stdout === (await readFile(join(folder, 'sightings.ndjson'), 'utf8'))).toBe(true)
  expect(await areEqual(join(folder, 'truth-again.json'), join(folder, 'truth.json'))).toBe(true)
  const files = await readdir(join(folder, 'mail'))
  expect(await readdir(again)).toEqual(files)
  for (const file of files) expect(await areEqual(join(again, file), join(folder, 'mail', file)), file).toBe(true)
})

test('every simulated sighting is a record that import takes', async () => {
  const lines = (await readFile(join(folder, 'sightings.ndjson'), 'utf8')).trimEnd().split('\n').length
  const options = {
    map: new Map(),
    channel: null,
    source: null,
    trustsSource: true,
    bareNumbers: null,
    seenAt: null,
    latestAt: Date.UTC(2100, 0),
    format: null,
  }
  let taken = 0
  for await (const { sightings, issues } of collectRecords([join(folder, 'sightings.ndjson')], options)) {
    expect(issues).toEqual([])
    taken += sightings.length
  }
  expect(taken).toBe(lines)
})

test('the reader finds what a person would see in generated mail, and nothing that is hidden', async () => {
  const reading = {
    engines: openEngines({ pictures: 'off', cacheFolder: null, timeLimitMillis: 10_000 }).ofMail(),
    limits: READ_LIMITS,
    reference: await loadReference(),
    region: null,
  }
  let wanted = 0
  let found = 0
  let invented = 0
  for (const label of await labels()) {
    const scanned = await readOne(await readFile(join(folder, 'mail', label.f)), label.f, reading)
    const seen = new Set(scanned.numbers.filter(({ visible }) => visible).map(({ e164 }) => e164 as string))
    const labelled = new Set(label.numbers.map(({ e164 }) => e164))
    invented += [...seen].filter((number) => !labelled.has(number)).length
    // Nobody reads pictures yet.
    if (label.numbers.some(({ obf }) => obf.includes('image_only'))) continue
    wanted += labelled.size
    found += [...labelled].filter((number) => seen.has(number)).length
  }
  expect(wanted).toBeGreaterThan(150)
  expect(found / wanted).toBeGreaterThan(0.9)
  expect(invented / found).toBeLessThan(0.05)
})

test('the sample invoice of the workbench is what the program writes', async () => {
  const samples = join(folder, 'samples')
  simulate('--numbers', '4000', '--seed', 'samples', '--mail', samples, '--mails', '60')
  const sample = fileURLToPath(new URL('../../web/public/samples/invoice.eml', import.meta.url))
  expect(await areEqual(join(samples, 'mail-000041.eml'), sample)).toBe(true)
})

test('truth names each number once, and who sent each mail', async () => {
  const truth = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as {
    readonly simulated: boolean
    readonly operators: readonly { readonly id: string; readonly numbers: readonly { readonly number: string }[] }[]
  }
  expect(truth.simulated).toBe(true)
  const operatorOf = new Map(truth.operators.flatMap(({ id, numbers }) => numbers.map(({ number }) => [number, id])))
  expect(operatorOf.size).toBe(6_000)
  for (const { operator, numbers } of await labels()) {
    for (const { e164, role } of numbers) if (role === 'callback') expect(operatorOf.get(e164)).toBe(operator)
  }
})

test('a folder with something in it is left alone', async () => {
  const { status, stderr, stdout } = simulate(...WORLD, '--mail', join(folder, 'mail'))
  expect(status).toBe(2)
  expect(stderr).toContain('is not empty')
  expect(stdout).toBe('')
})

test.each([
  ['--numbers', '0'],
  ['--days', 'many'],
  ['--start', '2026-02-31'],
  ['--mail', '/dev/null/mail'],
  ['--truth', '/dev/null/truth.json'],
])('%s %s is refused in words', (option, value) => {
  const { status, stderr, stdout } = simulate('--numbers', '10', option, value)
  expect(status).toBe(2)
  expect(stderr).toMatch(/^ringtrace: .+\n/)
  expect(stdout).toBe('')
})
