import { expect, test } from 'vitest'
import { LEVEL_WORDS } from '../../src/render/lookup.ts'
import { LEVELS } from '../../web/src/levels.ts'

type Rgb = readonly [number, number, number]

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const linear = (value: number): number => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)

/** Relative luminance and contrast. Source: WCAG 2.2. */
const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

test('a level reads the same in the workbench and in the terminal', () => {
  expect(LEVELS.map(({ words }) => words)).toEqual(Object.values(LEVEL_WORDS))
})

test.each(LEVELS.map((look, level) => [level, look] as const))('the digit of level %i is readable', (_level, look) => {
  expect(contrast(look.fill, look.ink)).toBeGreaterThanOrEqual(4.5)
})

test('from low to confirmed each level is darker than the one before, so that colour is not needed to tell them', () => {
  const lights = LEVELS.slice(2).map(({ fill }) => luminance(rgb(fill)))
  expect(lights).toEqual(lights.toSorted((a, b) => b - a))
})
