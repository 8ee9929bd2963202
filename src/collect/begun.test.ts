import { expect, test } from 'vitest'
import { begun } from './begun.ts'

async function collected<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

test('the first item is fetched before anybody asks, and all come in their order', async () => {
  let fetched = 0
  const items = begun(
    (async function* () {
      for (const item of [1, 2, 3]) {
        fetched++
        yield item
      }
    })(),
  )
  await Promise.resolve()
  expect(fetched).toBe(1)
  expect(await collected(items)).toEqual([1, 2, 3])
})

test('a failure of the first reaches who reads', async () => {
  const failing = begun(
    // oxlint-disable-next-line require-yield -- it fails before
    (async function* (): AsyncGenerator<number> {
      throw new Error('no such file')
    })(),
  )
  await expect(collected(failing)).rejects.toThrow('no such file')
})

test('who stops early ends the reading', async () => {
  let isEnded = false
  const items = begun(
    (async function* () {
      try {
        for (;;) yield 1
      } finally {
        isEnded = true
      }
    })(),
  )
  for await (const item of items) if (item === 1) break
  expect(isEnded).toBe(true)
})
