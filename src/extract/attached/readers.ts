import { issue } from '../../model/issue.ts'
import { opened } from '../opened.ts'
import type { FileInside, Opened } from '../opened.ts'
import { readMarkup, textPart } from '../readable-parts.ts'
import { decodeText } from '../mime/decode-text.ts'
import type { Engines, ReadingLanguage } from '../engines.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { AttachmentKind } from './attachment-kind.ts'
import { readCalendar } from './calendar/read-calendar.ts'
import { readContactCard } from './calendar/read-contact-card.ts'
import type { Room } from './archive/unpack.ts'
import { readGzip } from './archive/read-gzip.ts'
import { readTar } from './archive/read-tar.ts'
import { readZip } from './archive/read-zip.ts'
import { readFlat } from './office/read-flat.ts'
import { readRtf } from './rtf/read-rtf.ts'
import { readCompound } from './outlook/read-compound.ts'
import { readWinmail } from './outlook/read-winmail.ts'
import { readNestedMail } from './read-nested-mail.ts'
import { readPdf } from './read-pdf.ts'
import { readSigned } from './read-signed.ts'
import { unreadKind } from './unread-kinds.ts'
import { readPicture } from './read-picture.ts'

/** part: what issues call it; hash: SHA-256 of its bytes, hex. */
export type FileToRead = FileInside & { readonly part: string; readonly hash: string }

/** What readers have beside the file, the same for all files of a mail. */
export type Means = {
  readonly engines: Engines
  readonly limits: ReadLimits
  /** Words that may open a locked file: what the mail, and all that was read of it so far, prints as such. */
  readonly passwords: () => readonly string[]
  /** The language that pictures are read in: that of what was read so far. */
  readonly language: () => ReadingLanguage
  /** Whoever unpacks takes from it. */
  readonly room: Room
}

/** Throws nothing for what is wrong with the bytes: that is in the issues, and what was read before stays. */
export type FileReader = (file: FileToRead, means: Means) => Opened | Promise<Opened>

/** How a file of each kind is read. Files inside are opened by the same table, whatever they came in. */
export const READERS: Readonly<Record<AttachmentKind, FileReader>> = {
  pdf: readPdf,
  picture: (file, means) => readPicture('image', file, means),
  heic: (file, means) => readPicture('heic', file, means),
  drawing: (file, means) => readHtml('image', file, means),
  calendar: readCalendar,
  contact: readContactCard,
  html: (file, means) => readHtml('html_attachment', file, means),
  text: readText,
  zip: readZip,
  flat: readFlat,
  rtf: readRtf,
  compound: readCompound,
  winmail: readWinmail,
  mail: readNestedMail,
  seal: opened,
  gzip: readGzip,
  tar: readTar,
  signed: readSigned,
  unread: ({ bytes, part, type }) => ({
    ...opened(),
    issues: [issue('attachment_unread', { part, saw: unreadKind(bytes, type) })],
  }),
}

function readHtml(kind: 'image' | 'html_attachment', { bytes, name, hash }: FileToRead, { limits }: Means): Opened {
  const seen = opened()
  readMarkup(decodeText(bytes), { kind, name, attachment: hash }, limits, seen)
  return seen
}

function readText({ bytes, name, hash }: FileToRead, { limits }: Means): Opened {
  const seen = opened()
  const text = decodeText(bytes).replaceAll('\r\n', '\n')
  seen.parts.push(textPart('text_attachment', text, limits, seen.issues, { name, attachment: hash }))
  return seen
}
