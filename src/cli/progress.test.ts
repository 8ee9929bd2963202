import { expect, test } from 'vitest'
import { duration, progress } from './progress.ts'

const terminal = (isTTY: boolean): { isTTY: boolean; columns: number; text: string; write(text: string): void } => ({
  isTTY,
  columns: 60,
  text: '',
  write(text) {
    this.text += text
  },
})

test('a terminal sees what is done, how fast and how long it will take, at most five times a second', () => {
  const screen = terminal(true)
  let now = 0
  const shown = progress({ noun: 'records', tellsWritten: false, terminal: screen, clock: () => now })
  for (; now <= 10_000; now += 10) shown.show({ done: now * 100, share: now / 40_000, written: 0 })
  const lines = screen.text.split('\r\u001B[2K').slice(1)
  expect(lines).toHaveLength(51)
  expect(lines.at(-1)).toBe('1,000,000 records, 100,000/s, 25 %, 30 s left')
  shown.clear()
  expect(screen.text.endsWith('\r\u001B[2K')).toBe(true)
})

test('where nobody knows how much there is, no time left is made up', () => {
  const screen = terminal(true)
  progress({ noun: 'messages', tellsWritten: false, terminal: screen, clock: () => 0 }).show({
    done: 3,
    share: null,
    written: 0,
  })
  expect(screen.text).toBe('\r\u001B[2K3 messages, 0/s')
})

test('a file sees no progress, and what is written only where it is asked for', () => {
  const [quiet, told] = [terminal(false), terminal(false)]
  for (const [screen, tellsWritten] of [
    [quiet, false],
    [told, true],
  ] as const) {
    const shown = progress({ noun: 'records', tellsWritten, terminal: screen, clock: () => 0 })
    for (const written of [0, 100, 100, 250]) shown.show({ done: 300, share: 0.5, written })
    shown.clear()
  }
  expect([quiet.text, told.text]).toEqual(['', '100 sightings written\n250 sightings written\n'])
})

test.each([
  [0.42, '0.4 s'],
  [42.4, '42 s'],
  [61, '1 min'],
  [3_725, '1 h 02 min'],
])('%d seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})
