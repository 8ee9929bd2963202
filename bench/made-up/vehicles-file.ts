import { Buffer } from 'node:buffer'
import { writeMime } from '../../src/simulate/mime.ts'
import { writePng } from '../../src/simulate/png.ts'
import { encryptedPdf } from '../../test/builders/encrypted-pdf.ts'
import { openDocumentFile, richTextFile, sheetFile, slideFile, wordFile } from '../../test/builders/office-files.ts'
import { outlookFile } from '../../test/builders/outlook-file.ts'
import { tnefFile } from '../../test/builders/tnef-file.ts'
import { zipFile } from '../../test/builders/zip-file.ts'
import { htmlOf, textOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { invitation } from './invitation.ts'
import { printed } from './printing.ts'
import type { Studio } from './studio.ts'
import { coverLine } from './vehicle.ts'
import type { Carried, Vehicle } from './vehicle.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const attached = (type: string, name: string, body: Uint8Array | string): Carried => ({
  attached: [{ type, name, body }],
})

async function png(draft: Draft, { paint }: Studio): Promise<Uint8Array> {
  return writePng(await paint(await printed(draft)))
}

const vehicle = (where: string, able: Vehicle['able'], count: number, write: Vehicle['write']): Vehicle => ({
  where,
  able,
  count,
  write,
})

