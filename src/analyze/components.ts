/**
 * Groups what is tied together, directly or through others (union-find with path halving; linear in practice).
 *
 * In:  ties, pairs in any order, repeated or not.
 * Out: the groups, each with its members in the order they first appeared.
 * @example components([['a', 'b'], ['c', 'd'], ['b', 'e']]) // => [['a', 'b', 'e'], ['c', 'd']]
 */
export function components<Member>(ties: Iterable<readonly [Member, Member]>): Member[][] {
  const indexes = new Map<Member, number>()
  const parents: number[] = []
  const sizes: number[] = []

  const indexOf = (member: Member): number => {
    const known = indexes.get(member)
    if (known !== undefined) return known
    const index = parents.push(parents.length) - 1
    sizes.push(1)
    indexes.set(member, index)
    return index
  }
  const rootOf = (start: number): number => {
    let at = start
    for (let parent = parents[at]!; parent !== at; parent = parents[at]!) {
      parents[at] = parents[parent]!
      at = parents[at]!
    }
    return at
  }

  for (const [a, b] of ties) {
    const [one, other] = [rootOf(indexOf(a)), rootOf(indexOf(b))]
    if (one === other) continue
    const [large, small] = sizes[one]! >= sizes[other]! ? [one, other] : [other, one]
    parents[small] = large
    sizes[large]! += sizes[small]!
  }

  const groups = new Map<number, Member[]>()
  for (const [member, index] of indexes) {
    const root = rootOf(index)
    const group = groups.get(root)
    if (group) group.push(member)
    else groups.set(root, [member])
  }
  return [...groups.values()]
}
