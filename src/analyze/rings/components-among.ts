import { LINK_LOG_ODDS } from './log-odds.ts'
import type { Component, Node } from './graph-parts.ts'
import { splitThin } from './split-thin.ts'

/**
 * What links hold together among numbers, directly or through others, and the groups it falls into where only something
 * thin does.
 *
 * In: loose, with every number that is linked to one of them.
 */
export function componentsAmong(loose: Iterable<Node>): Component[] {
  const seen = new Set<Node>()
  const found: Component[] = []
  for (const start of loose) {
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
    const links = own.flatMap((node) => node.pairs.filter(({ a, weight }) => a === node && weight >= LINK_LOG_ODDS))
    found.push({ nodes: own, groups: splitThin(own, links).map((nodes) => ({ nodes })) })
  }
  return found
}
