/** What a scan of XML tells, in the order of the document. Names come without their prefix. */
export type XmlEvents = {
  open(name: string, attributes: Attributes): void
  /** Of an empty element too. */
  close(name: string): void
  text(text: string): void
  /** Asked at each tag: nothing more is told once it is true. */
  readonly isDone: boolean
}

/** The attributes of a tag by name, without prefix; undefined for what is not there. */
export type Attributes = (name: string) => string | undefined

const QUOTES = new Set(['"', "'"])

/**
 * Scans XML in one pass, forgiving what is broken: documents that no program opens any more are recovered by those
 * that made them. Entities of a document type are neither expanded nor fetched.
 *
 * Source: XML 1.0, fifth edition; of a document type only where it ends.
 */
export function scanXml(xml: string, events: XmlEvents): void {
  for (let at = 0; at < xml.length && !events.isDone;) {
    const tag = xml.indexOf('<', at)
    const end = tag < 0 ? xml.length : tag
    if (end > at) events.text(withoutEntities(xml.slice(at, end)))
    if (tag < 0) return
    at = xml.startsWith('<!', tag) || xml.startsWith('<?', tag) ? special(xml, tag, events) : element(xml, tag, events)
  }
}

function special(xml: string, tag: number, events: XmlEvents): number {
  if (xml.startsWith('<!--', tag)) return past(xml, '-->', tag + 4)
  if (xml.startsWith('<?', tag)) return past(xml, '?>', tag + 2)
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = past(xml, ']]>', tag)
    events.text(xml.slice(tag + 9, end - 3))
    return end
  }
  const subset = /[[>]/g
  subset.lastIndex = tag
  return subset.exec(xml)?.[0] === '[' ? past(xml, '>', past(xml, ']', tag)) : past(xml, '>', tag)
}

function past(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found < 0 ? xml.length : found + mark.length
}

function element(xml: string, tag: number, events: XmlEvents): number {
  const end = tagEnd(xml, tag)
  const isClosing = xml[tag + 1] === '/'
  const isEmpty = xml[end - 1] === '/'
  const content = xml.slice(tag + (isClosing ? 2 : 1), isEmpty ? end - 1 : end)
  const nameLength = content.search(/[\s/]/)
  const full = nameLength < 0 ? content : content.slice(0, nameLength)
  const name = full.slice(full.indexOf(':') + 1)
  if (isClosing) events.close(name)
  else {
    events.open(name, attributesOf(nameLength < 0 ? '' : content.slice(nameLength)))
    if (isEmpty) events.close(name)
  }
  return end + 1
}

/** Where a tag ends: at the first > that stands in no attribute. */
function tagEnd(xml: string, tag: number): number {
  let quote = ''
  for (let at = tag + 1; at < xml.length; at++) {
    const mark = xml[at] as string
    if (quote === '') {
      if (mark === '>') return at
      if (QUOTES.has(mark)) quote = mark
    } else if (mark === quote) quote = ''
  }
  return xml.length
}

function attributesOf(written: string): Attributes {
  let values: Map<string, string> | null = null
  return (name) => (values ??= parsedAttributes(written)).get(name)
}

function parsedAttributes(written: string): Map<string, string> {
  const values = new Map<string, string>()
  const attribute = /\s*([^\s"'=]+)\s*=\s*("[^"]*"|'[^']*')/y
  for (let match = attribute.exec(written); match; match = attribute.exec(written)) {
    const [, key = '', quoted = ''] = match
    values.set(key.slice(key.indexOf(':') + 1), withoutEntities(quoted.slice(1, -1)))
  }
  return values
}

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
