import type { TagRules } from './css-cascade.ts'
import type { Dialled } from './dialled-by.ts'
import type { Look } from './element-look.ts'
import type { Placed } from './selector-fit.ts'
import type { StartTag } from './start-tag.ts'

/** An element that is open. */
export type Open = Placed & {
  tag: StartTag
  look: Look
  rules: TagRules
  /** What was found out about elements standing here. */
  inside: Map<StartTag, Known>
  /** The phone link it stands in. */
  link: (Dialled & { isVisible: boolean; shows: string }) | null
  readonly seenBefore: number
  children: number
  lastChild: Placed | null
  cells: number
}

/** What follows from a tag and the look around it: found out once for all that stand alike. */
export type Known = {
  readonly look: Look
  readonly rules: TagRules
  readonly dials: Dialled | null
  readonly inside: Map<StartTag, Known>
}
