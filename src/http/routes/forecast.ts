import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Learning } from '../../app/keep-forecast-fresh.ts'
import { IntelError } from '../../model/failures.ts'
import { forecastJson } from '../../render/forecast.ts'
import { ForecastAnswer } from '../forecast-schema.ts'
import { answers } from '../schemas.ts'
import type { Sources } from '../sources.ts'

const limit = z.coerce.number().int().min(1).max(1_000).default(50).describe('How many blocks')

/** What is there before anything was learnt. */
const NOTHING = { learntAt: null, trainedOn: null, days: null, learntFrom: 0, blocks: [] }

/** The blocks most likely to produce next, as the last training foretold them, and whether another one is under way. */
export function forecastRoutes({ index }: Sources, learning: () => Learning): FastifyPluginCallbackZod {
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
        const { isLearning, failure } = learning()
        const kept = index.forecast()
        const told = kept ? forecastJson(kept, query.limit) : NOTHING
        return { isLearning, problem: failure && problemOf(failure), ...told } as z.infer<typeof ForecastAnswer>
      },
    )
    done()
  }
}

/** A bug is told in the log: here it has no words. */
function problemOf(failure: Error): { detail: string; hint?: string } {
  if (!(failure instanceof IntelError))
    return { detail: 'learning failed in a way nobody foresaw; the log has the details' }
  const { message, hint } = failure
  return { detail: message, ...(hint !== undefined && { hint }) }
}
