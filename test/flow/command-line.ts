import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type Started = {
  readonly pid: number
  /** Resolves with what was printed once the process has ended. */
  readonly ended: Promise<Ended>
  /** Resolves at the first words on stdout, with them. */
  readonly spoke: Promise<string>
  /** Calls with each line of stderr as it comes. */
  onLine(take: (line: string) => void): void
  signal(name: 'SIGABRT' | 'SIGINT' | 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void
  /** Says more on stdin, and ends it. */
  endInput(rest: string): void
}

/** Starts the built program on a data folder of its own, in a folder without settings; stdin stays open. */
export function startRingtrace(
  data: string,
  args: readonly string[],
  stdin = '',
  settings: Readonly<Record<string, string>> = {},
): Started {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: build first (npm run build)`)
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('RINGTRACE_'))
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: data,
    env: { ...Object.fromEntries(environment), RINGTRACE_DATA: `${data}/store`, ...settings },
  })
  // A child that is killed or refuses does not read to the end.
  child.stdin.on('error', () => {})
  child.stdin.write(stdin)
  const closed = once(child, 'close')
  return {
    pid: child.pid as number,
    ended: Promise.all([text(child.stdout), text(child.stderr), closed]).then(([stdout, stderr, [code]]) => ({
      code: code as number | null,
      stdout,
      stderr,
    })),
    spoke: once(child.stdout, 'data').then(([chunk]) => String(chunk)),
    onLine(take) {
      let rest = ''
      child.stderr.on('data', (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) take(line)
      })
    },
    signal: (name) => void child.kill(name),
    endInput: (rest) => void child.stdin.end(rest),
  }
}

/** Runs the built program to its end. */
export function ringtrace(
  data: string,
  args: readonly string[],
  stdin = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const started = startRingtrace(data, args, '', settings)
  started.endInput(stdin)
  return started.ended
}
