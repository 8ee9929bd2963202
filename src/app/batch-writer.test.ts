import { expect, test } from 'vitest'
import { numberFromDigits } from '../model/phone-number.ts'
import { sighting } from '../model/sighting.ts'
import type { Sighting } from '../model/sighting.ts'
import type { Store } from '../store/store.ts'
import { IntelError } from '../model/failures.ts'
import { batchWriter } from './batch-writer.ts'

const sightings = (count: number): Sighting[] =>
  Array.from({ length: count }, (_, index) =>
    sighting({ number: numberFromDigits(18_034_714_500 + index), seenAt: 0, channel: 'analyst', source: 'test' }),
  )

/** A store that keeps what it is given, where it is not told to fail. */
const keeping = (kept: number[], failsAt = Infinity): Store =>
  ({
    write: async (batch: readonly Sighting[]) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (kept.length >= failsAt) throw new IntelError('store_unavailable', 'the disk is full')
      kept.push(batch.length)
    },
  }) as unknown as Store

test('what is told as written is what the store has acknowledged, in order', async () => {
  const [kept, told]: [number[], number[]] = [[], []]
  const writer = batchWriter(keeping(kept), (acknowledged) => {
    told.push(acknowledged)
    expect(acknowledged).toBe(kept.reduce((sum, size) => sum + size, 0))
  })
  const all = sightings(70_000)
  for (let round = 0; round < 4; round++) await writer.add(all)
  await writer.end()
  expect(kept).toEqual([100_000, 100_000, 80_000])
  expect(told).toEqual([100_000, 200_000, 280_000])
})

test('a store that fails ends the writing with its failure, and nothing more is told as written', async () => {
  const told: number[] = []
  const writer = batchWriter(keeping([], 1), (acknowledged) => told.push(acknowledged))
  const all = sightings(100_000)
  const writing = (async () => {
    for (let round = 0; round < 4; round++) await writer.add(all)
    await writer.end()
  })()
  await expect(writing).rejects.toMatchObject({ code: 'store_unavailable' })
  expect(told).toEqual([100_000])
})

test('without a sighting nothing is written', async () => {
  const kept: number[] = []
  const writer = batchWriter(keeping(kept), () => {})
  await writer.add([])
  await writer.end()
  expect(kept).toEqual([])
})
