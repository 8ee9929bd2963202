/**
 * The time a store says it took something in. It never goes back, whatever the machine's clock does, and it knows which
 * writes are still on their way: what was taken in before `settledAt` has arrived.
 */
export type IngestClock = {
  /** Begins a write. */
  begin(): number
  /** Ends it, well or not. */
  end(ingestedAt: number): void
  settledAt(): number
}

/** In: now, Unix milliseconds; after, a time that must be over, such as the watermark of the index. */
export function ingestClock(now: () => number, after: number): IngestClock {
  let last = after
  const underway = new Set<number>()
  const tick = (): number => (last = Math.max(now(), last + 1))
  return {
    begin() {
      const at = tick()
      underway.add(at)
      return at
    },
    end(ingestedAt) {
      underway.delete(ingestedAt)
    },
    settledAt() {
      const [first] = underway
      return first ?? tick()
    },
  }
}
