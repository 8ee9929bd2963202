/** One thing that was put into a group, and the group it belongs to in truth. */
export type Grouped = { readonly group: string; readonly truth: string }

/** Shares, 0–1: of what an item was put together with, how much belongs together; and the other way round. */
export type BCubed = { readonly precision: number; readonly recall: number }

/**
 * How well a grouping agrees with the truth, averaged over items, so that a large group cannot hide many small ones.
 *
 * Source: Bagga and Baldwin 1998; Amigó et al. 2009, the only usual measure that meets all four of their conditions.
 */
export function bCubed(items: readonly Grouped[]): BCubed {
  const groups = tally(items, ({ group }) => group)
  const truths = tally(items, ({ truth }) => truth)
  const both = tally(items, pair)
  let [precision, recall] = [0, 0]
  for (const item of items) {
    const together = both.get(pair(item))!
    precision += together / groups.get(item.group)!
    recall += together / truths.get(item.truth)!
  }
  return { precision: precision / items.length, recall: recall / items.length }
}

const pair = ({ group, truth }: Grouped): string => `${group}\n${truth}`

function tally(items: readonly Grouped[], keyOf: (item: Grouped) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
