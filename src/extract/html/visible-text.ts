import { mediaApplies } from './css-media.ts'
import { HtmlReader } from './html-reader.ts'
import { HtmlTokens } from './html-tokens.ts'
import type { VisibleText } from './markup.ts'
import type { StartTag } from './start-tag.ts'

/**
 * Reads HTML like a person in front of a mail program.
 *
 * Out:  text with its lines and table cells as they are laid out, digits joined over tags and comments, and the spans
 *       that nobody sees, each with the reason: the CSS property, attribute or element that hides it.
 * Cost: linear in the length, whatever stands in it.
 * @example visibleText('a<b>b</b><i style="display:none">c</i>').text // => 'ab\n\nc'
 */
export function visibleText(html: string): VisibleText {
  const text = html.includes('\0') ? html.replaceAll('\0', '') : html
  const tokens = new HtmlTokens(text)
  const reader = new HtmlReader(styleSheets(text, tokens))
  tokens.giveTo(reader)
  return reader.end()
}

/** Style sheets first: they apply to what stands before them, too. What stands after the last one is not looked at. */
function styleSheets(html: string, tokens: HtmlTokens): string[] {
  const end = endOfStyles(html)
  if (end === 0) return []
  const sheets: string[] = []
  let isInside = false
  const sink = {
    open: ({ name, attributes }: StartTag): void => {
      isInside = name === 'style' && mediaApplies(attributes.get('media') ?? '')
    },
    close: (): void => {
      isInside = false
    },
    text: (text: string): void => {
      if (isInside) sheets.push(text)
    },
  }
  tokens.giveTo(sink, end)
  return sheets
}

function endOfStyles(html: string): number {
  let end = 0
  for (const { 0: tag, index } of html.matchAll(/<\/?style/gi))
    end = tag[1] === '/' ? index + tag.length + 1 : html.length
  return end
}
