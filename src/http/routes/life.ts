import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { lifeOfNumber } from '../../app/life-of-number.ts'
import { listNumbers } from '../../app/list-numbers.ts'
import { tellLife } from '../../app/tell-life.ts'
import { lifeJson, livedNumberJson, numberLifeJson } from '../../render/life.ts'
import { LifeAnswer, NumberLife, Numbers, NumbersQuery, SliceQuery, sliceOf } from '../life-schemas.ts'
import { numberOf } from '../number-of.ts'
import { answers } from '../schemas.ts'
import { lookUpSources } from '../sources.ts'
import type { Sources } from '../sources.ts'

/** Reuse and life: over a slice of sightings, and of single numbers. */
export function lifeRoutes(sources: Sources): FastifyPluginCallbackZod {
  const { store, reference, clock } = sources
  return (app, _options, done) => {
    const tags = ['reuse and life']
    app.get(
      '/numbers',
      {
        schema: {
          tags,
          summary: 'Numbers of a slice: most reused, newest, longest-lived',
          querystring: NumbersQuery,
          response: answers(Numbers),
        },
      },
      async ({ query: { order, status, offset, limit, ...slice } }) => {
        const asked = { order, offset, limit, ...(status && { status }) }
        const { total, numbers } = await listNumbers(store, lookUpSources(sources), sliceOf(slice), asked)
        return { total, offset, limit, numbers: numbers.map(livedNumberJson) } as z.infer<typeof Numbers>
      },
    )
    app.get(
      '/life',
      {
        schema: {
          tags,
          summary: 'Lifespan, cool-downs and reuse over a slice',
          querystring: SliceQuery,
          response: answers(LifeAnswer),
        },
      },
      async ({ query }) => {
        const life = await tellLife(store, reference, sliceOf(query), clock())
        return { life: life && lifeJson(life) } as z.infer<typeof LifeAnswer>
      },
    )
    app.get(
      '/numbers/:e164/life',
      {
        schema: {
          tags,
          summary: 'Spells of a number with the silences between them, and what it was seen with',
          params: z.object({ e164: z.string().max(64) }),
          response: answers(NumberLife),
        },
      },
      async ({ params: { e164 } }) => {
        const number = numberOf(e164)
        return numberLifeJson(number, await lifeOfNumber(store, number)) as z.infer<typeof NumberLife>
      },
    )
    done()
  }
}
