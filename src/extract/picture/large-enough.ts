/** A number of seven digits in the smallest writing that can be read, in pixels. */
const LEAST_LENGTH = 50
const LEAST_HEIGHT = 8

/** Whether a number could stand in a picture of that size, lying or upright. */
export function isLargeEnough({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.max(width, height) >= LEAST_LENGTH && Math.min(width, height) >= LEAST_HEIGHT
}
