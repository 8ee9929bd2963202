import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { shownRing } from '../../app/shown-ring.ts'
import { countRings, findRings } from '../../app/trace-rings.ts'
import { IntelError } from '../../model/failures.ts'
import { numberRowJson } from '../../render/number-row.ts'
import { ringEventJson, ringJson, ringRowJson } from '../../render/rings.ts'
import { Rings } from '../ring-schemas.ts'
import { answers, RingAnswer } from '../schemas.ts'
import { lookUpSources } from '../sources.ts'
import type { Sources } from '../sources.ts'
import { messageRow } from '../views.ts'

const Page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
})
const RingPage = Page.extend({ order: z.enum(['largest', 'newest']).default('largest') })
/** What numbers form together, by evidence. */
export function ringRoutes(sources: Sources): FastifyPluginCallbackZod {
  const { store } = sources
  return (app, _options, done) => {
    const tags = ['rings and blocks']
    app.get(
      '/rings',
      { schema: { tags, summary: 'Rings', querystring: RingPage, response: answers(Rings) } },
      async ({ query: { offset, limit, order } }) => {
        const [{ rings: total }, rings] = await Promise.all([
          countRings(store),
          findRings(store, { order, offset, limit }),
        ])
        return { total, offset, limit, rings: rings.map(ringRowJson) } as z.infer<typeof Rings>
      },
    )
    app.get(
      '/rings/:id',
      {
        schema: {
          tags,
          summary: 'One ring: its numbers, and its links with why',
          params: z.object({ id: z.string().max(64) }),
          response: answers(RingAnswer),
        },
      },
      async ({ params: { id } }) => {
        const found = await shownRing(store, lookUpSources(sources), id)
        if (!found) throw new IntelError('not_found', `there is no ring ${id}`)
        const { ring, members, shown, history } = found
        return {
          ...ringJson(ring),
          members: members.map(numberRowJson),
          shown: shown.map(messageRow),
          history: history.map(ringEventJson),
        } as z.infer<typeof RingAnswer>
      },
    )
    done()
  }
}
