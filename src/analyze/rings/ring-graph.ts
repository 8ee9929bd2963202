import { callingCodeOf, digitsOf } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { componentsAmong } from './components-among.ts'
import { graphParts, kindOf, nextPair, NONE, pairsOf } from './graph-parts.ts'
import type { Component, Group, Parts } from './graph-parts.ts'
import { BLOCK_WIDTH, canTie, KIND_NAMES } from './kinds.ts'
import type { ThingKind } from './kinds.ts'
import { countPair, linkTie, releasePair, unlinkFromNode, unlinkFromThing } from './lists.ts'
import { logOdds } from './log-odds.ts'
import type { Member, Stood } from './member.ts'
import { isHub, tellNeighbours, tellSenders } from './senders-of.ts'

/** What came of settling: groups that are no more, and those in their place. */
export type Regrouped = { readonly gone: readonly Group[]; readonly made: readonly Group[] }

/**
 * Numbers, what they share, and the groups they form. Whatever is put in and in whatever order, once settled it is the
 * same as if all had been put into an empty one at once; and only what was touched is weighed and grouped again.
 */
export type RingGraph = {
  /** Puts what is now known of a number, in place of what was: it stands in nothing until it is said. */
  put(member: Member): void
  /** Says which numbers stood in a thing, beside those that are known to; those that were not put are left out. */
  stand(stood: Stood): void
  /** Takes the number of these digits out. */
  remove(digits: number): void
  /** Puts the numbers in a thing into another that it goes by now, as a wording that turned out to be another's. */
  rename(kind: ThingKind, shared: string): void
  /** Weighs and groups again what was touched since the last time. */
  settle(): Regrouped
  groups(): Iterable<Group>
  /** Every pair of two nodes that were brought together, linked or not. */
  pairs(): Iterable<number>
  /** What it is made of, to read. */
  readonly parts: Parts
}

