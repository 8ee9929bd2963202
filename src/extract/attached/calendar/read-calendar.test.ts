import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAttached } from '../../../../test/read-attached.ts'

const calendar = (...lines: string[]): Buffer =>
  Buffer.from(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'))
const card = (...lines: string[]): Buffer => Buffer.from(['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n'))

describe('an invitation', () => {
  test('is read whatever it is called', async () => {
    const { texts } = await readAttached(calendar('SUMMARY:Call 804'), { name: 'a.jpg', type: 'image/jpeg' })
    expect(texts).toEqual(['calendar: Call 804'])
  })
  test('has folded lines joined, so that a number cut in two is one again, and so is a letter', async () => {
    const folded = Buffer.concat([calendar('SUMMARY:Call +1 804 55\r\n 5 0147 für m').subarray(0, -34)])
    const bytes = Buffer.from('\r\nEND:VEVENT\r\n')
    const cut = Buffer.concat([folded, Buffer.from([0xc3]), Buffer.from('\r\n '), Buffer.from([0xbc]), bytes])
    expect((await readAttached(cut)).texts[0]).toMatch(/^calendar: Call \+1 804 555 0147 f/)
    expect((await readAttached(calendar('SUMMARY:a\r\n\tb\n c'))).texts).toEqual(['calendar: abc'])
  })
  test('folded without the space that tells it is joined where its lines are as long as folded ones', async () => {
    const line = `DESCRIPTION:${'x'.repeat(58)}80455`
    expect((await readAttached(calendar(line, '50147 now', 'SUMMARY:s'))).texts).toEqual([
      `calendar: ${'x'.repeat(58)}8045550147 now\ns`,
    ])
    expect((await readAttached(calendar('DESCRIPTION:Call', '804 now: please'))).texts).toEqual([
      'calendar: Call\n804 now: please',
    ])
  })
  test('shows what people read, and not what programs do', async () => {
    const { texts } = await readAttached(
      calendar(
        'PRODID:8045550100',
        'UID:8045550101',
        'ORGANIZER;CN="Norton; Help":mailto:a@example.org',
        'ATTENDEE;CN=b@example.org;X-NUM-GUESTS=0:mailto:b@example.org',
        'SUMMARY;LANGUAGE=en;X="a:b":Renewal',
        'LOCATION:Call\\, 804\\n555',
        'DESCRIPTION:one\\\\two\\;three',
        'COMMENT:c',
        'CONTACT:d',
        'BEGIN:VALARM',
        'DESCRIPTION:alarm',
        'END:VALARM',
        'BEGIN:VEVENT',
        'SUMMARY:second',
      ),
    )
    expect(texts).toEqual(['calendar: Norton; Help\nRenewal\nCall, 804\n555\none\\two;three\nc\nd\nalarm\nsecond'])
  })
  test('with HTML in its fields is read as HTML', async () => {
    const { texts } = await readAttached(
      calendar('DESCRIPTION:Call<br />804', 'X-ALT-DESC;FMTTYPE=text/html:<b hidden>1</b>206'),
    )
    expect(texts[0]).toMatch(/^calendar: Call\n804\n+206/)
  })
  test('dials by its address', async () => {
    const { parts } = await readAttached(calendar('CONFERENCE;VALUE=URI;LABEL="Help desk":tel:+18045550147'))
    expect(parts[1]).toMatchObject({ kind: 'link', text: '+18045550147', opens: 'call' })
  })
  test('hands its files on', async () => {
    const file = Buffer.from('Call 804 now, please').toString('base64')
    const { texts, attachments } = await readAttached(
      calendar(`ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=a.txt:${file}`),
    )
    expect(texts).toEqual(['text_attachment: Call 804 now, please'])
    expect(attachments[1]).toMatchObject({ name: 'a.txt', type: 'text/plain' })
  })
  test('in quoted-printable, in UTF-16 or in Windows-1252 is decoded', async () => {
    const quoted = calendar('DESCRIPTION;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Call=0D=0A80=\r\n4 =C3=BC')
    expect((await readAttached(quoted)).texts).toEqual(['calendar: Call\n804 ü'])
    const wide = Buffer.from(`\uFEFF${calendar('SUMMARY:für 804').toString()}`, 'utf16le')
    expect((await readAttached(wide, { name: 'a.ics' })).texts).toEqual(['calendar: für 804'])
    expect((await readAttached(Buffer.from(calendar('SUMMARY:für 804').toString(), 'latin1'))).texts).toEqual([
      'calendar: für 804',
    ])
  })
  test('of fifty megabytes is read up to the limit', async () => {
    const { texts, codes } = await readAttached(calendar('SUMMARY:Call 804', 'a;b"\r\n'.repeat(8_000_000)))
    expect(texts[0]?.startsWith('calendar: Call 804')).toBe(true)
    expect(codes).toContain('text_too_large')
  })
  test('of any lines is read, never thrown', async () => {
    const piece = fc.constantFrom(
      'SUMMARY',
      'TEL',
      ';',
      ':',
      '"',
      '=',
      '\r\n',
      ' ',
      'CN=',
      'ENCODING=QUOTED-PRINTABLE',
      '\\',
      'ATTACH',
      'ENCODING=BASE64',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        await expect(readAttached(calendar(pieces.join('')))).resolves.toBeDefined()
      }),
    )
  })
})

describe('a contact card', () => {
  test.each([
    ['2.1', 'TEL;CELL;VOICE:+1 804 555 0147', '+1 804 555 0147'],
    ['3.0', 'item1.TEL;TYPE=CELL:(804) 555-0147', '(804) 555-0147'],
    ['4.0', 'TEL;VALUE=uri;TYPE="voice,cell":tel:+1-804-555-0147;ext=12', '+1-804-555-0147 ext. 12'],
  ])('of version %s shows its number', async (version, line, shown) => {
    const { texts } = await readAttached(card(`VERSION:${version}`, 'FN:Norton Help', line, 'UID:8045550100'))
    expect(texts).toEqual([`text_attachment: Norton Help\n${shown}`])
  })
  test('shows its notes in quoted-printable, and hands its picture on', async () => {
    const { texts, attachments } = await readAttached(
      card(
        'NOTE;ENCODING=QUOTED-PRINTABLE:Ruf =C3=BC=\r\nber 804',
        `PHOTO;ENCODING=b;TYPE=PNG:${Buffer.from('\x89PNG\r\n\x1A\n', 'latin1').toString('base64')}`,
      ),
      { type: 'text/x-vcard' },
    )
    expect(texts).toEqual(['text_attachment: Ruf über 804'])
    expect(attachments[1]).toMatchObject({ type: 'PNG', size: 8 })
  })
})
