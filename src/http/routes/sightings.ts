import type { Readable } from 'node:stream'
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { takeSightings } from '../../app/take-sightings.ts'
import { MAX_TEXT, MOST_AHEAD_MILLIS } from '../../collect/record-fields.ts'
import { answers, StreamAnswer } from '../schemas.ts'
import type { Sources } from '../sources.ts'

const NDJSON = 'application/x-ndjson'

const description = `One JSON object a line: number, seenAt, channel, source, and whatever else is known of a sighting.
The body is read as it comes and may be of any length; a bad line is told with its number, and the rest goes on. What the
answer acknowledges is stored. Sending the same line again changes nothing. Who saw the numbers is what the query says:
what lines say of it is left out unless trustSource is true, for sources corroborate each other.`

const Query = z.object({
  source: z.string().min(1).max(MAX_TEXT).default('api').describe('Who saw the numbers'),
  trustSource: z.stringbool().default(false).describe('Whether lines say themselves who saw them'),
})

/** Takes in sightings from anywhere. */
export function sightingRoutes({ store, index, region, clock }: Sources): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    // The stream itself is the body: a feed of a day does not fit in memory, and needs not.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(NDJSON, (_request, payload, parsed) => parsed(null, payload))
    app.post(
      '/sightings',
      {
        schema: {
          tags: ['sightings'],
          summary: 'Remember sightings',
          description,
          consumes: [NDJSON],
          querystring: Query,
          response: answers(StreamAnswer),
        },
      },
      async ({ body, query }) => {
        const taken = await takeSightings({ store, index }, body as Readable, {
          map: new Map(),
          channel: null,
          source: query.source,
          trustsSource: query.trustSource,
          bareNumbers: region,
          seenAt: null,
          latestAt: clock() + MOST_AHEAD_MILLIS,
        })
        return { ...taken, issues: [...taken.issues] }
      },
    )
    done()
  }
}
