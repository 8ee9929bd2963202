import { IntelError } from '../model/failures.ts'
import { toldError } from '../model/told-failure.ts'
import type { Backend } from './backend.ts'
import { PATHS } from './owner-door.ts'
import type { AddedRings, ListedTracing, Word } from './owner-door.ts'
import type { Owner } from './owner-file.ts'
import type { Row } from './session.ts'

/** How long an owner that is alive may take to say hello. */
const HELLO_MILLIS = 5_000

/**
 * Whether the owner a file names is there: `here`, `closing` the store, `silent` though somebody listens, or `nobody`
 * listens, or somebody else does.
 */
export async function greet({ port, token }: Owner): Promise<'here' | 'closing' | 'silent' | 'nobody'> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${PATHS.hello}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(HELLO_MILLIS),
    })
    const word = response.ok ? (JSON.parse((await response.text()).trim()) as Word) : null
    return word && 'done' in word ? 'here' : word && 'closing' in word ? 'closing' : 'nobody'
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'silent' : 'nobody'
  }
}

/** Works through the process that owns the store. */
export function remoteBackend(owner: Owner, data: string): Backend {
  let isGone = false
  const gone = (cause?: unknown): IntelError => {
    isGone = true
    return new IntelError('store_unavailable', `process ${owner.pid}, which held the store in ${data}, has gone`, {
      cause,
    })
  }

  async function* say(path: string, body: string): AsyncGenerator<Row[], number> {
    for await (const line of linesOf(path, body)) {
      const word = JSON.parse(line) as Word
      if (word === null) continue
      if ('rows' in word) yield word.rows
      else if ('done' in word) return word.done
      else if ('closing' in word) throw gone()
      else throw toldError(word, `process ${owner.pid}, which holds the store, met `)
    }
    throw gone()
  }

  async function* linesOf(path: string, body: string): AsyncGenerator<string> {
    let rest = ''
    try {
      const response = await fetch(`http://127.0.0.1:${owner.port}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${owner.token}` },
        body,
      })
      if (!response.ok || !response.body) throw gone()
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        yield* lines
      }
    } catch (error) {
      throw error instanceof IntelError ? error : gone(error)
    }
  }

  const done = async (path: string, body: string): Promise<number> => {
    const words = say(path, body)
    for (;;) {
      const word = await words.next()
      if (word.done) return word.value
    }
  }

  return {
    kind: 'remote',
    async rows(sql, params) {
      const rows: Row[] = []
      for await (const batch of say(PATHS.rows, JSON.stringify({ sql, params })))
        for (const row of batch) rows.push(row)
      return rows
    },
    batches: (sql, params) => say(PATHS.rows, JSON.stringify({ sql, params })),
    async insertSightings(lines) {
      await done(PATHS.sightings, lines)
    },
    beginTracing: () => done(PATHS.beginTracing, ''),
    async addRings(tracing, rings) {
      await done(PATHS.addRings, JSON.stringify({ tracing, rings } satisfies AddedRings))
    },
    async listTracing(tracing, events) {
      await done(PATHS.listTracing, JSON.stringify({ tracing, events } satisfies ListedTracing))
    },
    async changeRings(change) {
      await done(PATHS.changedRings, JSON.stringify(change))
    },
    async noteTraced(mark) {
      await done(PATHS.traced, mark)
    },
    refreshIndex: () => done(PATHS.refresh, ''),
    async makeDurable() {
      await done(PATHS.durable, '')
    },
    isGone: () => isGone,
    async close() {},
  }
}
