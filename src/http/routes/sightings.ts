import type { Readable } from 'node:stream'
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import { takeSightings } from '../../app/take-sightings.ts'
import { MOST_AHEAD_MILLIS } from '../../collect/record-fields.ts'
import { answers, StreamAnswer } from '../schemas.ts'
import type { Sources } from '../sources.ts'

const NDJSON = 'application/x-ndjson'

const description = `One JSON object a line: number, seenAt, channel, source, and whatever else is known of a sighting.
The body is read as it comes and may be of any length; a bad line is told with its number, and the rest goes on. What the
answer acknowledges is stored. Sending the same line again changes nothing.`

/** Takes in sightings from anywhere. */
export function sightingRoutes({ store, index, region, clock }: Sources): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    // The stream itself is the body: a feed of a day does not fit in memory, and needs not.
    app.addContentTypeParser(NDJSON, (_request, payload, parsed) => parsed(null, payload))
    app.post(
      '/sightings',
      {
        schema: {
          tags: ['sightings'],
          summary: 'Remember sightings',
          description,
          consumes: [NDJSON],
          response: answers(StreamAnswer),
        },
      },
      async ({ body }) => {
        const taken = await takeSightings({ store, index }, body as Readable, {
          map: new Map(),
          channel: null,
          source: null,
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
