import type { Kind, Kinds } from './kinds.ts'
import { surroundingsOn } from './surroundings.ts'
import type { Surroundings } from './surroundings.ts'
import type { Born } from './vicinity.ts'

/** What there is to learn from. born: all malicious numbers, ascending. entered: those whose coming is to be foretold. */
export type Past = { readonly born: readonly Born[]; readonly entered: readonly Born[] }

/**
 * A stretch of days that is over: what was known when it began, and which numbers, unknown until then, entered in it.
 *
 * kinds: of each entering number its kind, so that drawing from them keeps their mix.
 */
export type Window = {
  readonly before: Surroundings
  readonly entering: readonly number[]
  readonly kinds: readonly Kind[]
}

/** In: day, on which it begins; days, how many. Numbers the plan does not have are left out. */
export function windowOf(
  { born, entered }: Past,
  { day, days, kinds }: { day: number; days: number; kinds: Kinds },
): Window {
  const before = surroundingsOn(day, born)
  const entering: number[] = []
  const theirs: Kind[] = []
  for (const { digits, day: enteredOn } of entered) {
    const kind = enteredOn >= day && enteredOn < day + days && !before.has(digits) ? kinds(digits) : null
    if (!kind) continue
    entering.push(digits)
    theirs.push(kind)
  }
  return { before, entering, kinds: theirs }
}

/** Valid numbers that nobody knew, of the same kinds in the same shares as those that entered. */
export function* innocentOf({ before, kinds }: Window, count: number): Generator<number> {
  for (let i = 0; i < count && kinds.length > 0; i++) {
    const digits = kinds[Math.floor((i * kinds.length) / count)]!.draw()
    if (!before.has(digits)) yield digits
  }
}
