/**
 * Chance that anyone can repeat: the same seed gives the same draws on any machine.
 *
 * `fork` gives an independent stream for a named part of the world. It depends on the name and on nothing drawn before,
 * so that adding a draw in one part changes no other.
 */
export type Random = {
  /** 32 random bits. */
  bits(): number
  /** 0 ≤ x < 1. */
  unit(): number
  /** A whole number, 0 ≤ x < count. */
  below(count: number): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** The key of a table of weights. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K
  /** Half of the draws are below the median; sigma is the spread of the logarithm. */
  logNormal(median: number, sigma: number): number
  /** How often `chance(probability)` held before it did not. */
  streak(probability: number): number
  hex(length: number): string
  fork(...names: readonly (string | number)[]): Random
}

const NORMAL_DRAWS = 12

/** xoshiro128** (Blackman, Vigna), its state filled by splitmix32 from an FNV-1a hash of the seed. */
export function random(seed: string): Random {
  let hash = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
  const split = (): number => {
    hash = (hash + 0x9e3779b9) | 0
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) | 0
  }
  let [a, b, c, d] = [split(), split(), split(), split()]

  const bits = (): number => {
    const product = Math.imul(b, 5)
    const drawn = Math.imul((product << 7) | (product >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return drawn >>> 0
  }
  const unit = (): number => bits() / 2 ** 32
  const below = (count: number): number => Math.floor(unit() * count)
  const chance = (probability: number): boolean => unit() < probability

  return {
    bits,
    unit,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance,
    pick: (items) => items[below(items.length)]!,
    weighted(weights) {
      let sum = 0
      for (const key in weights) sum += weights[key] ?? 0
      let left = unit() * sum
      let chosen!: keyof typeof weights
      for (const key in weights) {
        chosen = key
        left -= weights[key] ?? 0
        if (left < 0) break
      }
      return chosen
    },
    logNormal(median, sigma) {
      // Twelve uniform draws make a normal one by addition alone, which every machine does alike.
      let normal = -NORMAL_DRAWS / 2
      for (let draw = 0; draw < NORMAL_DRAWS; draw++) normal += unit()
      return median * Math.exp(sigma * normal)
    },
    streak(probability) {
      let length = 0
      while (chance(probability)) length++
      return length
    },
    hex(length) {
      let text = ''
      while (text.length < length) text += bits().toString(16).padStart(8, '0')
      return text.slice(0, length)
    },
    fork: (...names) => random(`${seed}/${names.join('/')}`),
  }
}
