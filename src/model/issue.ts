/** Bad data is a value: what was wrong with one message, part or record. The batch goes on. */
export const ISSUES = {
  message_empty: 'the file holds no message',
  message_unreadable: 'the bytes are not a mail',
  message_truncated: 'the mail ends before its last boundary',
  message_too_large: 'the mail is larger than the limit',
  time_limit: 'reading took longer than the limit',
  memory_limit: 'reading needed more memory than the limit',
  worker_died: 'the reader died on this message',
  part_limit: 'the mail has more parts than the limit; the rest was not read',
  nested_too_deep: 'files are nested deeper than the limit; the rest was not read',
  text_too_large: 'the text is longer than the limit; the rest was not read',
  pdf_encrypted: 'the PDF wants a password',
  pdf_damaged: 'the PDF cannot be opened',
  pdf_pages_skipped: 'pages of the PDF were not read: there are more than the limit, or no time was left',
  file_encrypted: 'the archive or document wants a password',
  file_damaged: 'the archive or document cannot be opened, or only in part',
  unpacked_too_large: 'the files packed in this mail are larger than the limit; the rest was not read',
  picture_unread: 'the text in this picture was not read',
  picture_damaged: 'the picture cannot be decoded',
  picture_too_large: 'the picture has more pixels than the limit',
  picture_frames_skipped: 'the picture has more frames or pages than the limit; the rest was not read',
  engine_failed: 'the engine that reads this kind of file broke on it, or had no memory left; not all of it was read',
  attachment_unread: 'this kind of attachment is not read',
  date_implausible: 'the date of the mail is missing or cannot be true',
  records_empty: 'the file holds no records',
  record_malformed: 'the line is not a record of this format',
  record_field_missing: 'a field the record needs is missing',
  record_field_invalid: 'a field of the record has a value that cannot be used',
  number_unreadable: 'the number cannot be read',
} as const

export type IssueCode = keyof typeof ISSUES

/** part: name or kind of the part; at: place, such as a file with a line; saw: what stood there, shortened. */
export type Issue = { readonly code: IssueCode; readonly part?: string; readonly at?: string; readonly saw?: string }

const SAW_LENGTH = 80

/** Makes an issue; what was seen is kept as one short line. */
export function issue(code: IssueCode, place: { part?: string; at?: string; saw?: string } = {}): Issue {
  return place.saw === undefined ? { code, ...place } : { code, ...place, saw: oneLine(place.saw) }
}

/** Text of unknown origin as one short line without control characters, which cannot flood a log or a terminal. */
export function oneLine(text: string, length = SAW_LENGTH): string {
  const line = text
    .slice(0, length * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
