import { isDeepStrictEqual } from 'node:util'
import { digitsOf } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { componentsAmong } from './components-among.ts'
import { NONE } from './graph-parts.ts'
import type { Component, Group, Node, Pair, Thing, Tie } from './graph-parts.ts'
import { BLOCK_WIDTH, canTie, KINDS } from './kinds.ts'
import type { ThingKind } from './kinds.ts'
import type { Member, Standing } from './member.ts'
import { isHub, neighboursIn, sendersOf } from './senders-of.ts'
import { logOdds } from './log-odds.ts'

/** What came of settling: groups that are no more, and those in their place. */
export type Regrouped = { readonly gone: readonly Group[]; readonly made: readonly Group[] }

/**
 * Numbers, what they share, and the groups they form. Whatever is put in and in whatever order, once settled it is the
 * same as if all had been put into an empty one at once; and only what was touched is weighed and grouped again.
 */
export type RingGraph = {
  /** Puts what is now known of a number, in place of what was. */
  put(member: Member): void
  /** Takes a number out. */
  remove(number: PhoneNumber): void
  /** Puts the numbers in a thing again that goes by another name now, as a wording that turned out to be another's. */
  rename(kind: ThingKind, shared: string): void
  /** Weighs and groups again what was touched since the last time. */
  settle(): Regrouped
  groups(): Iterable<Group>
  /** Every pair that was brought together, linked or not. */
  pairs(): Iterable<Pair>
}

/** In: wordingOf, what stands for all templates that are one wording. */
export function ringGraph(wordingOf: (template: string) => string = (template) => template): RingGraph {
  const nodes = new Map<number, Node>()
  const things = new Map<string, Thing>()
  const groups = new Set<Group>()
  let ids = 0
  /** Numbers whose standings or facts changed, and things whose numbers did. */
  const touched = new Set<Node>()
  const changed = new Set<Thing>()

  const thingOf = (kind: ThingKind, shared: string): Thing => {
    const key = `${kind} ${shared}`
    const known = things.get(key)
    if (known) return known
    const thing: Thing = { id: ids++, kind, family: KINDS[kind].family, shared, ties: [], pairs: [] }
    things.set(key, thing)
    return thing
  }
  /** A thing that becomes a hub, or is none any more, tells no or new senders of other things. */
  const change = (thing: Thing, work: () => void): void => {
    const wasHub = isHub(thing)
    work()
    if (wasHub && isHub(thing)) return
    changed.add(thing)
    if (wasHub !== isHub(thing)) {
      for (const { node } of thing.ties) for (const { thing: other } of node.ties) changed.add(other)
    }
  }
  const untie = (node: Node): void => {
    const { ties } = node
    node.ties = []
    for (const tie of ties) change(tie.thing, () => void tie.thing.ties.splice(tie.thing.ties.indexOf(tie), 1))
  }
  const tie = (
    node: Node,
    { kind, shared, firstSeenAt, lastSeenAt, message }: Omit<Standing, 'kind'> & { kind: ThingKind },
  ): void => {
    const thing = thingOf(kind, shared)
    const same = node.ties.find((each) => each.thing === thing)
    if (same) {
      if (firstSeenAt < same.firstSeenAt || (firstSeenAt === same.firstSeenAt && message < same.message))
        same.message = message
      same.firstSeenAt = Math.min(same.firstSeenAt, firstSeenAt)
      same.lastSeenAt = Math.max(same.lastSeenAt, lastSeenAt)
      return
    }
    const made: Tie = { thing, node, firstSeenAt, lastSeenAt, message, spell: NONE, sender: NONE, senders: NONE }
    node.ties.push(made)
    change(thing, () => void thing.ties.push(made))
  }
  const tieAll = (node: Node, { standings, firstSeenAt, lastSeenAt }: Member): void => {
    for (const standing of standings) {
      const { kind } = standing
      const shared = kind === 'template' ? wordingOf(standing.shared) : standing.shared
      if (canTie(kind, shared)) tie(node, { ...standing, shared })
    }
    const shared = String(Math.floor(node.digits / BLOCK_WIDTH))
    tie(node, { kind: 'block', shared, firstSeenAt, lastSeenAt, message: '' })
    node.ties.sort((a, b) => a.thing.id - b.thing.id)
    for (const { thing } of node.ties) if (!isHub(thing)) changed.add(thing)
    touched.add(node)
  }

  /** Brings together what a thing brings together now. Out: numbers whose pairs have to be weighed again. */
  const weighAgain = (): Set<Node> => {
    for (const thing of changed) {
      for (const pair of thing.pairs) if (--pair.count === 0) drop(pair)
      const brought = thing.kind === 'block' ? neighboursIn(thing) : sendersOf(thing)
      thing.pairs = brought.map(([one, other]) => pairOf(one, other))
      if (thing.ties.length === 0) things.delete(`${thing.kind} ${thing.shared}`)
    }
    const near = new Set(touched)
    for (const { ties } of changed) for (const { node } of ties) near.add(node)
    for (const node of near) {
      for (const pair of node.pairs) {
        const isOurs = near.has(pair.a) && near.has(pair.b)
        if (isOurs && pair.a === node) pair.weight = logOdds(pair.a, pair.b)
      }
    }
    return near
  }
  const pairOf = (one: Node, other: Node): Pair => {
    const [a, b] = one.digits < other.digits ? [one, other] : [other, one]
    const few = a.pairs.length <= b.pairs.length ? a : b
    const known = few.pairs.find((pair) => pair.a === a && pair.b === b)
    if (known) {
      known.count += 1
      return known
    }
    const pair: Pair = { a, b, count: 1, weight: -Infinity }
    a.pairs.push(pair)
    b.pairs.push(pair)
    return pair
  }
  const drop = (pair: Pair): void => {
    for (const { pairs } of [pair.a, pair.b]) pairs.splice(pairs.indexOf(pair), 1)
  }

  return {
    put(member) {
      const digits = digitsOf(member.number)
      const known = nodes.get(digits)
      if (known && isDeepStrictEqual(known.member, member)) return
      const node = known ?? { digits, member, ties: [], pairs: [], component: null }
      nodes.set(digits, node)
      untie(node)
      node.member = member
      tieAll(node, member)
    },
    remove(number) {
      const node = nodes.get(digitsOf(number))
      if (!node) return
      untie(node)
      touched.add(node)
      nodes.delete(node.digits)
    },
    rename(kind, shared) {
      const thing = things.get(`${kind} ${shared}`)
      const members = thing?.ties.map(({ node }) => node.member) ?? []
      for (const member of members) {
        this.remove(member.number)
        this.put(member)
      }
    },
    settle() {
      const loose = weighAgain()
      const broken = new Set<Component>()
      for (const { component } of loose) if (component) broken.add(component)
      for (const { nodes: own } of broken) for (const node of own) loose.add(node)
      for (const node of loose) node.component = null
      const gone = [...broken].flatMap((component) => component.groups)
      const made = componentsAmong(loose).flatMap((component) => {
        for (const node of component.nodes) node.component = component
        return component.groups
      })
      for (const group of gone) groups.delete(group)
      for (const group of made) groups.add(group)
      touched.clear()
      changed.clear()
      return { gone, made }
    },
    groups: () => groups,
    *pairs() {
      for (const node of nodes.values()) for (const pair of node.pairs) if (pair.a === node) yield pair
    },
  }
}
