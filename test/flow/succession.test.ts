import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ringtrace, startRingtrace } from './command-line.ts'
import type { Started } from './command-line.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-succession-'))
})
afterEach(() => rm(data, { recursive: true }))

const FEED = ['import', '-', '--acknowledge', '--seen-at', '2026-03-01', '--channel', 'osint_list', '--json']

test('whoever worked through a command that ends goes on by itself, and nothing is said', async () => {
  const owner = startRingtrace(data, FEED, numbers(0, 100_000))
  await written(owner)
  const successor = startRingtrace(data, FEED, numbers(100_000, 100_000))
  await written(successor)
  owner.endInput('')
  expect(await owner.ended).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/lock|ringtrace:/) })
  successor.endInput(numbers(200_000, 10))
  const { code, stdout, stderr } = await successor.ended
  expect([code, stderr]).toEqual([0, expect.not.stringMatching(/lock|ringtrace:/)])
  expect(JSON.parse(stdout)).toMatchObject({ sightings: 100_010, knownNumbers: 200_010 })
})

test('commands that start at the same moment all do their work and say nothing of it', async () => {
  const ended = await Promise.all([0, 1, 2].map((i) => ringtrace(data, FEED, numbers(i * 10, 10))))
  for (const { code, stderr } of ended) expect([code, stderr]).toEqual([0, expect.not.stringMatching(/Code|lock/)])
  expect((await ringtrace(data, ['lookup', '+12012000029'])).stdout).toContain('osint list from stdin')
})

/** Resolves once a batch is acknowledged. */
function written(command: Started): Promise<void> {
  return new Promise((resolve) => command.onLine((line) => /sightings? written$/.test(line) && resolve()))
}

function numbers(from: number, count: number): string {
  return Array.from({ length: count }, (_, i) => `+${12_012_000_000 + from + i}\n`).join('')
}
