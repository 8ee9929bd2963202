import { decodeText } from './mime/decode-text.ts'
import type { MailPart } from './mime/mail-part.ts'
import { unflowed } from './mime/unflowed.ts'

/** What a mail shows as its own words, as HTML where any of it is. files: everything else that is in it. */
export type ShownBody = {
  readonly html: string
  readonly text: string
  /** The plain texts that stand for the HTML: for a reader to whom it shows nothing. */
  readonly instead: () => string
  readonly files: readonly MailPart[]
  readonly isCut: boolean
}

/** UTF-16 code units of all texts of a kind together. */
export type MostText = { readonly textLength: number; readonly htmlLength: number }

/** Texts that stand for each other, or a text alone. */
type Choice = { readonly plain: MailPart[]; readonly html: MailPart[] }

/** No charset that is shown needs more for a code unit. */
const MOST_BYTES_A_UNIT = 4

/**
 * Chooses what a mail program shows of a mail: of each alternative its HTML, where it has one, and everything else that
 * is text and no attachment, in its order.
 */
export function shownBody(root: MailPart, most: MostText): ShownBody {
  const choices: Choice[] = []
  const files: MailPart[] = []
  gather(root, null, choices, files)
  const isMarkup = choices.some(({ html }) => html.length > 0)
  const left = { plain: most.textLength, html: most.htmlLength }
  let isCut = false
  const read = (part: MailPart, kind: 'plain' | 'html'): string => {
    const room = left[kind]
    const text = decodeText(part.bytes.subarray(0, room * MOST_BYTES_A_UNIT), part.params.get('charset'))
    isCut ||= text.length > room
    left[kind] = Math.max(0, room - text.length)
    const own = text.slice(0, room)
    const isFlowed = kind === 'plain' && part.params.get('format')?.toLowerCase() === 'flowed'
    return isFlowed ? unflowed(own, part.params.get('delsp')?.toLowerCase() === 'yes') : own
  }
  const shown = choices.flatMap(({ plain, html }) => {
    if (html.length > 0) return html.map((part) => read(part, 'html'))
    const texts = plain.map((part) => read(part, 'plain'))
    return isMarkup ? texts.map(asMarkup) : texts
  })
  const all = shown.join('\n')
  const instead = (): string => choices.flatMap(({ plain }) => plain.map((part) => read(part, 'plain'))).join('\n')
  return { html: isMarkup ? all : '', text: isMarkup ? '' : all, instead, files, isCut }
}

function gather(part: MailPart, alternative: Choice | null, choices: Choice[], files: MailPart[]): void {
  if (part.parts.length > 0) {
    let own = alternative
    if (part.type === 'multipart/alternative') {
      own = { plain: [], html: [] }
      choices.push(own)
    }
    for (const inner of part.parts) gather(inner, own, choices, files)
    return
  }
  const kind = part.disposition === 'attachment' ? null : KIND_OF.get(part.type)
  if (!kind) {
    if (!part.type.startsWith('multipart/')) files.push(part)
    return
  }
  const choice = alternative ?? { plain: [], html: [] }
  if (!alternative) choices.push(choice)
  choice[kind].push(part)
}

const KIND_OF: ReadonlyMap<string, keyof Choice> = new Map([
  ['text/plain', 'plain'],
  ['text/html', 'html'],
])

/** A text among HTML, as it stands. */
function asMarkup(text: string): string {
  return `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`
}
