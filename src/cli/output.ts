import { BUG_EXIT, FAILURES, IntelError } from '../model/failures.ts'

/**
 * Writes one answer line to stdout; waits while the reader is slow. A reader that went away (`| head`) is success and
 * ends the process.
 */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

/**
 * Writes one answer as a line of JSON. What steers a terminal, or turns its writing round, is escaped: the strings of
 * strangers are shown by whatever comes after.
 */
export function printJson(answer: unknown): Promise<void> {
  return print(JSON.stringify(answer).replace(STEERING, escaped))
}

/** C1 and DEL, which JSON leaves as they are, and format characters: bidi controls, zero widths, tags. */
const STEERING = /[\u007F-\u009F\u2028\u2029]|\p{Cf}/gu

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')
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
