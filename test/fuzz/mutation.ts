import fc from 'fast-check'

/** One change of the bytes of a seed. Places are shares of its length, so that they mean something in every seed. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'end'; readonly at: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'move'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: 'word'; readonly at: number; readonly word: number; readonly times: number }
  | {
      readonly kind: 'count'
      readonly at: number
      readonly size: 1 | 2 | 4
      readonly isBig: boolean
      readonly value: number
    }
  | {
      readonly kind: 'splice'
      readonly at: number
      readonly seed: number
      readonly from: number
      readonly length: number
    }

/** Lengths and offsets that readers trip over. */
const EDGES = [
  0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
]
const MOST_BYTES = 96 * 1024

const share = fc.double({ min: 0, max: 1, noNaN: true })
const length = fc.integer({ min: 1, max: 400 })
const times = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 4_000 }) },
)

/** Changes, few or many, that shrink to fewer ones. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.nat(7) }),
    fc.record({ kind: fc.constant('cut' as const), at: share, length }),
    fc.record({ kind: fc.constant('end' as const), at: share }),
    fc.record({ kind: fc.constant('repeat' as const), at: share, length, times }),
    fc.record({ kind: fc.constant('move' as const), at: share, length, to: share }),
    fc.record({ kind: fc.constant('word' as const), at: share, word: fc.nat(1_000), times }),
    fc.record({
      kind: fc.constant('count' as const),
      at: share,
      size: fc.constantFrom(1 as const, 2 as const, 4 as const),
      isBig: fc.boolean(),
      value: fc.constantFrom(...EDGES),
    }),
    fc.record({ kind: fc.constant('splice' as const), at: share, seed: fc.nat(1_000), from: share, length }),
  ),
  { maxLength: 12, size: 'max' },
)

/** The bytes of a seed with changes made to them. words, seeds: what `word` and `splice` take from. */
export function mutated(
  seed: Uint8Array,
  changes: readonly Mutation[],
  words: readonly string[],
  seeds: readonly Uint8Array[],
): Buffer {
  let bytes: Buffer = Buffer.from(seed)
  for (const change of changes) bytes = changed(bytes, change, words, seeds).subarray(0, MOST_BYTES)
  return Buffer.from(bytes)
}

function changed(bytes: Buffer, change: Mutation, words: readonly string[], seeds: readonly Uint8Array[]): Buffer {
  const at = Math.floor(change.at * bytes.length)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (change.kind) {
    case 'flip':
      if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << change.bit)
      return bytes
    case 'cut':
      return Buffer.concat([before, after.subarray(change.length)])
    case 'end':
      return before
    case 'repeat':
      return Buffer.concat([before, repeated(after.subarray(0, change.length), change.times), after])
    case 'move': {
      const rest = Buffer.concat([before, after.subarray(change.length)])
      const to = Math.floor(change.to * rest.length)
      return Buffer.concat([rest.subarray(0, to), after.subarray(0, change.length), rest.subarray(to)])
    }
    case 'word':
      return Buffer.concat([
        before,
        repeated(Buffer.from(words[change.word % words.length] ?? ''), change.times),
        after,
      ])
    case 'count': {
      if (at + change.size > bytes.length) return bytes
      const value = change.value % 2 ** (8 * change.size)
      if (change.isBig) bytes.writeUIntBE(value, at, change.size)
      else bytes.writeUIntLE(value, at, change.size)
      return bytes
    }
    case 'splice': {
      const other = Buffer.from(seeds[change.seed % seeds.length] ?? [])
      const from = Math.floor(change.from * other.length)
      return Buffer.concat([before, other.subarray(from, from + change.length), after])
    }
  }
}

function repeated(piece: Buffer, count: number): Buffer {
  const fitting = Math.min(count, Math.floor(MOST_BYTES / Math.max(piece.length, 1)))
  return Buffer.concat(Array.from({ length: fitting }, () => piece))
}
