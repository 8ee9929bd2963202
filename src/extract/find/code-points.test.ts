import { expect, test } from 'vitest'
import { astralKind, astralValue, KIND, kindAt, valueAt } from './code-points.ts'

const kindOf = (text: string): number | undefined => kindAt(text, 0)

test('every decimal digit that Unicode has in the basic plane is a digit with its own value', () => {
  const missed: string[] = []
  let value = 0
  for (let code = 0; code < 0x10000; code++) {
    if (!/\p{Nd}/u.test(String.fromCharCode(code))) continue
    if (kindAt(String.fromCharCode(code), 0) < KIND.DIGIT || valueAt(String.fromCharCode(code), 0) !== value % 10)
      missed.push(code.toString(16))
    value++
  }
  expect(missed).toEqual([])
})

test('circled, superscript, mathematical and segmented digits have their values', () => {
  for (const [text, value] of [
    ['⓿', 0],
    ['❾', 9],
    ['⑴', 1],
    ['²', 2],
    ['₇', 7],
    ['５', 5],
    ['૫', 5],
  ] as const) {
    expect([text, kindOf(text), valueAt(text, 0)]).toEqual([text, KIND.LOOKALIKE, value])
  }
  for (const [text, value] of [
    ['𝟎', 0],
    ['𝟡', 9],
    ['𝟿', 9],
    ['🄌', 0],
    ['🯳', 3],
  ] as const) {
    const codePoint = text.codePointAt(0) ?? 0
    expect([text, astralKind(codePoint), astralValue(codePoint)]).toEqual([text, KIND.LOOKALIKE, value])
  }
})

test('invisible characters, emoji and ordinary letters are told apart', () => {
  for (const text of ['\u00ad', '\u034f', '\u200b', '\u200e', '\u2060', '\u2069', '\ufe0f', '\ufeff', '\u20e3']) {
    expect(kindOf(text)).toBe(KIND.INVISIBLE)
  }
  expect(kindOf('\u202e')).toBe(KIND.OVERRIDE)
  expect(astralKind('🔜'.codePointAt(0) ?? 0)).toBe(KIND.SYMBOL)
  expect(astralKind(0xe0031)).toBe(KIND.INVISIBLE)
  expect(kindOf('a')).toBe(KIND.OTHER)
  expect(kindOf('O')).toBe(KIND.LETTER)
})
