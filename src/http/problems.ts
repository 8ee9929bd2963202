import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { FAILURES, IntelError } from '../model/failures.ts'
import type { FailureCode } from '../model/failures.ts'

/** A mail is read or given up in about this time. */
const RETRY_SECONDS = 10

export type TellBug = (error: unknown) => void

/** Answers every failure as RFC 9457 problem details, from the one table of failures; what is not in it is a bug. */
export function answerProblems(app: FastifyInstance, tellBug: TellBug): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const known = failureOf(error) ?? departure(error, request)
    if (known) return sendProblem(reply, known)
    tellBug(error)
    return reply
      .code(500)
      .type('application/problem+json')
      .send(problem('bug', 500, 'A bug of ours', 'the request failed in a way nobody foresaw; the log has the details'))
  })
  app.setNotFoundHandler((request, reply) => {
    sendProblem(reply, new IntelError('not_found', `there is no ${request.method} ${request.url.split('?')[0]}`))
  })
}

function sendProblem(reply: FastifyReply, failure: IntelError): FastifyReply {
  const { status, title } = FAILURES[failure.code]
  if (failure.code === 'overloaded') reply.header('retry-after', RETRY_SECONDS)
  return reply
    .code(status)
    .type('application/problem+json')
    .send(problem(failure.code, status, title, failure.message, failure.hint))
}

/** Serialized here, because a route's response schemas describe its answers and not its problems. */
function problem(code: FailureCode | 'bug', status: number, title: string, detail: string, hint?: string): string {
  return JSON.stringify({ type: `urn:ringtrace:problem:${code}`, title, status, code, detail, ...(hint && { hint }) })
}

/** Whoever hangs up in the middle of what they say makes no bug; the answer reaches nobody. */
function departure(error: Error, { raw }: FastifyRequest): IntelError | null {
  return raw.errored === error ? new IntelError('bad_input', 'the sender left before the end', { cause: error }) : null
}

function failureOf(error: FastifyError): IntelError | null {
  if (error instanceof IntelError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation
    const place = `${error.validationContext ?? 'request'}${(first?.instancePath ?? '').replaceAll('/', '.')}`
    return new IntelError('bad_input', `${place}: ${first?.message ?? 'does not fit the schema'}`)
  }
  if (error.statusCode === 413) return new IntelError('limit_exceeded', 'the body is larger than this door takes')
  if (error.statusCode === 415) return new IntelError('unsupported_type', 'this door does not take that content type')
  if (error.statusCode && error.statusCode < 500) return new IntelError('bad_input', error.message)
  return null
}
