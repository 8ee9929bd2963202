/**
 * How each risk level looks and reads; the one table of it. From blue over pale yellow to deep red and plum: the hues
 * keep apart for every kind of colour blindness, lightness falls as risk grows, and the digit and the words always
 * stand beside the colour.
 */
export type LevelLook = { readonly words: string; readonly fill: string; readonly ink: string }

export const LEVELS: readonly LevelLook[] = [
  { words: 'trusted', fill: '#1d6fae', ink: '#ffffff' },
  { words: 'nothing found', fill: '#a8c4dc', ink: '#0f2233' },
  { words: 'low', fill: '#ece3b0', ink: '#2c2608' },
  { words: 'low', fill: '#efd67c', ink: '#2c2306' },
  { words: 'moderate', fill: '#f3bd50', ink: '#2b1c00' },
  { words: 'moderate', fill: '#ee9d36', ink: '#291500' },
  { words: 'elevated', fill: '#e37a2c', ink: '#200c00' },
  { words: 'elevated', fill: '#c64f1f', ink: '#ffffff' },
  { words: 'high', fill: '#b02a2f', ink: '#ffffff' },
  { words: 'confirmed', fill: '#8a1c56', ink: '#ffffff' },
]

const UNKNOWN_LEVEL = { words: 'insufficient evidence', fill: '#8b94a3', ink: '#10151c' } as const

export function lookOf(level: number | null): LevelLook {
  return (level === null ? undefined : LEVELS[level]) ?? UNKNOWN_LEVEL
}
