import { describe, expect, test } from 'vitest'
import { docx, odt, paragraph, pptx, xlsx } from '../../../../test/builders/office.ts'
import { zip } from '../../../../test/builders/zip.ts'
import { readAttached } from '../../../../test/read-attached.ts'

const PNG = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')

describe('a Word document', () => {
  test('shows its headers, text, notes, comments and footers, whatever it is called', async () => {
    const files = Object.fromEntries(
      ['header1', 'footnotes', 'comments', 'footer1'].map((name) => [`word/${name}.xml`, `<x>${paragraph(name)}</x>`]),
    )
    const { texts, codes } = await readAttached(await docx(paragraph('Call 804 &amp; ask'), { files }), {
      name: 'a.png',
      type: 'image/png',
    })
    expect(texts).toEqual(['office: header1\nCall 804 & ask\nfootnotes\ncomments\nfooter1'])
    expect(codes).toEqual([])
  })
  test('shows a number cut into runs as one, and offsets of drawings not at all', async () => {
    const runs = ['(804) ', '555', '-01', '47'].map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`)
    const offset =
      '<w:r><w:drawing><wp:posOffset>8045550100</wp:posOffset><wp:docPr id="8045550101"/></w:drawing></w:r>'
    const { texts } = await readAttached(await docx(`<w:p>${runs.join('')}${offset}</w:p>`))
    expect(texts).toEqual(['office: (804) 555-0147'])
  })
  test('shows a row of a table as a line, and a text box once', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
    const box = `<w:txbxContent>${paragraph('box')}</w:txbxContent>`
    const body =
      `<w:tbl><w:tr>${cell('804')}${cell('555')}</w:tr><w:tr>${cell('next')}</w:tr></w:tbl>` +
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice>` +
      `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const { texts } = await readAttached(await docx(body))
    expect(texts).toEqual(['office: 804\t555\t\nnext\t\nbox\n'])
  })
  test('hides what is vanished, white on white or a point tall, also by its style', async () => {
    const styles =
      '<w:styles><w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:styleId="ghost"><w:basedOn w:val="base"/></w:style></w:styles>'
    const body = [
      paragraph('one', '<w:vanish/>'),
      paragraph('two', '<w:color w:val="FFFFFF"/>'),
      paragraph('three', '<w:sz w:val="2"/>'),
      paragraph('four', '<w:rStyle w:val="ghost"/>'),
      paragraph('seen', '<w:vanish w:val="0"/>'),
      paragraph('dark', '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'),
    ].join('')
    const { parts, seen } = await readAttached(await docx(body, { files: { 'word/styles.xml': styles } }))
    expect(parts[0]?.hidden.map(({ why }) => why)).toEqual(['display', 'color', 'font_size', 'display'])
    expect(seen.split(/\n+/)).toEqual(['', 'seen', 'dark'])
  })
  test('shows no white words as hidden where something may lie behind them', async () => {
    const shape = '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r></w:p>'
    const { parts } = await readAttached(await docx(shape + paragraph('Call', '<w:color w:val="FFFFFF"/>')))
    expect(parts[0]?.hidden).toEqual([])
  })
  test('dials by its links, of an element or a field', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body =
      '<w:p><w:hyperlink r:id="rId7"><w:r><w:t>Help desk</w:t></w:r></w:hyperlink></w:p>' +
      `<w:p>${field('begin')}<w:r><w:instrText> HYPERLINK "tel:+18045550148" </w:instrText></w:r>` +
      `${field('separate')}<w:r><w:t>us</w:t></w:r>${field('end')}</w:p>`
    const { parts } = await readAttached(await docx(body, { links: { rId7: 'tel:%2B18045550147' } }))
    expect(parts.slice(1)).toMatchObject([
      { kind: 'link', text: '+18045550147', shows: 'Help desk', opens: 'call' },
      { kind: 'link', text: '+18045550148', shows: 'us' },
    ])
  })
  test('with one picture and no words hands the picture on', async () => {
    const { attachments } = await readAttached(await docx('', { files: { 'word/media/image1.png': PNG } }))
    expect(attachments.map(({ name }) => name)).toEqual([null, 'image1.png'])
  })
  test('keeps nothing that was deleted', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>'
    expect((await readAttached(await docx(body))).texts).toEqual(['office: new'])
  })
  test('expands no entity of its own', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "804"><!ENTITY b "&a;&a;&a;&a;">]>'
    const files = { 'word/document.xml': `${bomb}<w:document>${paragraph('&b; seen')}</w:document>` }
    expect((await readAttached(await docx('', { files }))).texts).toEqual(['office: &b; seen'])
  })
  test('of a million levels is read in its turn', async () => {
    const depth = 300_000
    const body = `${'<w:p>'.repeat(depth)}<w:r><w:t>Call 804</w:t></w:r>`
    expect((await readAttached(await docx(body))).texts).toEqual(['office: Call 804'])
  })
  test('longer than the limit keeps its beginning, and says so', async () => {
    const { texts, codes } = await readAttached(await docx(paragraph('x'.repeat(500))), { limits: { textLength: 100 } })
    expect(texts).toEqual([`office: ${'x'.repeat(100)}`])
    expect(codes).toEqual(['text_too_large'])
  })
})

describe('a presentation', () => {
  const words = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`
  test('is read slide by slide with its notes, hidden slides as hidden', async () => {
    const files = { 'ppt/notesSlides/notesSlide1.xml': `<p:notes><p:txBody>${words('note')}</p:txBody></p:notes>` }
    const hidden = `<p:sld show="0"><p:txBody>${words('ghost')}</p:txBody></p:sld>`
    const { parts } = await readAttached(await pptx([words('Call 804'), hidden], { files }))
    expect(parts.map(({ page, text, hidden: spans }) => [page, text.trim(), spans.length])).toEqual([
      [1, 'Call 804\n\nnote'.replace('\n\n', '\n'), 0],
      [2, 'ghost', 1],
    ])
  })
  test('dials by what one clicks on', async () => {
    const slide = '<a:p><a:r><a:rPr><a:hlinkClick r:id="rId2"/></a:rPr><a:t>here</a:t></a:r></a:p>'
    const { parts } = await readAttached(await pptx([slide], { links: { rId2: 'tel:+18045550147' } }))
    expect(parts[1]).toMatchObject({ kind: 'link', text: '+18045550147', shows: 'here', page: 1 })
  })
})

describe('a workbook', () => {
  test('shows shared and inline strings and numbers, a row a line', async () => {
    const sheet =
      '<sheetData><row><c r="A1" t="s"><v>1</v></c><c r="B1"><v>1.8045550147E10</v></c></row>' +
      '<row><c t="inlineStr"><is><t>Call</t></is></c><c t="str"><f>"now"</f><v>now</v></c></row></sheetData>'
    const { texts } = await readAttached(await xlsx([sheet], ['zero', 'Support']))
    expect(texts).toEqual(['office: Support\t18045550147\t\nCall\tnow\t'])
  })
  test('writes a number as its format shows it', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[&lt;=9999999]###\\-####;\\(###\\)\\ ###\\-####"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    const sheet = '<sheetData><row><c s="1"><v>8045550147</v></c></row></sheetData>'
    const { texts } = await readAttached(await xlsx([sheet], [], { files: { 'xl/styles.xml': styles } }))
    expect(texts).toEqual(['office: (804) 555-0147\t'])
  })
  test('hides hidden sheets, rows and columns', async () => {
    const cells =
      '<sheetData><row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row hidden="1"><c r="A2"><v>3</v></c></row></sheetData>'
    const sheets = [`<cols><col min="2" max="2" hidden="1"/></cols>${cells}`, cells]
    const workbook = '<workbook><sheets><sheet r:id="a"/><sheet r:id="b" state="veryHidden"/></sheets></workbook>'
    const { parts, seen } = await readAttached(
      await xlsx(sheets, [], {
        files: { 'xl/workbook.xml': workbook },
        links: { a: 'worksheets/sheet1.xml', b: 'worksheets/sheet2.xml' },
      }),
    )
    expect(seen.replace(/\s/g, '')).toBe('1')
    expect(parts.map(({ page }) => page)).toEqual([1, 2])
  })
})

describe('a document of LibreOffice', () => {
  test('shows paragraphs, spaces, tables and links, and hides what its styles hide', async () => {
    const styles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    const body =
      '<text:p>Call<text:s text:c="2"/>804<text:tab/>555</text:p>\n  <text:p><text:span text:style-name="T1">ghost</text:span></text:p>' +
      '<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>' +
      '<text:p><text:a xlink:href="tel:+18045550147">us</text:a></text:p>'
    const { parts } = await readAttached(await odt(body, styles))
    expect(parts[0]?.text).toBe('Call  804\t555\nghost\na\tb\t\nus\n')
    expect(parts[0]?.hidden).toEqual([{ start: 14, end: 19, why: 'display' }])
    expect(parts[1]).toMatchObject({ kind: 'link', text: '+18045550147', shows: 'us' })
  })
})

describe('a document in one file of XML', () => {
  test('of Word is read', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument w:id="8045550100"><w:body>${paragraph('Call 804')}</w:body></w:wordDocument>`
    expect((await readAttached(Buffer.from(xml), { name: 'a.doc' })).texts).toEqual(['office: Call 804'])
  })
  test('of LibreOffice is read', async () => {
    const xml =
      '<?xml version="1.0"?>\n<office:document office:version="1.2"><text:p>Call 804</text:p></office:document>'
    expect((await readAttached(Buffer.from(xml))).texts).toEqual(['office: Call 804'])
  })
})

test('a document of a kind nobody reads is told once, and its pictures are handed on', async () => {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.bin': 'x',
    'xl/sheet1.bin': 'y',
    'xl/media/a.png': PNG,
  }
  const { codes, attachments } = await readAttached(await zip(files))
  expect(codes).toEqual(['attachment_unread'])
  expect(attachments.map(({ name }) => name)).toEqual([null, 'a.png'])
})
