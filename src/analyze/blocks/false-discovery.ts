/**
 * Of each p-value the share of false ones among those at least as small: what is told by q ≤ 0.01 is by chance in one
 * of a hundred cases, however many were looked at.
 *
 * In:     pValues of those that could matter; tried: how many were looked at, the rest with larger p-values.
 * Out:    q-values, in the order of the p-values.
 * Source: Benjamini and Hochberg 1995.
 */
export function falseDiscovery(pValues: readonly number[], tried: number): Float64Array {
  const ascending = Float64Array.from(pValues.keys()).sort((one, other) => pValues[one]! - pValues[other]!)
  const qValues = new Float64Array(pValues.length)
  let least = 1
  for (let rank = ascending.length; rank > 0; rank--) {
    const at = ascending[rank - 1]!
    least = Math.min(least, (pValues[at]! * tried) / rank)
    qValues[at] = least
  }
  return qValues
}
