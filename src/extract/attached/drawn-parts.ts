import { dialledNumber, linkAction } from '../find/dialled-number.ts'
import { issue } from '../../model/issue.ts'
import type { Issue } from '../../model/issue.ts'
import type { Part } from '../../model/message.ts'
import type { DrawnText } from '../engines.ts'
import type { ReadLimits } from '../read-limits.ts'
import { textPart } from '../readable-parts.ts'

/** Lines of a vCard that a phone shows: names and numbers. */
const CARD_LINE = /^(?:item\d+\.)?(TEL|FN|ORG|NOTE|URL)(?:;[^:\r\n]*)?:(?:tel:)?(.*)$/gim

/** What a picture says: its words as one part, each of its codes as one. */
export function drawnParts(
  kind: 'image' | 'heic' | 'pdf',
  { text, codes, failure }: DrawnText,
  of: Pick<Part, 'name' | 'page' | 'attachment'>,
  limits: ReadLimits,
  issues: Issue[],
): Part[] {
  if (failure !== undefined) issues.push(issue('engine_failed', { part: of.name ?? kind, saw: failure }))
  const words = text === '' ? [] : [{ ...textPart(kind, text, limits, issues, of), via: 'ocr' as const }]
  return [...words, ...codes.map((code) => codePart(code, of, limits, issues))]
}

/** A code that dials holds the number alone, as a link does; a card what it shows; any other what it says. */
function codePart(
  code: string,
  of: Pick<Part, 'name' | 'page' | 'attachment'>,
  limits: ReadLimits,
  issues: Issue[],
): Part {
  // Behind the number, codes have the words of the message; links do not.
  const number = dialledNumber(code.replace(/^((?:tel|sms|smsto):[^:]*):[^]*$/i, '$1'))
  const via = 'barcode' as const
  if (number !== null) return { ...textPart('qr_code', number, limits, issues, of), via, opens: linkAction(code) }
  const isCard = /^BEGIN:VCARD/i.test(code)
  const card = [...code.matchAll(CARD_LINE)].map(
    ([, name = '', value = '']) => `${name.toUpperCase()}: ${value.trim()}`,
  )
  return { ...textPart('qr_code', isCard ? card.join('\n') : code, limits, issues, of), via }
}
