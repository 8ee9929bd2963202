import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { watchTree } from '../process-tree.ts'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** afterMillis: since the line before. */
export type WatchedLine = {
  readonly file: string
  readonly numbers: readonly { readonly e164: string }[]
  readonly issues: readonly { readonly code: string; readonly saw?: string }[]
  readonly afterMillis: number
}

/** mostBytes: resident, of the program and its readers together, at any moment. */
export type WatchedScan = {
  readonly lines: readonly WatchedLine[]
  readonly code: number | null
  readonly mostBytes: number
}

/** Runs the built program's `scan --json`, and looks at what it holds while it does. */
export async function scanWatched(args: readonly string[], input?: Readable): Promise<WatchedScan> {
  const child = spawn(process.execPath, [MAIN, 'scan', '--json', ...args], {
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'ignore'],
  })
  const stop = watchTree(child.pid as number)
  if (child.stdin) input?.pipe(child.stdin)
  const lines: WatchedLine[] = []
  let last = performance.now()
  createInterface(child.stdout as Readable).on('line', (line) => {
    const now = performance.now()
    lines.push({ ...(JSON.parse(line) as Omit<WatchedLine, 'afterMillis'>), afterMillis: now - last })
    last = now
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { lines, code, mostBytes: stop() }
}
