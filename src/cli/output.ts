import { BUG_EXIT, FAILURES, IntelError } from '../model/failures.ts'

/**
 * Writes one answer line to stdout; waits while the reader is slow. A reader that went away (`| head`) is success and
 * ends the process.
 */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

/** Says something that is not an answer, on stderr. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Ends well when a pipe's reader has gone. */
export function endOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
}

/** Tells one failure in one line (two with a hint) and returns the exit code for it. */
export function tellFailure(error: unknown): number {
  if (error instanceof IntelError) {
    say(`ringtrace: ${error.message}`)
    if (error.hint) say(`  ${error.hint}`)
    return FAILURES[error.code].exit
  }
  say(`ringtrace: this is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return BUG_EXIT
}
