import type { GreyPicture } from './grey-picture.ts'

/** Something dark of about the shape of a letter; x, y: its middle. Pixels. */
export type Letter = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const DARK = 128
const MOST_RUNS = 1_000_000
const MOST_LETTERS = 5_000
/** Twice those of a page of small print; more are no letters. */
const MOST_IN_PICTURE = 12_000

/**
 * The dark pieces of a picture that could be letters: connected, neither dots nor lines nor areas.
 *
 * In:   dark writing on white.
 * Cost: linear in the pixels, as far as the runs of dark pixels are not more than the limit.
 */
export function lettersOf(picture: GreyPicture): readonly Letter[] {
  const runs = darkRuns(picture)
  const boxes = new Map<number, [left: number, top: number, right: number, bottom: number]>()
  for (let run = 0; run < runs.count; run++) {
    const root = rootOf(runs.parents, run)
    const [left, right, y] = [runs.starts[run] as number, runs.ends[run] as number, runs.rows[run] as number]
    const box = boxes.get(root)
    if (box) {
      if (left < box[0]) box[0] = left
      if (right > box[2]) box[2] = right
      box[3] = y + 1
    } else boxes.set(root, [left, y, right, y + 1])
  }
  const mostHeight = Math.min(picture.height, picture.width) / 3
  const letters = [...boxes.values()]
    .map(([left, top, right, bottom]): Letter => {
      const [width, height] = [right - left, bottom - top]
      return { x: left + width / 2, y: top + height / 2, width, height }
    })
    .filter(
      ({ width, height }) =>
        Math.max(width, height) >= 4 &&
        Math.max(width, height) <= mostHeight &&
        width < 6 * height &&
        height < 12 * width,
    )
  if (letters.length > MOST_IN_PICTURE) return []
  const step = Math.ceil(letters.length / MOST_LETTERS)
  return step <= 1 ? letters : letters.filter((_, at) => at % step === 0)
}

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