/** Numbers in files that are neither pictures nor PDFs, and in files inside of files. */
export const FILE_VEHICLES: Readonly<Record<string, Vehicle>> = {
  calendar: vehicle('calendar', 'characters', 5, (draft) =>
    attached('text/calendar; charset=utf-8; method=REQUEST', 'invite.ics', invitation(draft, 'description')),
  ),
  calendar_cut: vehicle('calendar', 'print', 4, (draft) =>
    attached('text/calendar; charset=utf-8; method=REQUEST', 'invite.ics', invitation(draft, 'cut')),
  ),
  calendar_summary: vehicle('calendar', 'characters', 2, (draft) =>
    attached('application/ics', 'event.ics', invitation(draft, 'summary')),
  ),
  calendar_location: vehicle('calendar', 'characters', 2, (draft) => ({
    attached: [{ type: 'text/calendar; charset=utf-8', body: invitation(draft, 'location') }],
  })),
  docx: vehicle('office', 'characters', 4, (draft) =>
    attached(DOCX, 'invoice.docx', wordFile({ paragraphs: linesOf(draft) })),
  ),
  docx_picture: vehicle('office', 'print', 3, async (draft, studio) =>
    attached(DOCX, 'receipt.docx', wordFile({ paragraphs: [], png: await png(draft, studio) })),
  ),
  pptx: vehicle('office', 'characters', 3, (draft) =>
    attached(PPTX, 'statement.pptx', slideFile({ paragraphs: linesOf(draft) })),
  ),
  pptx_picture: vehicle('office', 'print', 2, async (draft, studio) =>
    attached('application/octet-stream', 'order.pptx', slideFile({ paragraphs: [], png: await png(draft, studio) })),
  ),
  xlsx: vehicle('office', 'characters', 3, (draft) =>
    attached(XLSX, 'bill.xlsx', sheetFile({ paragraphs: linesOf(draft) })),
  ),
  odt: vehicle('office', 'characters', 3, (draft) =>
    attached('application/vnd.oasis.opendocument.text', 'letter.odt', openDocumentFile({ paragraphs: linesOf(draft) })),
  ),
  rtf: vehicle('office', 'characters', 4, (draft) =>
    attached('application/rtf', 'order.rtf', richTextFile({ paragraphs: linesOf(draft) })),
  ),
  txt: vehicle('text_attachment', 'characters', 3, (draft) =>
    attached('text/plain; charset=utf-8', 'order.txt', textOf(draft).join('\r\n')),
  ),
  html_file: vehicle('html_attachment', 'html', 4, (draft) =>
    attached('text/html; charset=utf-8', 'receipt.html', `<html><body>${htmlOf(draft)}</body></html>`),
  ),
  html_untold: vehicle('html_attachment', 'html', 2, (draft) =>
    attached('application/octet-stream', 'receipt.htm', `<!DOCTYPE html><html><body>${htmlOf(draft)}</body></html>`),
  ),
  nested: vehicle('nested_message', 'characters', 3, (draft) => ({
    attached: [{ type: 'message/rfc822', encoding: '7bit', body: inner(draft) }],
  })),
  eml: vehicle('nested_message', 'html', 3, (draft) =>
    attached('application/octet-stream', 'forwarded.eml', inner(draft)),
  ),
  msg: vehicle('nested_message', 'characters', 3, (draft) =>
    attached('application/vnd.ms-outlook', 'invoice.msg', outlook(draft)),
  ),
  msg_untold: vehicle('nested_message', 'characters', 2, (draft) =>
    attached('application/octet-stream', 'attachment', outlook(draft)),
  ),
  msg_with_pdf: vehicle('pdf', 'print', 2, async (draft) =>
    attached(
      'application/vnd.ms-outlook',
      'fwd.msg',
      outlookFile({
        ...letterHead(draft),
        body: coverLine(draft.language, draft.chance),
        attachments: [{ name: 'invoice.pdf', type: 'application/pdf', body: await printed(draft) }],
      }),
    ),
  ),
  winmail: vehicle('pdf', 'print', 3, async (draft) =>
    attached('application/ms-tnef', 'winmail.dat', tnefFile('', [{ name: 'invoice.pdf', body: await printed(draft) }])),
  ),
  zip_pdf: vehicle('pdf', 'print', 3, async (draft) =>
    attached('application/zip', 'documents.zip', zipFile([{ name: 'invoice.pdf', body: await printed(draft) }])),
  ),
  zip_docx: vehicle('office', 'characters', 2, (draft) =>
    attached(
      'application/x-zip-compressed',
      'invoice.zip',
      zipFile([{ name: 'a/b/invoice.docx', body: wordFile({ paragraphs: linesOf(draft) }), isStored: true }]),
    ),
  ),
  zip_eml: vehicle('nested_message', 'characters', 2, (draft) =>
    attached('application/octet-stream', 'mail.zip', zipFile([{ name: 'mail.eml', body: inner(draft) }])),
  ),
  zip_password: vehicle('text_attachment', 'characters', 3, (draft) => {
    const password = passwordOf(draft)
    return {
      text: `${coverLine(draft.language, draft.chance)}\n\n${PASSWORD[draft.language]}: ${password}`,
      ...attached(
        'application/zip',
        'secure.zip',
        zipFile([{ name: 'order.txt', body: textOf(draft).join('\r\n') }], password),
      ),
    }
  }),
  zip_password_pdf: vehicle('pdf', 'print', 2, async (draft) => {
    const password = passwordOf(draft)
    return {
      html: `<p>${coverLine(draft.language, draft.chance)}</p><p>${PASSWORD[draft.language]}: <b>${password}</b></p>`,
      ...attached(
        'application/zip',
        'secure.zip',
        zipFile([{ name: 'order.pdf', body: await printed(draft) }], password),
      ),
    }
  }),
  pdf_password: vehicle('pdf', 'print', 5, (draft) => {
    const password = passwordOf(draft)
    const lines = linesOf(draft).flatMap((one) => one.match(/.{1,80}(?:\s|$)/g) ?? [])
    return {
      html: `<p>${coverLine(draft.language, draft.chance)}</p><p>${PASSWORD[draft.language]}: <b>${password}</b></p>`,
      ...attached('application/pdf', 'protected.pdf', encryptedPdf(lines, password)),
    }
  }),
  vcard: vehicle('text_attachment', 'plain', 3, (draft) => ({
    text: draft.paragraphs.filter((one) => !one.includes('{number}')).join('\n\n'),
    ...attached(
      'text/vcard',
      'contact.vcf',
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${draft.letter.from}\r\nTEL;TYPE=WORK,VOICE:${draft.shown.raw}\r\nEND:VCARD\r\n`,
    ),
  })),
}

const linesOf = (draft: Draft): string[] => textOf(draft).flatMap((one) => one.split('\n'))

const letterHead = ({ subject, letter }: Draft): { subject: string; senderName: string; senderAddress: string } => ({
  subject,
  senderName: letter.from,
  senderAddress: 'billing@desk.example',
})

function outlook(draft: Draft): Uint8Array {
  return outlookFile({ ...letterHead(draft), body: textOf(draft).join('\r\n\r\n') })
}

function inner(draft: Draft): Uint8Array {
  const { subject, senderName, senderAddress } = letterHead(draft)
  const plain = {
    type: 'text/plain; charset=utf-8',
    body: textOf(draft).join('\n\n'),
    encoding: 'quoted-printable',
  } as const
  const isHtml = draft.shown.html !== draft.shown.raw
  return writeMime(
    [
      ['From', `"${senderName.replace(/[^\x20-\x7e]/g, '')}" <${senderAddress}>`],
      ['Subject', `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`],
    ],
    isHtml ? { type: 'text/html; charset=utf-8', body: htmlOf(draft), encoding: 'quoted-printable' } : plain,
    'inner',
  )
}

const PASSWORD = {
  en: 'Password',
  pt: 'Senha',
  de: 'Passwort',
  es: 'Contraseña',
  fr: 'Mot de passe',
  nl: 'Wachtwoord',
} as const

function passwordOf({ chance }: Draft): string {
  const own = chance.fork('password')
  return own.pick([`${own.hex(6)}`, `Inv${own.between(1000, 9999)}`, String(own.between(1000, 999999))])
}
