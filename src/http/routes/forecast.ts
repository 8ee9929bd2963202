import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { forecastJson } from '../../render/forecast.ts'
import { ForecastAnswer } from '../forecast-schema.ts'
import { answers } from '../schemas.ts'
import type { Sources } from '../sources.ts'

const limit = z.coerce.number().int().min(1).max(1_000).default(50).describe('How many blocks')

/** The blocks most likely to produce next, as the last training foretold them. */
export function forecastRoutes({ index }: Sources): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get(
      '/forecast',
      {
        schema: {
          tags: ['forecast'],
          summary: 'Blocks most likely to produce malicious numbers next',
          querystring: z.object({ limit }),
          response: answers(ForecastAnswer),
        },
      },
      ({ query }) => {
        const kept = index.forecast()
        const nothing = { trainedOn: null, days: null, learntFrom: 0, blocks: [] }
        return (kept ? forecastJson(kept, query.limit) : nothing) as z.infer<typeof ForecastAnswer>
      },
    )
    done()
  }
}
