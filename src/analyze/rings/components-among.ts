import { nextPair, NONE } from './graph-parts.ts'
import type { Component, Parts } from './graph-parts.ts'
import { LINK_LOG_ODDS } from './log-odds.ts'
import { splitThin } from './split-thin.ts'

/**
 * What links hold together among numbers, directly or through others, and the groups it falls into where only something
 * thin does.
 *
 * In: loose, nodes with every one that is linked to one of them.
 */
export function componentsAmong(parts: Parts, loose: Iterable<number>): Component[] {
  const { nodes, pairs } = parts
  const seen = new Set<number>()
  const found: Component[] = []
  for (const start of loose) {
    if (seen.has(start)) continue
    seen.add(start)
    const own = [start]
    const links: number[] = []
    for (const node of own) {
      for (let pair = nodes.pairs[node]!; pair !== NONE; pair = nextPair(pairs, pair, node)) {
        if (pairs.weight[pair]! < LINK_LOG_ODDS) continue
        const [a, b] = [pairs.a[pair]!, pairs.b[pair]!]
        if (a === node) links.push(pair)
        const other = a === node ? b : a
        if (seen.has(other)) continue
        seen.add(other)
        own.push(other)
      }
    }
    if (own.length < 2) continue
    own.sort((a, b) => nodes.digits[a]! - nodes.digits[b]!)
    found.push({ nodes: own, groups: splitThin(parts, own, links).map((group) => ({ nodes: group })) })
  }
  return found
}
