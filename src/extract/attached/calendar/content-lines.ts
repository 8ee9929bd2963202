import { decodeText } from '../../mime/decode-text.ts'

/** One field of a calendar or contact card. bytes: of a field that holds a file. */
export type ContentLine = {
  readonly name: string
  readonly parameter: (name: string) => string | null
  /** Decoded, without escapes. */
  readonly value: string
  readonly bytes: Uint8Array | null
}

/** Fields as RFC 5545, 7986, 9073 and 6350 name them, and two of their own programs. Any other line is the rest of one that was cut. */
const FIELDS = new Set(
  (
    'BEGIN END VERSION PRODID METHOD CALSCALE UID DTSTAMP DTSTART DTEND DUE DURATION CREATED LAST-MODIFIED SEQUENCE STATUS ' +
    'TRANSP CLASS PRIORITY RRULE RDATE EXDATE EXRULE RECURRENCE-ID SUMMARY DESCRIPTION LOCATION COMMENT CONTACT URL GEO ' +
    'ORGANIZER ATTENDEE CATEGORIES RESOURCES ATTACH RELATED-TO REQUEST-STATUS PERCENT-COMPLETE COMPLETED TZID TZNAME ' +
    'TZOFFSETFROM TZOFFSETTO TZURL ACTION TRIGGER REPEAT FREEBUSY NAME REFRESH-INTERVAL SOURCE COLOR IMAGE CONFERENCE ' +
    'STYLED-DESCRIPTION STRUCTURED-DATA PARTICIPANT-TYPE DALARM AALARM TZ DAYLIGHT ' +
    'FN N NICKNAME PHOTO BDAY ANNIVERSARY GENDER ADR LABEL TEL EMAIL IMPP LANG TITLE ROLE LOGO ORG MEMBER RELATED NOTE REV ' +
    'SOUND CLIENTPIDMAP KEY FBURL CALADRURI CALURI KIND XML MAILER PROFILE SORT-STRING SOURCE AGENT PRODID'
  ).split(' '),
)
const FIELD =
  /^(?:[\w-]{1,60}\.)?([A-Z][A-Z\d-]{0,60})((?:;[^:";\n]{0,500}(?:"[^"\n]{0,500}"[^:";\n]{0,100})?){0,20})(?::([^]*))?$/i
/** Programs that cut a line without saying so cut it at this many bytes. */
const FOLDED_LENGTH = { least: 73, most: 78 }
const MOST_LINES = 200_000

/**
 * The fields of a calendar or contact card: unfolded, also where the folding is broken, and decoded.
 *
 * In:     bytes as they came: a line may be folded within a letter.
 * Source: RFC 5545, section 3.1; RFC 6350, section 3.2; vCard 2.1 for quoted-printable.
 */
export function contentLines(bytes: Uint8Array): ContentLine[] {
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe
  const raw = isWide ? Buffer.from(decodeText(bytes)) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const fields: string[] = []
  let field: string[] = []
  let length = 0
  for (const line of physicalLines(raw.toString('latin1')).slice(0, MOST_LINES)) {
    const name = FIELD.exec(line)?.[1]?.toUpperCase()
    if (name !== undefined && (FIELDS.has(name) || name.startsWith('X-'))) {
      fields.push(field.join(''))
      field = [line]
    } else {
      // Cut by its length, or written by who does not know how to.
      const isCut = length >= FOLDED_LENGTH.least && length <= FOLDED_LENGTH.most
      field.push(isCut ? line : `\n${line}`)
    }
    length = line.length
  }
  return [...fields, field.join('')].flatMap(parsed)
}

/** Lines with what is folded joined, and soft line breaks of quoted-printable. */
function physicalLines(text: string): string[] {
  return text
    .replace(/\r*\n[ \t]/g, '')
    .replace(/^([^\n:]{0,500};ENCODING=QUOTED-PRINTABLE[^\n:]{0,500}:(?:[^\n]*=\r?\n){1,1000})/gim, (soft) =>
      soft.replace(/=\r?\n/g, ''),
    )
    .replace(/^\uFEFF|^\u00EF\u00BB\u00BF/, '')
    .split(/\r*\n|\r/)
}

function parsed(line: string): ContentLine[] {
  const [, name, parameters = '', written = ''] = FIELD.exec(line) ?? []
  if (name === undefined) return []
  const parameter = (wanted: string): string | null => {
    const found = new RegExp(`;${wanted}=(?:"([^"]*)"|([^";]*))`, 'i').exec(parameters)
    return found ? decoded(found[1] ?? found[2] ?? '') : null
  }
  const isFile = /;(?:ENCODING=)?(?:BASE64|B)(?:;|$)/i.test(parameters) || /^data:[^,]{0,200};base64,/i.test(written)
  const isQuoted = /;(?:ENCODING=)?QUOTED-PRINTABLE(?:;|$)/i.test(parameters)
  return [
    {
      name: name.toUpperCase(),
      parameter,
      value: isFile ? '' : unescaped(decoded(isQuoted ? unquoted(written) : written)),
      bytes: isFile ? Buffer.from(written.slice(written.indexOf(',') + 1), 'base64') : null,
    },
  ]
}

function decoded(latin1: string): string {
  return /^[\0-\x7F]*$/.test(latin1) ? latin1 : decodeText(Buffer.from(latin1, 'latin1'))
}

function unquoted(text: string): string {
  return text.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function unescaped(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/\\(.)/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark))
}
