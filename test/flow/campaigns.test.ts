import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { world } from '../../src/simulate/world.ts'
import { recordOf } from '../../src/simulate/facts.ts'
import { ringtrace } from './command-line.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-campaigns-'))
})
afterEach(() => rm(data, { recursive: true }))

const lines = (of: { numbers: number; seed: string }): string =>
  [...world(of).facts()].map((fact) => `${JSON.stringify(recordOf(fact))}\n`).join('')

test('rings are traced for campaigns, providers and brands where something came in since, and only then', async () => {
  const take = (stdin: string) => ringtrace(data, ['import', '-', '--trust-source'], stdin)
  expect((await take(lines({ numbers: 1_500, seed: 'campaigns' }))).code).toBe(0)
  const first = await ringtrace(data, ['campaigns', '--json'])
  expect(first.stderr).toContain('tracing rings')
  expect(first.stdout).toContain('"ring":"r-')
  for (const command of ['campaigns', 'providers', 'brands']) {
    const again = await ringtrace(data, [command, '--json'])
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing was taken in since') })
    if (command === 'campaigns') expect(again.stdout).toBe(first.stdout)
  }
  await take(lines({ numbers: 60, seed: 'more' }))
  expect((await ringtrace(data, ['providers'])).stderr).toContain('tracing rings')
})
