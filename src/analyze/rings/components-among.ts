import { LINK_LOG_ODDS } from './log-odds.ts'
import type { Component, Node } from './graph-parts.ts'

/**
 * What links hold together among numbers.
 *
 * In: nodes, with every number that is linked to one of them.
 */
export function componentsAmong(nodes: Iterable<Node>): Component[] {
  const seen = new Set<Node>()
  const found: Component[] = []
  for (const start of nodes) {
    if (seen.has(start)) continue
    seen.add(start)
    const own = [start]
    for (const node of own) {
      for (const { a, b, weight } of node.pairs) {
        const other = a === node ? b : a
        if (weight < LINK_LOG_ODDS || seen.has(other)) continue
        seen.add(other)
        own.push(other)
      }
    }
    if (own.length < 2) continue
    own.sort((a, b) => a.digits - b.digits)
    found.push({ nodes: own, groups: [{ nodes: own }] })
  }
  return found
}
