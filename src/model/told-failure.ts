import { IntelError } from './failures.ts'
import type { FailureCode } from './failures.ts'

/** What was thrown, as one process tells it to another: a failure with its words, or a bug with its trace. */
export type ToldFailure =
  | { readonly failure: { readonly code: FailureCode; readonly message: string; readonly hint?: string } }
  | { readonly bug: string }

export function tellFailure(error: unknown): ToldFailure {
  if (!(error instanceof IntelError))
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  const { code, message, hint } = error
  return { failure: { code, message, ...(hint && { hint }) } }
}

/** The error to throw: a bug stays one, whoever met it. In: who, begins what is said of a bug. */
export function toldError(told: ToldFailure, who = ''): Error {
  if ('failure' in told) return new IntelError(told.failure.code, told.failure.message, told.failure)
  const bug = new Error(`${who}${told.bug.split('\n', 1)[0]}`)
  bug.stack = who === '' ? told.bug : `${bug.message}\n${told.bug}`
  return bug
}
