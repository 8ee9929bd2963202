import type { Letter } from './letters.ts'

/** isSideways: lines run up or down the picture; degrees: how far they are turned clockwise from there. */
export type WritingAngle = { readonly isSideways: boolean; readonly degrees: number }

const LEAST_LETTERS = 12
const MOST_DEGREES = 16
const COARSE = 1
const FINE = 0.125
/** Letters of equal width stand in columns, too: lines must be that much clearer downward to be read so. */
const CLEARER = 1.25

/**
 * Which way the lines of a picture run.
 *
 * Source: projection profile: seen along the lines, the middles of letters fall together.
 */
export function writingAngle(letters: readonly Letter[]): WritingAngle {
  if (letters.length < LEAST_LETTERS) return { isSideways: false, degrees: 0 }
  const upright = best(letters.map(({ x, y, height }) => [x, y, height]))
  const sideways = best(letters.map(({ x, y, width }) => [y, -x, width]))
  return sideways.sharpness > upright.sharpness * CLEARER
    ? { isSideways: true, degrees: sideways.degrees }
    : { isSideways: false, degrees: upright.degrees }
}

type Point = readonly [along: number, across: number, size: number]

function best(points: readonly Point[]): { degrees: number; sharpness: number } {
  const sizes = points.map(([, , size]) => size).sort((a, b) => a - b)
  const bin = Math.max(1, (sizes[Math.floor(sizes.length / 2)] as number) / 3)
  const sharpnessAt = (degrees: number): number => sharpness(points, degrees, bin)
  let found = { degrees: 0, sharpness: sharpnessAt(0) * 1.02 }
  const tryAll = (from: number, to: number, step: number): void => {
    for (let degrees = from; degrees <= to; degrees += step) {
      const own = sharpnessAt(degrees)
      if (own > found.sharpness) found = { degrees, sharpness: own }
    }
  }
  tryAll(-MOST_DEGREES, MOST_DEGREES, COARSE)
  tryAll(found.degrees - COARSE, found.degrees + COARSE, FINE)
  return found
}

/** How many letters share a line with a letter, on average. */
function sharpness(points: readonly Point[], degrees: number, bin: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const counts = new Map<number, number>()
  for (const [along, across] of points) {
    const line = Math.round((across - along * slope) / bin)
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  let sum = 0
  for (const count of counts.values()) sum += count * count
  return sum / points.length
}
