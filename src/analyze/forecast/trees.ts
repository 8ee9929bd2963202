/** A tree as flat arrays, so that it is JSON and quick. feature -1: a leaf, and `at` is what it adds. Left is `<= at`. */
export type Tree = {
  readonly feature: readonly number[]
  readonly at: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** The sum of what trees add: log-odds. */
export type Trees = { readonly base: number; readonly trees: readonly Tree[] }

/** What a row of features adds up to. */
export function scoreOf({ base, trees }: Trees, features: ArrayLike<number>): number {
  let sum = base
  for (const { feature, at, left, right } of trees) {
    let node = 0
    while (feature[node]! >= 0) node = features[feature[node]!]! <= at[node]! ? left[node]! : right[node]!
    sum += at[node]!
  }
  return sum
}
