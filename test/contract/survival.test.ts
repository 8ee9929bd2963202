import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import { numberedSightings } from './sightings.ts'
import { startChild } from './start-child.ts'

const ROUNDS = 4

test('kill -9 while writing: nothing acknowledged is missing, nothing is double', async () => {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-kill-'))
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    // Begins with what was said last, so that batches cut off are written a second time.
    const child = startChild('write', data, String(acknowledged))
    expect(await child.word()).toBe('embedded')
    for (let batches = 0; batches < 5; batches++) acknowledged = Number(await child.word())
    // In the middle of some write, not always at the same point of it.
    await sleep(round * 7)
    child.signal('SIGKILL')
    for (let word = await child.word(); word !== null; word = await child.word()) acknowledged = Number(word)
    expect(await child.ended()).toBeNull()
  }

  const store = await openStore({ data, clickhouseUrl: null })
  const known = await store.ask({
    sql: 'SELECT number FROM sightings',
    params: {},
    decode: (row) => `+${String(row['number'])}`,
  })
  expect(new Set(known).size).toBe(known.length)
  const written = numberedSightings(0, acknowledged)
  const held = new Set(known)
  expect(written.filter(({ number }) => !held.has(number))).toEqual([])

  const index = await openNumberIndex(data)
  expect(index.size()).toBe(known.length)
  for (const { number, seenAt } of written) {
    expect(index.profile(number)?.records).toMatchObject([{ sightings: 1, firstSeenAt: seenAt, lastSeenAt: seenAt }])
  }
  await index.close()
  await store.close()
  rmSync(data, { recursive: true })
})
