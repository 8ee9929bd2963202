import { inBatches } from '../model/grouped.ts'
import type { Query } from '../model/query.ts'
import type { Backend } from './backend.ts'
import { EMBEDDED_LAYOUT } from './embedded-session.ts'
import { openBackend } from './engine-backend.ts'
import { findLayout } from './find-layout.ts'
import { ownFolder } from './own-folder.ts'
import { openOwnerDoor } from './owner-door.ts'
import { newToken, removeOwner, writeOwner } from './owner-file.ts'
import { remoteBackend } from './remote-backend.ts'
import { openServer } from './server-session.ts'
import { sightingLines } from './sighting-lines.ts'
import type { Row } from './session.ts'
import type { Store } from './store.ts'

export type StoreOptions = {
  /** Folder of the embedded store and the look-up index. */
  readonly data: string
  /** A server or a cluster instead of the embedded store; its index is in `data` all the same. */
  readonly clickhouseUrl: string | null
  /** Acknowledged writes survive power loss, too. */
  readonly isDurable?: boolean
}

/** Sightings of one insert. Larger ones are hardly faster and take the memory. */
const SIGHTINGS_AT_ONCE = 100_000

const RINGS_AT_ONCE = 1_000

/**
 * Opens the store, making or migrating it as needed, and brings the look-up index up to it.
 *
 * Throws: IntelError `bad_config`, `store_busy` or `store_unavailable`, each saying what to do.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  let backend = await openEither(options)
  let successor: Promise<Backend> | null = null

  /** Everything asked of a store can be asked twice, so where the owner has gone somebody takes its place and is asked. */
  const succeed = async (gone: Backend): Promise<Backend> => {
    if (backend !== gone) return backend
    successor ??= openEither(options).finally(() => (successor = null))
    return (backend = await successor)
  }
  const ask = async <Answer>(work: (backend: Backend) => Promise<Answer>): Promise<Answer> => {
    const asked = backend
    try {
      return await work(asked)
    } catch (error) {
      if (!asked.isGone()) throw error
      return work(await succeed(asked))
    }
  }

  return {
    get kind() {
      return backend.kind
    },
    async ask<Answer>({ sql, params, decode }: Query<Answer>) {
      const rows = await ask((backend) => backend.rows(sql, params))
      return rows.map(decode)
    },
    async *stream<Answer>({ sql, params, decode }: Query<Answer>) {
      const [first, batches] = await ask((backend) => begun(backend.batches(sql, params)))
      let next = Promise.resolve(first)
      try {
        for (let batch = first; !batch.done; batch = await next) {
          // The next one is on its way while this one is being worked on; what it fails with is met above.
          next = batches.next()
          next.catch(() => {})
          yield batch.value.map(decode)
        }
      } finally {
        await next.catch(() => {})
        await batches.return?.()
      }
    },
    async write(sightings) {
      for (let at = 0; at < sightings.length; at += SIGHTINGS_AT_ONCE) {
        const lines = sightingLines(sightings.slice(at, at + SIGHTINGS_AT_ONCE))
        await ask((backend) => backend.insertSightings(lines))
      }
    },
    async writeRings(rings, events = []) {
      const tracing = await ask((backend) => backend.beginTracing())
      // The next are made while the last are being written.
      let writing = Promise.resolve()
      for (const some of inBatches(rings, RINGS_AT_ONCE)) {
        await writing
        writing = ask((backend) => backend.addRings(tracing, some))
      }
      await writing
      await ask((backend) => backend.listTracing(tracing, events))
    },
    changeRings: (change) => ask((backend) => backend.changeRings(change)),
    noteTraced: (mark) => ask((backend) => backend.noteTraced(mark)),
    refreshIndex: () => ask((backend) => backend.refreshIndex()),
    async close() {
      await backend.close()
    },
  }
}

/** What can fail before the first batch has failed once this resolves. */
async function begun(batches: AsyncIterable<Row[]>): Promise<[IteratorResult<Row[]>, AsyncIterator<Row[]>]> {
  const iterator = batches[Symbol.asyncIterator]()
  return [await iterator.next(), iterator]
}

/** One at a time: a process has one embedded store, and two openings at once would both find it free. */
let opening: Promise<unknown> = Promise.resolve()

function openEither({ data, clickhouseUrl, isDurable = false }: StoreOptions): Promise<Backend> {
  const opened = opening.then(() =>
    clickhouseUrl === null ? openFolder(data, isDurable) : openUrl(data, clickhouseUrl, isDurable),
  )
  opening = opened.catch(() => {})
  return opened
}

async function openUrl(data: string, url: string, isDurable: boolean): Promise<Backend> {
  const { session, cluster } = await openServer(url)
  try {
    const layout = await findLayout(session, cluster)
    return await openBackend(session, { kind: 'server', data, layout, isDurable })
  } catch (error) {
    await session.close()
    throw error
  }
}

async function openFolder(data: string, isDurable: boolean): Promise<Backend> {
  const ownership = await ownFolder(data)
  if ('owner' in ownership) {
    const remote = remoteBackend(ownership.owner, data)
    try {
      if (isDurable) await remote.makeDurable()
      return remote
    } catch (error) {
      if (remote.isGone()) return openFolder(data, isDurable)
      throw error
    }
  }
  const { session } = ownership
  try {
    const backend = await openBackend(session, {
      kind: 'embedded',
      data,
      layout: EMBEDDED_LAYOUT,
      isDurable,
    })
    return await withDoor(backend, data)
  } catch (error) {
    await session.close()
    throw error
  }
}

/** The address stays until the engine has let go of the folder, so that nobody else is in doubt about who holds it. */
async function withDoor(backend: Backend, data: string): Promise<Backend> {
  const token = newToken()
  const door = await openOwnerDoor(backend, token)
  const owner = { pid: process.pid, startedAt: new Date().toISOString(), port: door.port, token }
  try {
    writeOwner(data, owner)
  } catch (error) {
    await door.close()
    await backend.close()
    throw error
  }
  return {
    ...backend,
    async close() {
      await door.shut()
      await backend.close()
      removeOwner(data, owner)
      await door.close()
    },
  }
}
