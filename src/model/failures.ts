/** What can go wrong, as a closed set: what each door answers stands here and nowhere else. */
export const FAILURES = {
  bad_input: { status: 400, exit: 2, title: 'The input cannot be used' },
  not_found: { status: 404, exit: 1, title: 'Nothing found' },
  source_unavailable: { status: 502, exit: 3, title: 'A source does not answer' },
  store_unavailable: { status: 503, exit: 3, title: 'The store does not answer' },
  store_busy: { status: 503, exit: 3, title: 'Another process holds the store' },
  store_died: { status: 503, exit: 3, title: 'The engine of the store has died' },
  overloaded: { status: 503, exit: 3, title: 'Too much at once' },
  bad_config: { status: 500, exit: 2, title: 'A setting cannot be used' },
  unsupported_type: { status: 415, exit: 2, title: 'The content type is not taken here' },
  limit_exceeded: { status: 413, exit: 3, title: 'A limit was reached' },
} as const

export type FailureCode = keyof typeof FAILURES

/** The exit code of anything that is not in the table: a bug of ours. */
export const BUG_EXIT = 70

/**
 * A failure with a name. Anything else that is thrown is a bug.
 *
 * In:  code, one of FAILURES; message, one line: what was wrong and where;
 *      hint, one line: what to do about it.
 */
export class IntelError extends Error {
  readonly code: FailureCode
  readonly hint: string | undefined

  constructor(code: FailureCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'IntelError'
    this.code = code
    this.hint = options.hint
  }
}
