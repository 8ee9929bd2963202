import { callAsHtml } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Vehicle } from './habits.ts'
import type { LabelledNumber } from './label.ts'
import type { MimePart } from './mime.ts'
import { writePng } from './png.ts'
import type { Random } from './random.ts'
import { cutByTags, escapeHtml, writeHtml } from './write-html.ts'
import { writePdf, writePicturePdf } from './write-pdf.ts'
import type { PaintPage } from './write-pdf.ts'

/**
 * How a vehicle carries the number.
 *
 * where:    what labels call the place. isInText: the text part holds the number too. isPicture: nothing but pixels.
 * html:     the cell of the HTML body for the number; null where the mail has no HTML.
 * attach:   what comes beside the body.
 */
type VehicleWriter = {
  readonly where: LabelledNumber['where']
  readonly isInText: boolean
  readonly isPicture?: true
  readonly html: ((draft: Draft, chance: Random) => string) | null
  readonly attach?: (draft: Draft, paintPage: PaintPage) => Promise<MimePart>
}

const CUT_BY_TAGS = 0.25
const nothing = (): string => ''

export const VEHICLE_WRITERS: Readonly<Record<Vehicle, VehicleWriter>> = {
  body: { where: 'body', isInText: true, html: null },
  html: {
    where: 'body',
    isInText: true,
    html: (draft, chance) =>
      callAsHtml(draft, ({ raw }) =>
        chance.chance(CUT_BY_TAGS) ? cutByTags(raw, chance) : `<b>${escapeHtml(raw)}</b>`,
      ),
  },
  link: {
    where: 'tel_link',
    isInText: false,
    html: (draft) =>
      callAsHtml(draft, ({ number }) => `<a href="tel:${number}">${escapeHtml(draft.words.wording.helpLine)}</a>`),
  },
  subject: { where: 'subject', isInText: false, html: nothing },
  sender_name: { where: 'from', isInText: false, html: nothing },
  calendar: {
    where: 'calendar',
    isInText: false,
    html: nothing,
    attach: async (draft) => ({
      type: 'text/calendar; charset=utf-8; method=REQUEST',
      name: 'invite.ics',
      body: invitation(draft),
    }),
  },
  pdf: {
    where: 'pdf',
    isInText: false,
    html: nothing,
    attach: async (draft) => pdfPart(draft, await printed(draft)),
  },
  picture_pdf: {
    where: 'pdf',
    isInText: false,
    isPicture: true,
    html: nothing,
    attach: async (draft, paintPage) => pdfPart(draft, await writePicturePdf(await paintPage(await printed(draft)))),
  },
  picture: {
    where: 'image',
    isInText: false,
    isPicture: true,
    html: () => '<img src="cid:picture@simulated.example" width="420" alt="">',
    attach: async (draft, paintPage) => ({
      type: 'image/png',
      name: 'order.png',
      contentId: 'picture@simulated.example',
      body: writePng(await paintPage(await printed(draft))),
    }),
  },
  html_attachment: {
    where: 'html_attachment',
    isInText: false,
    html: nothing,
    attach: async (draft) => ({
      type: 'text/html; charset=utf-8',
      name: 'invoice.html',
      body: writeHtml(
        {
          title: draft.letter.brand.name,
          paragraphs: draft.words.paragraphs,
          call: callAsHtml(draft, ({ raw }) => escapeHtml(raw)),
          footer: draft.words.closing,
          filler: null,
        },
        0,
      ),
    }),
  },
}

function printed({ letter, words, call }: Draft): Promise<Uint8Array> {
  return writePdf(letter.brand.name, [...words.paragraphs, call, words.closing])
}

function pdfPart({ letter }: Draft, body: Uint8Array): MimePart {
  return { type: 'application/pdf', name: `invoice-${(letter.attachment ?? letter.id).slice(0, 6)}.pdf`, body }
}

const FOLD_OCTETS = 60

/** An invitation (RFC 5545); lines are folded, which may cut the number in two. */
function invitation({ letter, words, call }: Draft): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ringtrace//simulate//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${letter.id.slice(0, 32)}@${letter.senderDomain}`,
    `DTSTAMP:${calendarTime(letter.sentAt)}`,
    `DTSTART:${calendarTime(letter.sentAt + 3_600_000)}`,
    `SUMMARY:${calendarText(words.subject)}`,
    `DESCRIPTION:${calendarText([...words.paragraphs, call, words.closing].join('\n'))}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
}

function calendarTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function calendarText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
}

function folded(line: string): string {
  const characters = [...line]
  const lines: string[] = []
  for (let at = 0; at < characters.length; at += FOLD_OCTETS)
    lines.push(characters.slice(at, at + FOLD_OCTETS).join(''))
  return lines.join('\r\n ')
}
