import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { linesOf, pdfOf } from '../../../test/drawn.ts'
import type { PdfPage, PdfText } from '../../extract/engines.ts'
import { pdfReader } from './pdf-reader.ts'
import type { PdfEvent } from './pdf-reader.ts'

const reader = pdfReader()

/** What is read of a PDF without its pictures: each page, and the issue. */
async function readPdf(bytes: Uint8Array, passwords: readonly string[]) {
  const whole: PdfPage[] = []
  let about: Pick<PdfText, 'facts' | 'files' | 'filesLeft'> = { facts: null, files: [], filesLeft: 0 }
  const issue = await reader(bytes, {
    passwords,
    pictures: 'off',
    readDrawn: async () => null,
    tell: (event) => {
      if (event.kind === 'page') whole.push(event.page)
      else if (event.kind === 'about') about = event
    },
  })
  return { whole, pages: whole.map(({ text }) => text), issue, ...about }
}

/** A PDF of one page for each text, without a table of where its objects are: readers rebuild it. */
function pdf(...pages: readonly string[]): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, at) => {
      const content = `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >> stream\n${content}\nendstream`,
      ]
    }),
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n%%EOF`, 'latin1')
}

test('the text of each page is read', async () => {
  expect(await readPdf(pdf('Call 804 555 0147', 'or 206'), [])).toMatchObject({
    pages: ['Call 804 555 0147', 'or 206'],
    issue: null,
  })
})

test('a dot is no text too small to be seen', async () => {
  // At 8 points a dot of Helvetica is less than one and a half wide.
  const { whole } = await readPdf(pdf(') Tj /F1 8 Tf (949.462.6726'), [])
  expect(whole).toMatchObject([{ text: '949.462.6726', hidden: [] }])
})

test('junk before the header does not matter', async () => {
  const { pages } = await readPdf(Buffer.concat([Buffer.from('\0\x01junk\r\n'.repeat(20)), pdf('Call 804')]), [])
  expect(pages).toEqual(['Call 804'])
})

test('of a PDF with very many pages the first are read, and it is told', async () => {
  const { pages, issue } = await readPdf(pdf(...Array.from({ length: 200 }, (_, at) => `page ${at}`)), [])
  expect(issue).toBe('pdf_pages_skipped')
  expect(pages).toHaveLength(50)
})

describe('what would take all memory', () => {
  test('does not get it, and the pages before it are kept', async () => {
    const before = process.memoryUsage().rss
    const pages: string[] = []
    const tell = (event: PdfEvent): void => void (event.kind === 'page' && pages.push(event.page.text))
    const reading = { passwords: [], pictures: 'off', readDrawn: async () => null, tell } as const
    const broken = reader(pdf('Call 804 555 0147', 'x'.repeat(40_000_000)), reading)
    await expect(broken).rejects.toThrow(WebAssembly.RuntimeError)
    expect(pages).toEqual(['Call 804 555 0147'])
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024)
    expect((await readPdf(pdf('Call 206'), [])).pages).toEqual(['Call 206'])
  })
})

describe('what is broken', () => {
  test('is damaged, whatever bytes it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        const { issue } = await readPdf(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]), ['x'])
        expect(issue).toBe('pdf_damaged')
      }),
      { numRuns: 50 },
    )
  })
  test('does not keep the next one from being read', async () => {
    const whole = pdf('Call 804')
    for (let cut = 20; cut < whole.length; cut += 40) {
      const broken = Buffer.concat([whole.subarray(0, cut), Buffer.from('\xFF'.repeat(30)), whole.subarray(cut + 30)])
      await expect(readPdf(broken, [])).resolves.toBeDefined()
    }
    expect((await readPdf(whole, [])).pages).toEqual(['Call 804'])
  })
})

test('genuine invoices are read', async () => {
  const folder = fileURLToPath(new URL('../../../../shared/data/pdf/genuine-invoices', import.meta.url))
  if (!existsSync(folder)) {
    console.warn(`SKIPPED: ${folder} is not here`)
    expect(process.env['CI']).toBeUndefined()
    return
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.pdf'))) {
    const { pages, issue } = await readPdf(readFileSync(`${folder}/${name}`), [])
    expect([name, issue]).toEqual([name, null])
    expect(pages.join('').length).toBeGreaterThan(200)
  }
})

describe('what stands on a page and is not seen', () => {
  const page = [
    'BT /F1 12 Tf 30 150 Td (Call 804 555 0147) Tj ET',
    'BT 3 Tr /F1 12 Tf 30 120 Td (no 111) Tj ET',
    'BT 0 Tr 1 1 1 rg /F1 12 Tf 30 100 Td (white 222) Tj ET',
    'BT 0 0 0 rg /F1 12 Tf 30 900 Td (off 333) Tj ET',
    '0 0 0.4 rg 20 30 200 40 re f BT 1 1 1 rg /F1 12 Tf 30 45 Td (boxed 444) Tj ET',
    '0.1 0.1 0.1 rg 230 100 180 40 re f BT 0.12 0.1 0.1 rg /F1 12 Tf 240 110 Td (dark 505) Tj ET',
    'BT 0.8 0.8 0.8 rg /F1 12 Tf 330 110 Td (grey 666) Tj ET',
    'BT 0 0 0 rg /F1 12 Tf 240 40 Td (under 777) Tj ET 1 1 1 rg 230 30 90 30 re f',
    'BT 0 0 0 rg /F1 12 Tf 330 40 Td (beside 888) Tj ET',
    'q 30 10 1 1 re W n BT 0 0 0 rg /F1 12 Tf 30 10 Td (cut 999) Tj ET Q',
    'q 0 0 420 200 re W n BT 0 0 0 rg /F1 12 Tf 130 10 Td (whole 121) Tj ET Q',
  ].join('\n')
  test('is told with the reason, and white writing on a dark box is seen', async () => {
    const { whole } = await readPdf(pdfOf(page), [])
    const [{ text, hidden } = { text: '', hidden: [] }] = whole
    const whyOf = (word: string): string | undefined => {
      const at = text.indexOf(word)
      expect(at, word).toBeGreaterThanOrEqual(0)
      return hidden.find(({ start, end }) => start <= at && at + word.length <= end)?.why
    }
    expect(['804', '111', '222', '333', '444', '505', '666', '777', '888', '999', '121'].map(whyOf)).toEqual([
      undefined,
      'not_drawn',
      'color',
      'off_page',
      undefined,
      'color',
      undefined,
      'covered',
      undefined,
      'clipped',
      undefined,
    ])
  })
})

test('what is not seen far down a long page is told, too', async () => {
  const lines = Array.from(
    { length: 1_300 },
    (_, at) => `BT /F1 4 Tf 9 ${(at % 40) * 4 + 9} Td (${'word '.repeat(9)}) Tj ET`,
  )
  const { whole } = await readPdf(pdfOf([...lines, 'BT 3 Tr /F1 12 Tf 300 120 Td (no 111) Tj ET'].join('\n')), [])
  const [{ text, hidden } = { text: '', hidden: [] }] = whole
  expect(text.indexOf('no 111')).toBeGreaterThan(40_000)
  expect(hidden.map(({ start, end }) => text.slice(start, end))).toEqual(['no 111'])
})

test('where a PDF leads, what its notes and fields say, what it carries and what made it are told', async () => {
  const document = await PDFDocument.create()
  document.setProducer('Lure Writer 3')
  const page = document.addPage([300, 300])
  const { context } = document
  const annotations = [
    { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 50, 50], A: { S: 'URI', URI: PDFString.of('tel:+18085550147') } },
    { Type: 'Annot', Subtype: 'FreeText', Rect: [0, 60, 90, 90], Contents: PDFString.of('Ring 206 547 1200') },
    { Type: 'Annot', Subtype: 'Text', F: 2, Rect: [0, 60, 90, 90], Contents: PDFString.of('hidden note') },
  ]
  page.node.set(PDFName.of('Annots'), context.obj(annotations.map((own) => context.register(context.obj(own)))))
  const field = document.getForm().createTextField('phone')
  field.setText('804 713 4598')
  field.addToPage(page)
  await document.attach(Buffer.from('inside'), 'inside.txt')
  const { whole, facts, files } = await readPdf(await document.save({ useObjectStreams: false }), [])
  expect(whole[0]?.links).toEqual(['tel:+18085550147'])
  expect(whole[0]?.notes).toEqual(['Ring 206 547 1200', '804 713 4598'])
  expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['inside.txt', 'inside']])
  expect(facts).toMatchObject({ pages: 1 })
  expect(facts?.shape).toMatch(/^300x300/)
})

test('of the files in a PDF no more are taken than can be held, and the others are counted', async () => {
  const document = await PDFDocument.create()
  document.addPage([300, 300])
  for (const [at, size] of [9_000_000, 9_000_000, 10].entries())
    await document.attach(Buffer.alloc(size, `file ${at}`), `${at}.txt`)
  const { files, filesLeft } = await readPdf(await document.save({ useObjectStreams: false }), [])
  expect([files.map(({ name }) => name), filesLeft]).toEqual([['0.txt', '2.txt'], 1])
})

test('a page that is drawn is handed on to be read, one with words alone is not', async () => {
  const strokes = Array.from({ length: 40 }, (_, at) => `${30 + at * 5} 100 m ${32 + at * 5} 120 l S`).join('\n')
  const seen: number[] = []
  const told: PdfEvent[] = []
  await reader(pdfOf(linesOf(['Words alone, as many as a letter has of them.', 'and more']), strokes), {
    passwords: [],
    pictures: 'auto',
    tell: (event) => void told.push(event),
    readDrawn: async ({ width }) => {
      seen.push(width)
      return { text: 'drawn', codes: [] }
    },
  })
  expect(seen).toHaveLength(1)
  expect(told.filter(({ kind }) => kind === 'drawn')).toEqual([
    { kind: 'drawn', index: 1, drawn: { text: 'drawn', codes: [] } },
  ])
})
