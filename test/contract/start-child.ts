import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of child.ts. */
export type Child = {
  readonly pid: number
  /** The next word it says; null once it has ended. */
  word(): Promise<string | null>
  /** What it has said on stderr. */
  complaints(): string
  signal(name: NodeJS.Signals): void
  /** Ends its input, and waits for it to end. Out: its exit code; null where a signal ended it. */
  ended(): Promise<number | null>
}

export function startChild(...given: readonly string[]): Child {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...given], { stdio: ['pipe', 'pipe', 'pipe'] })
  const words = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString()
    process.stderr.write(chunk)
  })
  const exit = new Promise<number | null>((resolve) => void child.once('exit', resolve))
  return {
    pid: child.pid!,
    async word() {
      const next = await words.next()
      return next.done ? null : next.value
    },
    complaints: () => complaints,
    signal: (name) => void child.kill(name),
    ended() {
      child.stdin.end()
      return exit
    },
  }
}
