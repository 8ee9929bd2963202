import type { Group } from './digit-groups.ts'
import { groupOf } from './digit-groups.ts'

/** Groups whose upright strokes stand for the digit they are drawn like, `7|3` for 713; null where there are none. */
export function strokesAsOnes(text: string, groups: readonly Group[]): readonly Group[] | null {
  if (!groups.some(({ gap, start }, index) => index > 0 && start - gap.start === 1 && text.charAt(gap.start) === '|'))
    return null
  const joined: Group[] = []
  for (const group of groups) {
    const before = joined[joined.length - 1]
    if (before && group.start - before.end === 1 && text.charAt(before.end) === '|') {
      const letters = before.letters + group.letters + 1
      const digits = `${before.digits}1${group.digits}`
      joined[joined.length - 1] = groupOf(before.gap, before.start, group.end, digits, { letters })
    } else joined.push(group)
  }
  return joined
}
