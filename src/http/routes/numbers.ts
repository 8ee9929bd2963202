import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { lookUp } from '../../app/look-up.ts'
import { seenNeighbours } from '../../app/neighbours.ts'
import { timeline } from '../../app/timeline.ts'
import { isRegion } from '../../model/phone-number.ts'
import { lookupJson } from '../../render/lookup.ts'
import { numberRowJson } from '../../render/number-row.ts'
import { numberOf } from '../number-of.ts'
import { answers, LookupAnswer, LookupRequest, Neighbourhood, NumberAnswer, NumberRow, Timeline } from '../schemas.ts'
import { lookUpSources } from '../sources.ts'
import type { Sources } from '../sources.ts'
import { sightingRow } from '../views.ts'

const params = z.object({ e164: z.string().max(64).describe('Such as +18047134598') })
const limit = z.coerce.number().int().min(1).max(1_000).default(50).describe('How many of the latest sightings')

/** One number: its risk with reasons, when it was seen, what is around it. */
export function numberRoutes(sources: Sources): FastifyPluginCallbackZod {
  const { store } = sources
  return (app, _options, done) => {
    const tags = ['numbers']
    app.get(
      '/numbers/:e164',
      { schema: { tags, summary: 'Risk of a number, with reasons', params, response: answers(NumberAnswer) } },
      ({ params: { e164 } }) =>
        lookupJson(lookUp(numberOf(e164), lookUpSources(sources))) as z.infer<typeof NumberAnswer>,
    )
    app.post(
      '/numbers/lookup',
      {
        schema: {
          tags,
          summary: 'Risk of up to 1,000 numbers, in the order asked',
          body: LookupRequest,
          response: answers(LookupAnswer),
        },
      },
      ({ body: { numbers, region } }) => {
        const at = lookUpSources(sources)
        const asked = region === undefined ? at : { ...at, region: isRegion(region) ? region : null }
        return { answers: numbers.map((number) => lookupJson(lookUp(number, asked))) } as z.infer<typeof LookupAnswer>
      },
    )
    app.get(
      '/numbers/:e164/sightings',
      {
        schema: {
          tags,
          summary: 'When a number was seen, and through what',
          params,
          querystring: z.object({ limit }),
          response: answers(Timeline),
        },
      },
      async ({ params: { e164 }, query }) => {
        const number = numberOf(e164)
        const { sightings, days, latest } = await timeline(store, number, query.limit)
        return { number, sightings, days: [...days], latest: latest.map(sightingRow) }
      },
    )
    app.get(
      '/numbers/:e164/neighbours',
      {
        schema: {
          tags,
          summary: 'Seen numbers of the same hundred',
          params,
          response: answers(Neighbourhood),
        },
      },
      ({ params: { e164 } }) => {
        const number = numberOf(e164)
        const seen = seenNeighbours(number, lookUpSources(sources)).map(numberRowJson)
        return { number, prefix: number.slice(0, -2), seen: seen as z.infer<typeof NumberRow>[] }
      },
    )
    done()
  }
}
