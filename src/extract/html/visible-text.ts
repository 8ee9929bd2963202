import { Tokenizer } from 'htmlparser2'
import type { TokenizerCallbacks } from 'htmlparser2'
import { mediaApplies } from './css-syntax.ts'
import { HtmlReader } from './html-reader.ts'
import type { VisibleText } from './markup.ts'

/**
 * Reads HTML like a person in front of a mail program.
 *
 * Out:  text with its lines and table cells as they are laid out, digits joined over tags and comments, and the spans
 *       that nobody sees, each with the reason: the CSS property, attribute or element that hides it.
 * Cost: linear in the length, whatever stands in it.
 * @example visibleText('a<b>b</b><i style="display:none">c</i>').text // => 'ab\n\nc'
 */
export function visibleText(html: string): VisibleText {
  const reader = new HtmlReader(styleSheets(html))
  tokenize(html, {
    opened: (name, attributes, isSelfClosing) => reader.open(name, attributes, isSelfClosing),
    closed: (name) => reader.close(name),
    text: (text) => reader.text(text),
  })
  return reader.end()
}

const nothing = (): void => undefined

type Seen = {
  opened(name: string, attributes: Map<string, string>, isSelfClosing: boolean): void
  closed(name: string): void
  text(text: string): void
}

/** Style sheets first: they apply to what stands before them, too. What stands after the last one is not looked at. */
function styleSheets(html: string): string[] {
  const end = endOfStyles(html)
  if (end === 0) return []
  const sheets: string[][] = []
  let isInside = false
  tokenize(html.slice(0, end), {
    opened: (name, attributes) => {
      isInside = name === 'style' && mediaApplies(attributes.get('media') ?? '')
      if (isInside) sheets.push([])
    },
    closed: () => (isInside = false),
    text: (text) => isInside && sheets.at(-1)?.push(text),
  })
  return sheets.map((pieces) => pieces.join(''))
}

function endOfStyles(html: string): number {
  let end = 0
  for (const { 0: tag, index } of html.matchAll(/<\/?style/gi))
    end = tag[1] === '/' ? index + tag.length + 1 : html.length
  return end
}

/** The attributes that anything here depends on. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'style class id hidden href src alt type value width height bgcolor background color text dir open media'.split(' '),
)

/** Not htmlparser2's Parser: its stack of open elements takes quadratic time where tags are nested deep. */
function tokenize(html: string, seen: Seen): void {
  let name = ''
  let attribute = ''
  let value = ''
  let attributes = new Map<string, string>()
  const opened = (isSelfClosing: boolean): void => {
    seen.opened(name, attributes, isSelfClosing)
    attributes = new Map()
  }
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => (name = html.slice(start, end).toLowerCase()),
    onattribname: (start, end) => (attribute = html.slice(start, end).toLowerCase()),
    onattribdata: (start, end) => {
      if (ATTRIBUTES.has(attribute)) value += html.slice(start, end)
    },
    onattribentity: (code) => (value += String.fromCodePoint(code)),
    onattribend: () => {
      if (ATTRIBUTES.has(attribute) && !attributes.has(attribute)) attributes.set(attribute, value)
      value = ''
    },
    onopentagend: () => opened(false),
    onselfclosingtag: () => opened(true),
    onclosetag: (start, end) => seen.closed(html.slice(start, end).toLowerCase().trim()),
    ontext: (start, end) => seen.text(html.slice(start, end)),
    ontextentity: (code) => seen.text(String.fromCodePoint(code)),
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
  }
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks)
  tokenizer.write(html)
  tokenizer.end()
}
