import { beforeAll, describe, expect, test } from 'vitest'
import { VEHICLES, lures } from '../../../bench/made-up/lures.ts'
import type { MadeUpMail } from '../../../bench/made-up/made-up-mail.ts'
import { openStudio } from '../../../bench/made-up/studio.ts'
import { random } from '../../../src/simulate/random.ts'
import { readMails } from './read-mail.ts'

/** Where the product says that a number stands, where its words for it are others than the labels'. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  from: ['sender_name'],
  tel_link: ['link'],
  office: ['office', 'image'],
  heic: ['heic', 'image'],
  nested_message: ['nested_message', 'body'],
}

const DRAWN = new Set([
  ...'png_inline png jpeg png_small turned_90 turned_180 turned_270 skewed inverted low_contrast photographed'.split(
    ' ',
  ),
  ...'webp gif tiff turned_by_exif bmp data_uri circled_png keycap_png heic heic_untold pdf_picture pdf_photo'.split(
    ' ',
  ),
  ...'docx_picture pptx_picture qr_tel qr_wa qr_sms qr_vcard qr_pdf qr_pdf_vcard'.split(' '),
])
const READ = Object.keys(VEHICLES).filter((name) => !DRAWN.has(name))

const skipped: string[] = []
const made = new Map<string, MadeUpMail>()
let read: Awaited<ReturnType<typeof readMails>>

beforeAll(async () => {
  const studio = await openStudio()
  for await (const mail of lures(random('catalogue'), studio, (why) => skipped.push(why), {
    vehicles: READ,
    most: 1,
    isPlain: true,
  }))
    made.set(mail.file, mail)
  await studio.close()
  for (const why of skipped) console.warn(`skipped: made-up mail of ${why}`)
  if (process.env.CI) expect(skipped).toEqual([])
  read = await readMails(new Map([...made].map(([file, { bytes }]) => [file, bytes])))
}, 300_000)

const mailOf = (file: string): MadeUpMail => {
  const mail = made.get(file)
  if (!mail) throw new Error(`${file} was not made`)
  return mail
}

describe('a number is read, and nothing else, that travels by', () => {
  test.each(READ)('%s', (name) => {
    if (skipped.some((why) => why.startsWith(`${name}:`))) return
    const file = `lure-${name}-0.eml`
    const { numbers, seen } = read(file)
    const { label } = mailOf(file)
    expect(seen.toSorted()).toEqual([...new Set(label.numbers.map(({ e164 }) => e164))].toSorted())
    for (const { e164, where } of label.numbers) {
      const parts = numbers.find((one) => one.e164 === e164)?.where.map(({ part }) => part)
      expect(parts).toEqual(expect.arrayContaining([expect.toBeOneOf(PARTS[where] ? [...PARTS[where]] : [where])]))
    }
  })
})
