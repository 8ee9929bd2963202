import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Query } from '../../model/query.ts'
import type { Sources } from '../sources.ts'

const Alive = z.object({ status: z.literal('ok') })
const Ready = Alive.extend({ demo: z.boolean().describe('Whether what is told here is of a made-up world') })

const ANYTHING: Query<unknown> = { sql: 'SELECT 1 AS one', params: {}, decode: (row) => row }

/** healthz: the process answers, and so does an engine inside it. readyz: so do the store and the index. */
export function healthRoutes({ store, index }: Sources, isDemo: boolean): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    const tags = ['health']
    app.get('/healthz', { schema: { tags, response: { 200: Alive } } }, async () => {
      if (store.kind === 'embedded') await store.ask(ANYTHING)
      return { status: 'ok' as const }
    })
    app.get('/readyz', { schema: { tags, response: { 200: Ready } } }, async () => {
      await store.ask(ANYTHING)
      index.size()
      return { status: 'ok' as const, demo: isDemo }
    })
    done()
  }
}