/** In: wordingOf, what stands for all templates that are one wording. */
export function ringGraph(wordingOf: (template: string) => string = (template) => template): RingGraph {
  const parts = graphParts()
  const { nodes, things, ties, pairs } = parts
  const nodeOf = new Map<number, number>()
  const thingsOf = KIND_NAMES.map(() => new Map<string | number, number>())
  const groups = new Set<Group>()
  /** Brands that were told before: many numbers have the same. */
  const brandLists = new Map<string, readonly string[]>()
  /** Nodes whose facts or ties changed, nodes that are no more, and things whose ties changed. */
  const touched = new Set<number>()
  const removed = new Set<number>()
  const changed = new Set<number>()

  const thingOf = (kind: number, shared: string | number): number => {
    const known = thingsOf[kind]!.get(shared)
    if (known !== undefined) return known
    const thing = things.take()
    things.kind[thing] = kind
    things.isOpen[thing] = kind === BLOCK || canTie(KIND_NAMES[kind]!, String(shared)) ? 0 : 1
    things.count[thing] = 0
    things.ties[thing] = things.mark[thing] = things.last[thing] = NONE
    parts.shared[thing] = shared
    thingsOf[kind]!.set(shared, thing)
    return thing
  }
  /** A thing that becomes a hub, or is none any more, tells no or new senders of other things. In: wasHub, before it changed. */
  const change = (thing: number, wasHub: boolean): void => {
    const isOneNow = isHub(parts, thing)
    if (wasHub && isOneNow) return
    changed.add(thing)
    if (wasHub === isOneNow) return
    for (let tie = things.ties[thing]!; tie !== NONE; tie = ties.nextInThing[tie]!) changeAllOf(ties.node[tie]!)
  }
  const changeAllOf = (node: number): void => {
    for (let tie = nodes.ties[node]!; tie !== NONE; tie = ties.nextOfNode[tie]!) {
      if (!isHub(parts, ties.thing[tie]!)) changed.add(ties.thing[tie]!)
    }
  }
  const untie = (tie: number): void => {
    releasePair(parts, ties.same[tie]!)
    releasePair(parts, ties.before[tie]!)
    unlinkFromNode(parts, tie)
    const thing = ties.thing[tie]!
    const wasHub = isHub(parts, thing)
    unlinkFromThing(parts, tie)
    change(thing, wasHub)
    ties.node[tie] = NONE
    parts.evidence[tie] = ''
    ties.free(tie)
  }
  const untieAll = (node: number): void => {
    while (nodes.ties[node] !== NONE) untie(nodes.ties[node]!)
  }
  const tieOf = (node: number, thing: number): number => {
    let tie = nodes.ties[node]!
    while (tie !== NONE && ties.thing[tie] !== thing) tie = ties.nextOfNode[tie]!
    return tie
  }
  const tie = (node: number, thing: number, firstSeenAt: number, lastSeenAt: number, message: string): void => {
    touched.add(node)
    const same = tieOf(node, thing)
    if (same !== NONE) {
      const known = parts.evidence[same]!
      if (message !== '' && (known === '' || message < known)) parts.evidence[same] = message
      ties.firstSeenAt[same] = Math.min(ties.firstSeenAt[same]!, firstSeenAt)
      ties.lastSeenAt[same] = Math.max(ties.lastSeenAt[same]!, lastSeenAt)
      return
    }
    const made = ties.take()
    ties.thing[made] = thing
    ties.node[made] = node
    ties.firstSeenAt[made] = firstSeenAt
    ties.lastSeenAt[made] = lastSeenAt
    ties.spell[made] = ties.sender[made] = ties.senders[made] = ties.same[made] = ties.before[made] = NONE
    parts.evidence[made] = message
    const wasHub = isHub(parts, thing)
    linkTie(parts, made)
    change(thing, wasHub)
  }
  const madeNode = (digits: number, number: PhoneNumber): number => {
    const node = nodes.take()
    nodes.digits[node] = digits
    nodes.country[node] = Number(callingCodeOf(number))
    nodes.ties[node] = nodes.pairs[node] = NONE
    parts.components[node] = null
    nodeOf.set(digits, node)
    return node
  }
  const removeEmpty = (thing: number): void => {
    thingsOf[things.kind[thing]!]!.delete(parts.shared[thing]!)
    parts.shared[thing] = ''
    things.free(thing)
  }
  const bring = (later: number, as: 'same' | 'before', earlier: number): void => {
    ties[as][later] = countPair(parts, ties.node[earlier]!, ties.node[later]!)
  }

  /** Brings together what changed things bring together now. Out: nodes whose pairs have to be weighed again. */
  const bringAgain = (): Set<number> => {
    for (const node of touched) changeAllOf(node)
    const near = new Set(touched)
    for (const thing of changed) {
      for (let tie = things.ties[thing]!; tie !== NONE; tie = ties.nextInThing[tie]!) {
        releasePair(parts, ties.same[tie]!)
        releasePair(parts, ties.before[tie]!)
        ties.same[tie] = ties.before[tie] = NONE
        near.add(ties.node[tie]!)
      }
      if (things.count[thing] === 0) removeEmpty(thing)
      else if (kindOf(parts, thing) === 'block') tellNeighbours(parts, thing, bring)
      else tellSenders(parts, thing, bring)
    }
    return near
  }
  const weighAgain = (near: ReadonlySet<number>): void => {
    for (const node of near) {
      for (let pair = nodes.pairs[node]!; pair !== NONE; pair = nextPair(pairs, pair, node)) {
        const [a, b] = [pairs.a[pair]!, pairs.b[pair]!]
        if (a === node && near.has(b)) pairs.weight[pair] = logOdds(parts, a, b)
      }
    }
  }

  return {
    parts,
    put({ number, firstSeenAt, lastSeenAt, brands, messages }) {
      const digits = digitsOf(number)
      const node = nodeOf.get(digits) ?? madeNode(digits, number)
      untieAll(node)
      nodes.firstSeenAt[node] = firstSeenAt
      nodes.lastSeenAt[node] = lastSeenAt
      nodes.messages[node] = messages
      const key = brands.join('\0')
      if (!brandLists.has(key)) brandLists.set(key, brands)
      parts.brands[node] = brandLists.get(key)!
      tie(node, thingOf(BLOCK, Math.floor(digits / BLOCK_WIDTH)), firstSeenAt, lastSeenAt, '')
    },
    stand({ kind, shared, digits, firstSeenAt, lastSeenAt, messages }) {
      const [index, name] = [KIND_NAMES.indexOf(kind), kind === 'template' ? wordingOf(shared) : shared]
      for (let at = 0; at < digits.length; at++) {
        const node = nodeOf.get(digits[at]!)
        if (node === undefined) continue
        // Only now: a thing of nobody would never be taken away.
        tie(node, thingOf(index, name), firstSeenAt[at]!, lastSeenAt[at]!, messages[at] ?? shared)
      }
    },
    remove(digits) {
      const node = nodeOf.get(digits)
      if (node === undefined) return
      untieAll(node)
      touched.add(node)
      removed.add(node)
      nodeOf.delete(digits)
    },
    rename(kind, shared) {
      const index = KIND_NAMES.indexOf(kind)
      const thing = thingsOf[index]!.get(shared)
      if (thing === undefined) return
      const now = thingOf(index, wordingOf(shared))
      if (now === thing) return
      for (let old = things.ties[thing]!; old !== NONE; old = things.ties[thing]!) {
        const [node, message] = [ties.node[old]!, parts.evidence[old]!]
        const [firstSeenAt, lastSeenAt] = [ties.firstSeenAt[old]!, ties.lastSeenAt[old]!]
        untie(old)
        tie(node, now, firstSeenAt, lastSeenAt, message)
      }
    },
    settle() {
      const loose = bringAgain()
      weighAgain(loose)
      const broken = new Set<Component>()
      for (const node of loose) if (parts.components[node]) broken.add(parts.components[node])
      for (const { nodes: own } of broken) for (const node of own) loose.add(node)
      for (const node of loose) parts.components[node] = null
      const gone = [...broken].flatMap((component) => component.groups)
      const made = componentsAmong(parts, loose).flatMap((component) => {
        for (const node of component.nodes) parts.components[node] = component
        return component.groups
      })
      for (const group of gone) groups.delete(group)
      for (const group of made) groups.add(group)
      for (const node of removed) nodes.free(node)
      touched.clear()
      removed.clear()
      changed.clear()
      return { gone, made }
    },
    groups: () => groups,
    *pairs() {
      for (const node of nodeOf.values()) {
        for (const pair of pairsOf(parts, node)) if (pairs.a[pair] === node) yield pair
      }
    },
  }
}

const BLOCK = KIND_NAMES.indexOf('block')
