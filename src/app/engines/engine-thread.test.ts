import { afterEach, describe, expect, test } from 'vitest'
import { drawn, linesOf, pdfOf } from '../../../test/drawn.ts'
import type { ReadingLanguage } from '../../extract/engines.ts'
import { engineThread } from './engine-thread.ts'

const picture = await drawn(['Call +1 (808) 471-4598', 'about your renewal'])
const thread = engineThread({ cacheFolder: null })
afterEach(() => thread.close())

const pdf = (bytes: Buffer, timeMillis = 20_000) =>
  ({ work: 'pdf', bytes, passwords: [], language: 'eng', pictures: 'off', timeMillis }) as const
const letter = pdf(pdfOf(linesOf(['Call 804 now, please'])))
/** So many pages that no machine reads them in a tenth of a second, which is what is left of the grace. */
const book = pdfOf(...Array.from({ length: 50 }, () => `${linesOf(['word '.repeat(50)])}\n`.repeat(300)))

describe('what kept an engine from its work is told as what it was', () => {
  test('an engine that cannot be opened', async () => {
    const language = 'xxx' as ReadingLanguage
    const end = await thread.run({ work: 'picture', picture, language, timeMillis: 20_000 })
    expect(end).toEqual({ failed: expect.stringContaining('@tesseract.js-data/xxx') })
    expect(await thread.run(letter)).toEqual({ pdf: null })
  })
  test('a document that breaks one', async () => {
    const end = await thread.run(pdf(pdfOf(linesOf(['x'.repeat(40_000_000)]))))
    expect(end).toEqual({ failed: expect.stringContaining('RuntimeError') })
    expect(await thread.run(letter)).toEqual({ pdf: null })
  })
  test('time, and the next one is read by a new thread', async () => {
    expect(await thread.run(pdf(book, -400))).toBe('late')
    expect(await thread.run(letter)).toEqual({ pdf: null })
  })
})
