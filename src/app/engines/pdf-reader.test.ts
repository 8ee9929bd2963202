import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PdfPage, PdfText } from '../../extract/engines.ts'
import { pdfReader } from './pdf-reader.ts'

const reader = pdfReader()

/** What is read of a PDF without its pictures: each page, and the issue. */
async function readPdf(bytes: Uint8Array, passwords: readonly string[]) {
  const whole: PdfPage[] = []
  let about: Pick<PdfText, 'facts' | 'files'> = { facts: null, files: [] }
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
    const { pages, issue } = await readPdf(pdf('Call 804 555 0147', 'x'.repeat(40_000_000)), [])
    expect(issue).toBe('pdf_pages_skipped')
    expect(pages[0]).toBe('Call 804 555 0147')
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
  const folder = '../shared/data/pdf/genuine-invoices'
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
