import { expect, test } from 'vitest'
import { piecesOf } from '../../web/src/pieces.ts'

const mention = { start: 5, end: 9, e164: '+18035552147', role: 'callback' as const, visible: true }

test('the pieces together are the text, and cut where something begins or ends', () => {
  const text = 'call 2147 now secret'
  const pieces = piecesOf({ text, mentions: [mention], hidden: [{ start: 14, end: 20, why: 'display:none' }] })
  expect(pieces.map((piece) => piece.text)).toEqual(['call ', '2147', ' now ', 'secret'])
  expect(pieces.map((piece) => piece.isHidden)).toEqual([false, false, false, true])
  expect(pieces[1]?.mention).toBe(mention)
  expect(pieces[3]?.why).toBe('display:none')
})

test('a number half hidden is cut in two', () => {
  const pieces = piecesOf({ text: 'call 2147', mentions: [mention], hidden: [{ start: 7, end: 9, why: 'font-size' }] })
  expect(pieces.map((piece) => [piece.text, piece.isHidden, piece.mention === mention])).toEqual([
    ['call ', false, false],
    ['21', false, true],
    ['47', true, true],
  ])
})

test('an empty part has no pieces', () => {
  expect(piecesOf({ text: '', mentions: [], hidden: [] })).toEqual([])
})
