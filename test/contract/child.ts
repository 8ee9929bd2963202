import { openStore } from '../../src/store/open-store.ts'
import { numberedSightings } from './sightings.ts'

/**
 * A process that works on a store, for tests that end it. Says on stdout what it has done, one word a line.
 *
 * hold DATA:           opens the store, says its kind, and closes it when stdin ends.
 * write DATA FROM:     writes numbered sightings in batches and says, once a batch is acknowledged, up to which.
 */
const [work, data = '', from = '0'] = process.argv.slice(2)
const BATCH = 50

const store = await openStore({ data, clickhouseUrl: null })
console.log(store.kind)
if (work === 'write') {
  for (let next = Number(from); ; next += BATCH) {
    await store.write(numberedSightings(next, BATCH))
    console.log(next + BATCH)
  }
}
for await (const _ of process.stdin);
await store.close()
