/** What a line of progress tells. share: how much is done, 0–1; null where nobody knows how much there is. */
export type Step = { readonly done: number; readonly share: number | null; readonly written: number }

/** A line on a terminal that is written over until it is cleared; and, where asked for, a line for what is safe. */
export type Progress = { show(step: Step): void; clear(): void }

type Terminal = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

export type ProgressOptions = {
  /** What is counted, such as `records`. */
  readonly noun: string
  /** Also says, a line each time, how many sightings the store has acknowledged. */
  readonly tellsWritten: boolean
  readonly terminal?: Terminal
  /** Milliseconds since any moment. */
  readonly clock?: () => number
}

const SHOWN_EVERY_MILLIS = 200
const CLEAR_LINE = '\r\u001B[2K'

/** Shows how far the work is: done, rate, time left. Silent where stderr is no terminal. */
export function progress({
  noun,
  tellsWritten,
  terminal = process.stderr,
  clock = () => performance.now(),
}: ProgressOptions): Progress {
  const startedAt = clock()
  let shownAt = -Infinity
  let told = 0
  const clear = (): void => {
    if (terminal.isTTY && shownAt > -Infinity) terminal.write(CLEAR_LINE)
  }
  return {
    clear,
    show(step) {
      if (tellsWritten && step.written > told) {
        told = step.written
        clear()
        // A plain number: programs read this line.
        terminal.write(`${told} sighting${told === 1 ? '' : 's'} written\n`)
      }
      const now = clock()
      if (!terminal.isTTY || now - shownAt < SHOWN_EVERY_MILLIS) return
      shownAt = now
      const line = progressLine(step, noun, now - startedAt)
      terminal.write(`${CLEAR_LINE}${line.slice(0, (terminal.columns || 80) - 1)}`)
    },
  }
}

function progressLine({ done, share }: Step, noun: string, elapsedMillis: number): string {
  const seconds = elapsedMillis / 1000
  const rate = seconds > 0 ? Math.round(done / seconds) : 0
  const parts = [`${count(done)} ${noun}`, `${count(rate)}/s`]
  if (share !== null && share > 0) {
    const isDone = Math.min(share, 1)
    parts.push(`${Math.floor(isDone * 100)} %`, `${duration((seconds / isDone) * (1 - isDone))} left`)
  }
  return parts.join(', ')
}

/** @example count(1234567) // => '1,234,567' */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** Seconds as people say them. @example duration(3_725) // => '1 h 02 min' */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}
