import type { Declared } from './css-cascade.ts'
import { unescaped } from './css-declarations.ts'
import { withVariables } from './css-values.ts'
import { elementLook } from './element-look.ts'
import type { Look } from './element-look.ts'
import { startTag } from './start-tag.ts'
import type { StartTag } from './start-tag.ts'

const PIECE = /"((?:[^"\\\n]|\\[^])*)"|'((?:[^'\\\n]|\\[^])*)'|attr\(\s*([\w-]{1,80})[^()]*\)|\/|[^\s"']+/g
const LONGEST = 2_000
const BOX = startTag('span')

/** The text that `::before` or `::after` puts beside an element's own. In: declared, what is said of that box. */
export function generatedText(
  declared: Declared,
  around: Look,
  { attributes }: StartTag,
): { text: string; look: Look } {
  const content = withVariables(declared, around.style.variables).get('content')?.slice(0, LONGEST)
  if (content === undefined || /^(?:none|normal)\b/i.test(content)) return { text: '', look: around }
  const pieces: string[] = []
  for (const [whole, double, single, attribute] of content.matchAll(PIECE)) {
    // What stands behind a slash is read aloud, not shown.
    if (whole === '/') break
    if (attribute !== undefined) pieces.push(attributes.get(attribute.toLowerCase()) ?? '')
    else pieces.push(unescaped(double ?? single ?? '').replaceAll('\uFFFD', ' '))
  }
  return { text: pieces.join(''), look: elementLook(around, BOX, declared) }
}
