/** What a calendar program shows of an invitation, in the order people read it. */
const SHOWN = new Set(['SUMMARY', 'LOCATION', 'DESCRIPTION', 'COMMENT', 'CONTACT', 'X-ALT-DESC', 'URL'])

/** A line of a calendar that is longer has no place in any field. */
const LINE = /^([A-Z][A-Z\d-]{0,60})((?:;[^:";]{0,500}(?:"[^"]{0,500}")?){0,20}):([^]*)$/i

/**
 * The text an invitation shows: its fields, one after the other, unfolded and without escapes.
 *
 * In:  calendar, the content of a `text/calendar` part.
 * Out: plain text and HTML fields apart: what is HTML has to be read as such.
 * Source: RFC 5545, section 3.1 (folding) and 3.3.11 (text).
 */
export function calendarText(calendar: string): { plain: string; html: string } {
  const plain: string[] = []
  const html: string[] = []
  for (const line of calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const match = LINE.exec(line)
    const name = match?.[1]?.toUpperCase()
    if (!match || name === undefined) continue
    const [, , parameters = '', value = ''] = match
    if (name === 'ORGANIZER') {
      const shown = /;CN=(?:"([^"]{1,500})"|([^";:]{1,500}))/i.exec(parameters)
      if (shown) plain.push(shown[1] ?? shown[2] ?? '')
    } else if (SHOWN.has(name)) {
      const text = unescaped(value)
      if (name === 'X-ALT-DESC' || /^\s*<(?:html|p|div|br|b|a|span|table)\b/i.test(text)) html.push(text)
      else plain.push(text)
    }
  }
  return { plain: [...new Set(plain)].join('\n'), html: html.join('<hr>') }
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark))
}
