import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { ingest } from '../../app/ingest.ts'
import { MOST_AHEAD_MILLIS } from '../../collect/record-fields.ts'
import { IntelError } from '../../model/failures.ts'
import type { ScannedMessage } from '../../model/scanned-message.ts'
import { scannedMessageJson } from '../../render/scanned-message.ts'
import { MAIL, takeMailBodies } from '../mail-bodies.ts'
import { answers, MessageAnswer } from '../schemas.ts'
import type { Sources } from '../sources.ts'
import { partAnswer } from '../views.ts'

/** The name under which numbers of mails handed in here are remembered. */
const SOURCE = 'workbench'

const description = `The body is one mail as it was received. The answer is what scanning finds, with the text of each part as its reader
sees it and the places of the numbers in it. Nothing is kept unless remember is true: then the mail is held to be scam. One that does not say when it was sent or
received is not remembered.`

/** Reads one mail like its victim does. */
export function messageRoutes(sources: Sources): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    takeMailBodies(app)
    app.post(
      '/messages',
      {
        schema: {
          tags: ['messages'],
          summary: 'Read a mail',
          description,
          consumes: [MAIL],
          querystring: z.object({ remember: z.stringbool().default(false) }),
          response: answers(MessageAnswer),
        },
      },
      async ({ body, query }) => {
        if (!Buffer.isBuffer(body) || body.length === 0) {
          throw new IntelError('bad_input', 'there is no mail in the body', { hint: `send it as ${MAIL}` })
        }
        const { scanned, parts, isCut } = await sources.reader.readWithParts({ file: 'message.eml', bytes: body })
        const remembered = query.remember ? await remember(scanned, sources) : 0
        return { ...scannedMessageJson(scanned), parts: parts.map(partAnswer), partsCut: isCut, remembered } as z.infer<
          typeof MessageAnswer
        >
      },
    )
    done()
  }
}

async function remember(scanned: ScannedMessage, { store, index, clock }: Sources): Promise<number> {
  const options = { source: SOURCE, remember: 'all' as const, undatedAt: null, latestAt: clock() + MOST_AHEAD_MILLIS }
  return (await ingest({ store, index }, only(scanned), options)).written
}

async function* only<Item>(item: Item): AsyncGenerator<Item> {
  yield item
}
