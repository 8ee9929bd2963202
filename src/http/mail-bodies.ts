import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { MAX_MAIL_BYTES } from '../collect/messages.ts'
import { IntelError } from '../model/failures.ts'

export const MAIL = 'message/rfc822'

export type MailBodyLimits = {
  /** Of one mail. */
  readonly mailBytes?: number
  /** Of all mails together that are on their way in, wait for a reader or are being answered. */
  readonly heldBytes?: number
  /** In which a mail has to arrive. */
  readonly arrivalMillis?: number
}

/**
 * Takes mails as bodies, and in this room nothing else; more than there is memory for are sent away until later.
 *
 * Throws, to who sends: IntelError `limit_exceeded` for a mail that is too large, `overloaded` where others are held
 *         already. Who is too slow is hung up on.
 */
export function takeMailBodies(
  app: FastifyInstance,
  { mailBytes = MAX_MAIL_BYTES, heldBytes = 2 * mailBytes, arrivalMillis = 120_000 }: MailBodyLimits = {},
): void {
  const weights = new WeakMap<FastifyRequest, number>()
  let held = 0

  const hold = (request: FastifyRequest, bytes: number): void => {
    if (held + bytes > heldBytes) {
      throw new IntelError('overloaded', 'too many mails are waiting to be read', {
        hint: 'send it again a little later',
      })
    }
    held += bytes
    weights.set(request, (weights.get(request) ?? 0) + bytes)
  }

  // Whether it was answered or hung up: what a mail weighs is given back when its answer is through.
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => {
      held -= weights.get(request) ?? 0
      weights.delete(request)
    })
    done()
  })

  app.removeAllContentTypeParsers()
  app.addContentTypeParser(MAIL, async (request: FastifyRequest, payload: IncomingMessage) => {
    const tooLarge = new IntelError('limit_exceeded', 'the body is larger than this door takes')
    if (Number(request.headers['content-length'] ?? 0) > mailBytes) throw tooLarge
    const chunks: Buffer[] = []
    let length = 0
    const late = new IntelError('limit_exceeded', `the mail did not arrive within ${arrivalMillis / 1000} s`)
    const timer = setTimeout(() => request.raw.destroy(late), arrivalMillis)
    try {
      // Who is sent away is told so: a body that is left as it is would take its connection with it.
      for await (const chunk of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        length += chunk.length
        if (length > mailBytes) throw tooLarge
        hold(request, chunk.length)
        chunks.push(chunk)
      }
    } finally {
      clearTimeout(timer)
      payload.resume()
    }
    return Buffer.concat(chunks)
  })
}
