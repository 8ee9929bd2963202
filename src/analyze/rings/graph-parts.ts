import type { Family, ThingKind } from './kinds.ts'
import type { Member } from './member.ts'

/** A number in the graph. */
export type Node = {
  readonly digits: number
  member: Member
  /** By the id of the thing, ascending. */
  ties: Tie[]
  /** Numbers it was brought together with. */
  readonly pairs: Pair[]
  component: Component | null
}

/** A thing that numbers share. */
export type Thing = {
  readonly id: number
  readonly kind: ThingKind
  readonly family: Family
  readonly shared: string
  readonly ties: Tie[]
  /** The pairs that it brings together now. */
  pairs: Pair[]
}

/** A number in a thing. */
export type Tie = {
  readonly thing: Thing
  readonly node: Node
  firstSeenAt: number
  lastSeenAt: number
  message: string
  /** Which campaign of the thing it is in, and which of the senders who have nothing else in common; NONE in a hub. */
  spell: number
  sender: number
  /** How many such senders the campaign has. */
  senders: number
}

export const NONE = -1

/** Two numbers that at least one thing brings together. */
export type Pair = {
  readonly a: Node
  readonly b: Node
  /** How many things bring them together. */
  count: number
  /** Log-odds that they belong to one ring. */
  weight: number
}

/** Numbers found to belong together, by digits. */
export type Group = { readonly nodes: readonly Node[] }

/** All that links hold together, and the groups it falls into where only thin links do. */
export type Component = { readonly nodes: readonly Node[]; readonly groups: readonly Group[] }
