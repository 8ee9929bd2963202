import { compare } from './compare.ts'
import type { Parts } from './graph-parts.ts'
import { leiden, rowsOf } from './leiden.ts'
import { LINK_LOG_ODDS } from './log-odds.ts'
import { WEIGHTS } from './weights.ts'

/** Fewer numbers are no crowds that a bridge could join. */
const FEWEST = 12

/**
 * Two groups of a and b numbers belong together where the links between them weigh more than this × a × b: a link that
 * just passes holds two groups of thirty together.
 */
const RESOLUTION = LINK_LOG_ODDS / 900

/** What holds two groups together is thin below this: less than two independent links that just pass. */
const SURE_LOG_ODDS = 2 * LINK_LOG_ODDS

/**
 * Splits numbers that links hold together where only something thin joins two crowds: communities are proposed by
 * Leiden, and joined again where independent things between them say enough together. Links that rest on the same thing
 * say it once, however many they are.
 *
 * In:  nodes, by digits; links, the pairs among them that are linked.
 * Out: groups of two or more, each by digits.
 */
export function splitThin(parts: Parts, nodes: readonly number[], links: readonly number[]): (readonly number[])[] {
  const { a, b, weight } = parts.pairs
  if (nodes.length < FEWEST || links.every((link) => weight[link]! >= SURE_LOG_ODDS)) return [nodes]
  const places = new Map(nodes.map((node, place) => [node, place]))
  const edges = links.map((link) => [places.get(a[link]!)!, places.get(b[link]!)!, weight[link]!] as const)
  const of = leiden(rowsOf(new Float64Array(nodes.length).fill(1), edges), RESOLUTION)
  const joined = joinSure(parts, of, links, edges)
  const groups = new Map<number, number[]>()
  for (const [place, node] of nodes.entries()) {
    const group = groups.get(joined[place]!)
    if (group) group.push(node)
    else groups.set(joined[place]!, [node])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Of each place, its community once those are joined that more than something thin holds together. */
function joinSure(
  parts: Parts,
  of: Int32Array,
  links: readonly number[],
  edges: readonly (readonly [one: number, other: number, weight: number])[],
): number[] {
  /** Between two communities, the most that each thing says. */
  const bridges = new Map<string, { ends: readonly [number, number]; said: Map<string, number> }>()
  for (const [at, [one, other, weight]] of edges.entries()) {
    const ends = [of[one]!, of[other]!].sort((a, b) => a - b) as [number, number]
    if (ends[0] === ends[1]) continue
    const bridge = bridges.get(ends.join()) ?? { ends, said: new Map<string, number>() }
    bridges.set(ends.join(), bridge)
    const thing = mostTelling(parts, links[at]!)
    bridge.said.set(thing, Math.max(bridge.said.get(thing) ?? 0, weight))
  }
  const parents = Array.from({ length: of.length }, (_, community) => community)
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!
    return root
  }
  for (const { ends, said } of bridges.values()) {
    const together = [...said.values()].reduce((sum, weight) => sum + weight, 0)
    if (together >= SURE_LOG_ODDS) parents[rootOf(ends[1])] = rootOf(ends[0])
  }
  return Array.from(of, (community) => rootOf(community))
}

function mostTelling(parts: Parts, link: number): string {
  const { kind, shared } = compare(parts, parts.pairs.a[link]!, parts.pairs.b[link]!)
    .filter((agreement) => agreement.shared !== '')
    .reduce((most, each) => (WEIGHTS[each.level] > WEIGHTS[most.level] ? each : most))
  return `${kind} ${shared}`
}
