import { Failure } from './api.ts'

export type Remote<Value> = {
  readonly value: Value | null
  readonly failure: Failure | null
  readonly isLoading: boolean
  retry(): void
}

/**
 * Something the server is asked for, asked again whenever what the question reads changes. While the next answer is on
 * its way the last one stays, so that a page does not blink.
 */
export function remote<Value>(question: () => Promise<Value>): Remote<Value> {
  let value = $state.raw<Value | null>(null)
  let failure = $state.raw<Failure | null>(null)
  let isLoading = $state(true)
  let attempt = $state(0)

  $effect(() => {
    void attempt
    let isCurrent = true
    isLoading = true
    question().then(
      (answer) => {
        if (!isCurrent) return
        value = answer
        failure = null
        isLoading = false
      },
      (error: unknown) => {
        if (!isCurrent) return
        value = null
        failure = error instanceof Failure ? error : new Failure('bug', String(error))
        isLoading = false
      },
    )
    return () => {
      isCurrent = false
    }
  })

  return {
    get value() {
      return value
    },
    get failure() {
      return failure
    },
    get isLoading() {
      return isLoading
    },
    retry() {
      attempt += 1
    },
  }
}
