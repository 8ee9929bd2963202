import { deflateSync } from 'node:zlib'
import { storedZip, zip } from '../builders/zip.ts'
import { docx } from '../builders/office.ts'
import type { Bomb } from './bomb.ts'
import { mailWith } from './bomb.ts'

/** In: objects, each as it stands between `obj` and `endobj`, from number 1 on. The table of where they lie is left out. */
function pdf(objects: readonly (string | Buffer)[], version = '1.7'): Buffer {
  const pieces: Buffer[] = [Buffer.from(`%PDF-${version}\n`)]
  for (const [at, object] of objects.entries())
    pieces.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'))
  pieces.push(Buffer.from(`trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n0\n%%EOF\n`))
  return Buffer.concat(pieces)
}

function stream(bytes: Buffer, filters: string): Buffer {
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}/Filter[${filters}]>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
const FONT = '<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>'
const page = (contents: number): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${contents} 0 R/Resources${FONT}>>`
const onePage = (contents: Buffer): Buffer => pdf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 1>>', page(4), contents])

/** Packed twice, so that little becomes much. */
const packed = (bytes: Buffer): Buffer => stream(deflateSync(deflateSync(bytes)), '/FlateDecode/FlateDecode')

const manyPages = (count: number): Buffer =>
  pdf([
    CATALOG,
    `<</Type/Pages/Kids[${Array.from({ length: count }, (_, at) => `${at + 4} 0 R`).join(' ')}]/Count ${count}>>`,
    stream(deflateSync(Buffer.from('BT /F 12 Tf 9 9 Td (page) Tj ET')), '/FlateDecode'),
    ...Array.from({ length: count }, () => page(3)),
  ])

const asFile = (
  name: string,
  file: string,
  type: string,
  bytes: () => Uint8Array | string | Promise<Uint8Array>,
  tells: Bomb['tells'],
): Bomb => ({
  name,
  mail: async () => mailWith([file, type, await bytes()]),
  tells,
  calls: true,
})
const asPdf = (name: string, bytes: () => Buffer, tells: Bomb['tells'] = []): Bomb =>
  asFile(name, 'a.pdf', 'application/pdf', bytes, tells)

async function nestedZip(depth: number): Promise<Uint8Array> {
  let inner = await zip({ 'a.txt': 'call me' })
  for (let at = 0; at < depth; at++) inner = await zip({ [`${at}.zip`]: inner })
  return inner
}

/** Ten zips in each of ten, and so on: what 42.zip is made of. */
async function branchingZip(depth: number): Promise<Uint8Array> {
  let inner = await zip({ 'a.txt': '0'.repeat(3_000_000) })
  for (let at = 0; at < depth; at++)
    inner = await zip(Object.fromEntries(Array.from({ length: 10 }, (_, own) => [`${own}.zip`, inner])))
  return inner
}

/**
 * A gzip-like archive that holds itself cannot be made by hand in a few lines; one whose only file is said to lie where
 * the archive itself begins comes to the same for who unpacks what the directory says.
 */
function selfishZip(): Buffer {
  const name = Buffer.from('a.zip')
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.write('PK\x01\x02', 'latin1')
  central.writeUInt32LE(5_000, 20)
  central.writeUInt32LE(5_000, 24)
  central.writeUInt16LE(name.length, 28)
  const copies = Array.from({ length: 5_000 }, () => Buffer.concat([central, name]))
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(5_000, 8)
  end.writeUInt16LE(5_000, 10)
  end.writeUInt32LE(copies.length * copies[0]!.length, 12)
  end.writeUInt32LE(local.length + name.length, 16)
  return Buffer.concat([local, name, ...copies, end])
}

const SECTOR = 512

/** An Outlook message, or what begins like one, whose sectors follow each other in a circle. */
function loopingMsg(): Buffer {
  const file = Buffer.alloc(SECTOR * 6, 0)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(0x3e, 24)
  file.writeUInt16LE(3, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(9, 30)
  file.writeUInt16LE(6, 32)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(4096, 56)
  file.writeUInt32LE(2, 60)
  file.writeUInt32LE(0xffffffff, 64)
  file.writeUInt32LE(3, 68)
  file.writeUInt32LE(0xffffffff, 72)
  for (let at = 0; at < 109; at++) file.writeUInt32LE(at === 0 ? 0 : 0xffffffff, 76 + at * 4)
  // The allocation table: sector 1 follows 2, 2 follows 1.
  for (let at = 0; at < SECTOR / 4; at++) file.writeUInt32LE(at === 1 ? 2 : 1, SECTOR + at * 4)
  file.write('R\0o\0o\0t\0 \0E\0n\0t\0r\0y\0', SECTOR * 2, 'latin1')
  file.writeUInt16LE(22, SECTOR * 2 + 64)
  file[SECTOR * 2 + 66] = 5
  for (const at of [68, 72, 76]) file.writeUInt32LE(0, SECTOR * 2 + at)
  return file
}

/** TNEF whose attributes claim lengths they do not have. */
function lyingTnef(): Buffer {
  const head = Buffer.from('789f3e220100', 'hex')
  const attribute = (level: number, id: number, length: number): Buffer => {
    const bytes = Buffer.alloc(9 + 16)
    bytes[0] = level
    bytes.writeUInt32LE(id, 1)
    bytes.writeUInt32LE(length, 5)
    return bytes
  }
  return Buffer.concat([
    head,
    ...Array.from({ length: 10_000 }, (_, at) =>
      attribute(
        1 + (at % 2),
        [0x069003, 0x06800f, 0x018010, 0x02800c][at % 4] as number,
        at % 3 === 0 ? 16 : 0xfffffff0,
      ),
    ),
  ])
}

const DAMAGED: Bomb['tells'] = [
  'file_damaged',
  'attachment_unread',
  'unpacked_too_large',
  'part_limit',
  'nested_too_deep',
]

/** Documents and archives. */
export const DOCUMENT_BOMBS: readonly Bomb[] = [
  asPdf('a PDF of 3,000 pages', () => manyPages(3_000), ['pdf_pages_skipped']),
  asPdf('a PDF whose pages hold each other', () =>
    pdf([
      CATALOG,
      '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1000000>>',
      '<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 999>>',
    ]),
  ),
  asPdf('a PDF of 200,000 objects', () =>
    pdf([
      CATALOG,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      page(4),
      ...Array.from({ length: 200_000 }, (_, at) => `[${at} 0 R ${at + 7} 0 R]`),
    ]),
  ),
  asPdf('a PDF with a page that unpacks to 100 MB', () => onePage(packed(Buffer.alloc(100_000_000, 'q ')))),
  asPdf('a PDF with 200 million characters on a page', () =>
    onePage(packed(Buffer.from(`BT /F 1 Tf ${'(8045550147) Tj '.repeat(1_000_000)}ET`))),
  ),
  asPdf('a PDF that is arrays in arrays', () => pdf(['['.repeat(1_000_000), CATALOG])),
  asPdf('a PDF whose length is itself', () =>
    pdf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 1>>', page(4), '<</Length 4 0 R>>stream\nBT\nendstream']),
  ),
  asPdf('a PDF whose form draws itself', () =>
    pdf([
      CATALOG,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
      '<</Length 20>>stream\n/X Do /X Do /X Do   \nendstream',
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 20/Resources<</XObject<</X 5 0 R>>>>>>stream\n/X Do /X Do /X Do   \nendstream',
    ]),
  ),
  asPdf('a PDF whose page is a picture of 900 megapixels', () =>
    pdf([
      CATALOG,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
      '<</Length 26>>stream\n600 0 0 800 0 0 cm /X Do   \nendstream',
      Buffer.concat([
        Buffer.from(
          '<</Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter[/FlateDecode/FlateDecode]/Length 9>>stream\n',
        ),
        deflateSync(deflateSync(Buffer.alloc(200_000_000))),
        Buffer.from('\nendstream'),
      ]),
    ]),
  ),
  asPdf('a PDF as wide as a town', () =>
    pdf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9999999 9999999]>>']),
  ),
  asFile(
    'a zip that unpacks to 150 MB',
    'a.zip',
    'application/zip',
    () => zip({ 'a.txt': '0'.repeat(150_000_000) }),
    DAMAGED,
  ),
  asFile(
    'a zip of 30,000 files',
    'a.zip',
    'application/zip',
    () => storedZip(Array.from({ length: 30_000 }, (_, at) => [`${at}.txt`, 'x'] as const)),
    DAMAGED,
  ),
  asFile('zips in zips, 50 deep', 'a.zip', 'application/zip', () => nestedZip(50), DAMAGED),
  asFile('ten zips in ten zips, five times', 'a.zip', 'application/zip', () => branchingZip(5), DAMAGED),
  asFile('a zip whose files all lie in the same place', 'a.zip', 'application/zip', selfishZip, DAMAGED),
  asFile(
    'a Word document of 20 MB of nested tables',
    'a.docx',
    'application/msword',
    () => docx('<w:tbl><w:tr><w:tc>'.repeat(500_000)),
    DAMAGED,
  ),
  asFile(
    'a Word document of 400,000 paragraphs',
    'a.docx',
    'application/msword',
    () => docx('<w:p><w:r><w:t>8045550147</w:t></w:r></w:p>'.repeat(400_000)),
    [...DAMAGED, 'text_too_large'],
  ),
  asFile('RTF 200,000 deep', 'a.rtf', 'application/rtf', () => `{\\rtf1 ${'{\\b '.repeat(200_000)}`, []),
  asFile(
    'RTF with 200 MB to come',
    'a.rtf',
    'application/rtf',
    () => `{\\rtf1 ${'\\bin999999999 x\\u-99999?'.repeat(200_000)}`,
    [],
  ),
  asFile('an Outlook message that goes round in circles', 'a.msg', 'application/vnd.ms-outlook', loopingMsg, DAMAGED),
  asFile('a winmail.dat that lies', 'winmail.dat', 'application/ms-tnef', lyingTnef, []),
]
