import { timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { IntelError } from '../model/failures.ts'
import type { Ring, RingChange, RingEvent } from '../model/ring.ts'
import { tellFailure } from '../model/told-failure.ts'
import type { ToldFailure } from '../model/told-failure.ts'
import type { Backend } from './backend.ts'
import type { Row } from './session.ts'

/**
 * What the owner says, one JSON a line: any number of rows, then how it ended. `null` lines say that it is at work.
 * closing: the store is being closed; whoever asks may own it next.
 */
export type Word =
  | null
  | { readonly rows: Row[] }
  | { readonly done: number }
  | ToldFailure
  | { readonly closing: true }

/** Rings of a tracing, and what became of rings in it. */
export type AddedRings = { readonly tracing: number; readonly rings: readonly Ring[] }
export type ListedTracing = { readonly tracing: number; readonly events: readonly RingEvent[] }

export type Asked = { readonly sql: string; readonly params: Readonly<Record<string, unknown>> }

export const PATHS = {
  hello: '/hello',
  rows: '/rows',
  sightings: '/sightings',
  beginTracing: '/begin-tracing',
  addRings: '/add-rings',
  listTracing: '/list-tracing',
  changedRings: '/changed-rings',
  traced: '/traced',
  refresh: '/refresh',
  durable: '/durable',
} as const

const AT_WORK_EVERY_MILLIS = 10_000

/** Ten times what a full batch of sightings takes; and what the longest text of the language can hold. */
const MAX_BODY_BYTES = 256 * 1024 * 1024

export type OwnerDoor = {
  readonly port: number
  /** Lets nobody else in and waits for those inside. */
  shut(): Promise<void>
  close(): Promise<void>
}

/**
 * Lets other processes of this machine, who know the token, work through this one. Whoever knows it may ask the engine
 * anything, files of this user included: it is worth as much as being that user, and kept where only that user reads.
 */
export async function openOwnerDoor(backend: Backend, token: string): Promise<OwnerDoor> {
  const inside = new Set<Promise<void>>()
  let isShut = false

  const server = createServer((request, response) => {
    if (!isKnown(request, token)) {
      response.writeHead(401).end()
      return
    }
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    if (isShut) {
      response.end(`${JSON.stringify({ closing: true } satisfies Word)}\n`)
      return
    }
    const visit = answer(backend, request, response)
    inside.add(visit)
    void visit.finally(() => inside.delete(visit))
  })
  server.requestTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()

  return {
    port: (server.address() as AddressInfo).port,
    async shut() {
      isShut = true
      await Promise.all(inside)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isKnown(request: IncomingMessage, token: string): boolean {
  if (request.headers.host !== `127.0.0.1:${request.socket.localPort}`) return false
  const given = Buffer.from(request.headers.authorization ?? '')
  const known = Buffer.from(`Bearer ${token}`)
  return given.length === known.length && timingSafeEqual(given, known)
}

async function answer(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = async (word: Word): Promise<void> => {
    if (response.write(`${JSON.stringify(word)}\n`) || response.destroyed) return
    await new Promise((resolve) => {
      response.once('drain', resolve)
      response.once('close', resolve)
    })
  }
  const atWork = setInterval(() => void say(null), AT_WORK_EVERY_MILLIS)
  try {
    const body = await bodyOf(request)
    await say({ done: await work(backend, request.url ?? '', body, say, () => response.destroyed) })
  } catch (error) {
    await say(tellFailure(error))
  } finally {
    clearInterval(atWork)
    response.end()
  }
}

/** What is too long is heard to its end, so that whoever says it hears the answer, and not kept. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk)
    else chunks.length = 0
  }
  if (bytes > MAX_BODY_BYTES) throw new IntelError('bad_input', `a request of more than ${MAX_BODY_BYTES >> 20} MB`)
  return Buffer.concat(chunks).toString('utf8')
}

function parsed<Body>(body: string): Body {
  try {
    return JSON.parse(body) as Body
  } catch (cause) {
    throw new IntelError('bad_input', 'the owner of a store was asked something that is not JSON', { cause })
  }
}

async function work(
  backend: Backend,
  path: string,
  body: string,
  say: (word: Word) => Promise<void>,
  hasLeft: () => boolean,
): Promise<number> {
  switch (path) {
    case PATHS.hello:
      return process.pid
    case PATHS.rows: {
      const { sql, params } = parsed<Asked>(body)
      for await (const rows of backend.batches(sql, params)) {
        if (hasLeft()) break
        await say({ rows })
      }
      return 0
    }
    case PATHS.sightings:
      await backend.insertSightings(body)
      return 0
    case PATHS.beginTracing:
      return backend.beginTracing()
    case PATHS.addRings: {
      const { tracing, rings } = parsed<AddedRings>(body)
      await backend.addRings(tracing, rings)
      return 0
    }
    case PATHS.listTracing: {
      const { tracing, events } = parsed<ListedTracing>(body)
      await backend.listTracing(tracing, events)
      return 0
    }
    case PATHS.changedRings:
      await backend.changeRings(parsed<RingChange>(body))
      return 0
    case PATHS.traced:
      await backend.noteTraced(body)
      return 0
    case PATHS.refresh:
      return backend.refreshIndex()
    case PATHS.durable:
      await backend.makeDurable()
      return 0
    default:
      throw new IntelError('bad_input', `the owner of a store does not know ${path}`)
  }
}
