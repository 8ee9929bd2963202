import { expect, test } from 'vitest'
import { part } from '../../test/hand-made-message.ts'
import type { Issue } from '../model/issue.ts'
import { withinText } from './within-text.ts'

test('a file may say half of what is left, and one after it is still heard', () => {
  const [room, issues]: [{ characters: number }, Issue[]] = [{ characters: 1_000_000 }, []]
  const lengths = Array.from({ length: 20 }, () =>
    withinText([part('pdf', 'a'.repeat(900_000))], 'a.pdf', room, issues).map(({ text }) => text.length),
  )
  expect(lengths[0]).toEqual([499_900])
  expect(lengths.at(-1)).toEqual([9_900])
  expect(issues).toHaveLength(20)
})

test('a file of parts without end is cut, and says so', () => {
  const issues: Issue[] = []
  const many = Array.from({ length: 100_000 }, () => part('pdf', ''))
  expect(withinText(many, 'a.pdf', { characters: 2_000_000 }, issues).length).toBeLessThan(10_001)
  expect(issues).toMatchObject([{ code: 'text_too_large', part: 'a.pdf' }])
})

test('what fits is as it was', () => {
  const issues: Issue[] = []
  const parts = [part('pdf', 'Call ⟦hidden⟧'), part('link', '+12065471200', 'call')]
  expect(withinText(parts, 'a.pdf', { characters: 2_000_000 }, issues)).toEqual(parts)
  expect(issues).toEqual([])
})
