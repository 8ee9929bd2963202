import { expect, test } from 'vitest'
import { readAttached } from '../../../test/read-attached.ts'
import type { PdfText } from '../engines.ts'

const pdf = Buffer.from('%PDF-1.7\n')
const carrying = (sizes: readonly number[], filesLeft = 0): PdfText => ({
  pages: [],
  issue: null,
  facts: null,
  files: sizes.map((size, at) => ({ name: `${at}.txt`, bytes: Buffer.alloc(size, `file ${at} `) })),
  filesLeft,
})

test('files inside a PDF take from the same room as those of an archive', async () => {
  const engines = { readPdf: async () => carrying([60, 60, 60]) }
  const { attachments, issues } = await readAttached(pdf, { name: 'a.pdf', engines, limits: { unpackedBytes: 100 } })
  expect(attachments.map(({ name, size }) => [name, size])).toEqual([
    ['a.pdf', 9],
    ['0.txt', 60],
    ['1.txt', 40],
  ])
  expect(issues).toEqual([{ code: 'unpacked_too_large', part: 'a.pdf', saw: '2 files inside' }])
})

test('files that were not taken out of a PDF are told', async () => {
  const { codes } = await readAttached(pdf, { engines: { readPdf: async () => carrying([60], 3) } })
  expect(codes).toEqual(['unpacked_too_large'])
})

test('an engine that broke is told as that, for the whole file and for what is drawn on a page', async () => {
  const page = { text: 'Call 804', hidden: [], links: [], notes: [], isUnread: false }
  const drawn = { text: 'or 206', codes: [], failure: 'RuntimeError: unreachable' }
  const read = {
    ...carrying([]),
    pages: [{ ...page, drawn }],
    issue: 'engine_failed',
    why: 'RuntimeError: oh',
  } as const
  const { texts, issues } = await readAttached(pdf, { name: 'a.pdf', engines: { readPdf: async () => read } })
  expect(texts).toEqual(['pdf: Call 804', 'pdf: or 206'])
  expect(issues).toEqual([
    { code: 'engine_failed', part: 'a.pdf', saw: 'RuntimeError: oh' },
    { code: 'engine_failed', part: 'a.pdf', saw: 'RuntimeError: unreachable' },
  ])
})
