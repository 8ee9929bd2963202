import { say } from './output.ts'

/** What shells say of a process that Ctrl-C ended. */
export const INTERRUPTED_EXIT = 130

/** Whether somebody pressed Ctrl-C, and a source that ends when they do. */
export type Interruption = {
  isAsked(): boolean
  /** The items until then; also an item that is still waited for is let go. */
  until<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item>
}

/** From now on the first Ctrl-C ends the sources, so that what was read is still written; the second one kills. */
export function interruption(): Interruption {
  let isAsked = false
  const asked = new Promise<'asked'>((resolve) => {
    process.once('SIGINT', () => {
      isAsked = true
      say('stopping: what was read is still written; Ctrl-C again stops at once')
      resolve('asked')
    })
  })
  return {
    isAsked: () => isAsked,
    async *until(items) {
      const iterator = items[Symbol.asyncIterator]()
      for (;;) {
        const next = iterator.next()
        const first = await Promise.race([asked, next])
        if (first === 'asked') {
          next.catch(() => {})
          // An open stdin would keep the process. It is not closed: its descriptor would become another file's.
          if ('unref' in process.stdin) process.stdin.unref()
          return
        }
        if (first.done) return
        yield first.value
      }
    },
  }
}

/** What is said last of a run that was stopped. @example stopped('1 message') */
export function stopped(done: string): string {
  return `stopped after ${done}; run it again to continue, nothing is doubled`
}
