import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'

/** What the parser gathers before it puts the body together; not in its types. */
type Insides = {
  readPos: number
  readonly textMap: Map<unknown, Record<string, { type: string; value: unknown }[]>>
  renderTextContent(): void
}

/** UTF-16 code units of all text parts of a kind together. */
export type MostText = { readonly plain: number; readonly html: number }

export type ParsedMail = { readonly email: Email; readonly wasCut: boolean; readonly failure: string | null }

/**
 * Takes a mail apart without letting its text grow: a text part beside HTML is turned into HTML by the library, which
 * for tens of megabytes takes memory that no thread survives.
 *
 * In:  mostText; what is longer is not put into the body.
 * Out: wasCut, whether some was; failure, why the library stopped: what stands before that place is read.
 */
export async function parseMime(bytes: Uint8Array, mostText: MostText): Promise<ParsedMail> {
  const whole = await parseOnce(bytes, mostText)
  if (!('stoppedAt' in whole)) return { ...whole, failure: null }
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = mail.lastIndexOf('\n', whole.stoppedAt - 2) + 1
  const beginning = await parseOnce(bytes.subarray(0, end), mostText)
  if ('stoppedAt' in beginning) throw beginning.error
  return { ...beginning, failure: messageOf(whole.error) }
}

type Attempt = { email: Email; wasCut: boolean } | { error: unknown; stoppedAt: number }

async function parseOnce(bytes: Uint8Array, mostText: MostText): Promise<Attempt> {
  const parser = new PostalMime({ forceRfc822Attachments: true })
  const insides = parser as unknown as Insides
  const render = insides.renderTextContent.bind(parser)
  let wasCut = false
  insides.renderTextContent = () => {
    wasCut = cutTexts(insides.textMap, mostText)
    render()
  }
  try {
    const email = await parser.parse(bytes)
    return { email, wasCut }
  } catch (error) {
    // The library throws plain errors where one of its own limits is reached.
    return { error, stoppedAt: insides.readPos }
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function cutTexts(texts: Insides['textMap'], most: MostText): boolean {
  const left = new Map(Object.entries(most))
  let wasCut = false
  for (const byType of texts.values()) {
    for (const [type, entries] of Object.entries(byType)) {
      for (const entry of entries) {
        if (typeof entry.value !== 'string') continue
        const room = left.get(type) ?? 0
        wasCut ||= entry.value.length > room
        left.set(type, Math.max(0, room - entry.value.length))
        entry.value = entry.value.slice(0, room)
      }
    }
  }
  return wasCut
}
