import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const home = process.cwd()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringtrace-settings-'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

const config = (content: object): void => writeFileSync('ringtrace.config.json', JSON.stringify(content))

test('flags go before variables, variables before the file', () => {
  config({ region: 'BR', port: 1, names: ['file.example'], data: '/file' })
  expect(readSettings({}, {})).toMatchObject({ region: 'BR', port: 1, names: ['file.example'], data: '/file' })
  const variables = { RINGTRACE_REGION: 'gb', RINGTRACE_PORT: '2', RINGTRACE_NAMES: 'A.example, b.example' }
  expect(readSettings({}, variables)).toMatchObject({ region: 'GB', port: 2, names: ['a.example', 'b.example'] })
  const flags = { region: 'US', port: 0, name: ['flag.example'] }
  expect(readSettings(flags, variables)).toMatchObject({ region: 'US', port: 0, names: ['flag.example'] })
})

test('what is empty is not set', () => {
  const empty = { RINGTRACE_DATA: '', RINGTRACE_REGION: '', RINGTRACE_PORT: '', RINGTRACE_CLICKHOUSE_URL: '' }
  expect(readSettings({ data: '' }, { ...empty, RINGTRACE_NAMES: '' })).toEqual(readSettings({}, {}))
  expect(readSettings({}, empty).data).toBe(join(process.cwd(), '.ringtrace'))
})

describe('what cannot be used is told by where it stands', () => {
  test('a flag is the input of whoever typed it', () => {
    expect(() => readSettings({ region: 'XX' }, { RINGTRACE_REGION: 'US' })).toThrow(
      expect.objectContaining({ code: 'bad_input', message: '--region: no region XX' }),
    )
    expect(() => readSettings({ name: ['a.example:80'] }, {})).toThrow(
      expect.objectContaining({ code: 'bad_input', message: '--name: "a.example:80" is no host name' }),
    )
  })
  test.each([
    ['RINGTRACE_REGION', 'XX'],
    ['RINGTRACE_PORT', '65536'],
    ['RINGTRACE_PORT', '1e3'],
    ['RINGTRACE_NAMES', 'https://a.example'],
    ['RINGTRACE_CLICKHOUSE_URL', 'clickhouse:8123'],
  ])('%s=%s is a setting', (name, value) => {
    expect(() => readSettings({}, { [name]: value })).toThrow(
      expect.objectContaining({ code: 'bad_config', message: expect.stringContaining(`${name}: `) }),
    )
  })
  test.each([
    { region: 'XX' },
    { port: -1 },
    { names: ['a b'] },
    { names: 'a' },
    { port: '80' },
    { data: 1 },
    { prot: 80 },
  ])('%j in the file is a setting', (content) => {
    config(content)
    const message = expect.stringContaining(`ringtrace.config.json: ${Object.keys(content)[0]}: `)
    expect(() => readSettings({}, {})).toThrow(expect.objectContaining({ code: 'bad_config', message }))
  })
})
