import type { GreyPicture } from './grey-picture.ts'

/** Something dark whose pixels touch each other. right, bottom: behind its last pixel. pixels: how many it has. */
export type Piece = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly pixels: number
}

/** Dark pixels beside each other in one row; end: behind the last of them. */
export type Run = { readonly y: number; readonly start: number; readonly end: number }

export type DarkPieces = {
  readonly pieces: readonly Piece[]
  /** The runs of some of the pieces, from the top down. */
  runsOf(chosen: readonly Piece[]): readonly Run[]
}

/** Darker than this is dark, of 255. */
export const DARK = 128
const MOST_RUNS = 1_000_000

/**
 * The dark pieces of a picture.
 *
 * In:   dark writing on white.
 * Cost: linear in the pixels, as far as the runs of dark pixels are not more than the limit.
 */
export function darkPieces(picture: GreyPicture): DarkPieces {
  const runs = darkRuns(picture)
  const boxes = new Map<number, Mutable<Piece>>()
  for (let run = 0; run < runs.count; run++) {
    const root = rootOf(runs.parents, run)
    const [left, right, y] = [runs.starts[run] as number, runs.ends[run] as number, runs.rows[run] as number]
    const box = boxes.get(root)
    if (box) {
      box.left = Math.min(box.left, left)
      box.right = Math.max(box.right, right)
      box.bottom = y + 1
      box.pixels += right - left
    } else boxes.set(root, { left, top: y, right, bottom: y + 1, pixels: right - left })
  }
  return {
    pieces: [...boxes.values()],
    runsOf(chosen) {
      const wanted = new Set(chosen)
      const own: Run[] = []
      for (let run = 0; run < runs.count; run++) {
        const piece = boxes.get(rootOf(runs.parents, run))
        if (piece && wanted.has(piece))
          own.push({ y: runs.rows[run] as number, start: runs.starts[run] as number, end: runs.ends[run] as number })
      }
      return own
    },
  }
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

type Runs = { count: number; starts: Int32Array; ends: Int32Array; rows: Int32Array; parents: Int32Array }

/** Runs of dark pixels in rows, those that touch in rows beside each other joined. */
function darkRuns({ width, height, pixels }: GreyPicture): Runs {
  const size = Math.min(MOST_RUNS, Math.ceil((width * height) / 2) + height)
  const [starts, ends, rows, parents] = [0, 1, 2, 3].map(() => new Int32Array(size)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  let count = 0
  let above = 0
  for (let y = 0; y < height && count < size - width; y++) {
    const [first, beforeFirst] = [count, above]
    let candidate = beforeFirst
    const row = y * width
    for (let x = 0; x < width; x++) {
      if ((pixels[row + x] as number) >= DARK) continue
      const start = x
      while (x < width && (pixels[row + x] as number) < DARK) x++
      starts[count] = start
      ends[count] = x
      rows[count] = y
      parents[count] = count
      while (candidate < first && (ends[candidate] as number) < start) candidate++
      for (let other = candidate; other < first && (starts[other] as number) <= x; other++)
        parents[rootOf(parents, count)] = rootOf(parents, other)
      count++
    }
    above = first
  }
  return { count, starts, ends, rows, parents }
}

function rootOf(parents: Int32Array, run: number): number {
  let root = run
  while (parents[root] !== root) {
    // Every second step is cut short, which keeps the ways short.
    parents[root] = parents[parents[root] as number] as number
    root = parents[root] as number
  }
  return root
}
