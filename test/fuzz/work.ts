import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { mutated, mutations } from './mutation.ts'
import { MILLIS_A_KILOBYTE } from './target.ts'
import type { Target } from './target.ts'

/** What was found wrong, and the input that shows it. */
export type Finding = { readonly why: string; readonly bytes: Buffer }

export type Fuzzed = { readonly runs: number; readonly slowestMillis: number; readonly finding: Finding | null }

/** What making an input that shows a fault smaller may take. */
const SMALLER_MILLIS = 30_000

/**
 * Changes seeds of a target and has it read them, until the time is over or something is wrong.
 *
 * In: current, a file that always holds the input being read: what is left of a run that never comes back.
 */
export async function fuzz(target: Target, seed: number, millis: number, current: string): Promise<Fuzzed> {
  const seeds = await target.seeds()
  let [runs, slowestMillis] = [0, 0]
  let why: string | null = null
  const look = async (bytes: Buffer): Promise<string | null> => {
    writeFileSync(current, bytes)
    const before = process.cpuUsage()
    const wrong = await read(target, bytes)
    const { user } = process.cpuUsage(before)
    slowestMillis = Math.max(slowestMillis, user / 1000)
    runs++
    if (wrong !== null) return wrong
    const allowed = target.millis + (bytes.length / 1024) * MILLIS_A_KILOBYTE
    return user / 1000 > allowed ? `took ${Math.round(user / 1000)} ms for ${bytes.length} bytes` : null
  }
  // The first input loads what is loaded late; that is no time of the target.
  await read(target, Buffer.from(seeds[0] as Uint8Array))
  const endsAt = performance.now() + millis
  const inputs = fc
    .tuple(fc.nat(Math.max(seeds.length - 1, 0)), mutations)
    .map(([at, changes]) => mutated(seeds[at] as Uint8Array, changes, target.words, seeds))
  const details = await fc.check(
    fc.asyncProperty(inputs, async (bytes) => {
      const wrong = await look(bytes)
      if (wrong !== null) why = wrong
      return wrong === null
    }),
    {
      seed,
      numRuns: 1_000_000_000,
      interruptAfterTimeLimit: Math.max(1, endsAt - performance.now()),
      maxSkipsPerRun: 0,
    },
  )
  const [shrunk] = details.counterexample ?? []
  // A target that read nothing has shown nothing.
  if (!shrunk && runs > 0) return { runs, slowestMillis, finding: null }
  if (!shrunk)
    return { runs, slowestMillis, finding: { why: 'no input was read in the time there was', bytes: Buffer.alloc(0) } }
  return { runs, slowestMillis, finding: await smaller(shrunk, why ?? '', look) }
}

async function read({ read: look }: Target, bytes: Buffer): Promise<string | null> {
  try {
    return await look(bytes)
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error)
  }
}

/** Leaves out pieces of an input, ever smaller ones, as long as it stays wrong. */
async function smaller(bytes: Buffer, why: string, look: (bytes: Buffer) => Promise<string | null>): Promise<Finding> {
  let [least, reason] = [bytes, why]
  const endsAt = performance.now() + SMALLER_MILLIS
  for (let piece = least.length >> 1; piece > 0 && performance.now() < endsAt; piece >>= 1) {
    for (let at = 0; at < least.length && performance.now() < endsAt;) {
      const shorter = Buffer.concat([least.subarray(0, at), least.subarray(at + piece)])
      const wrong = await look(shorter)
      if (wrong === null) at += piece
      else [least, reason] = [shorter, wrong]
    }
  }
  return { why: reason, bytes: least }
}
