import { dialledNumber, linkAction } from '../find/dialled-number.ts'
import type { PhoneLink } from './markup.ts'
import type { StartTag } from './start-tag.ts'

export type Dialled = Pick<PhoneLink, 'number' | 'opens'>

/** What following a link dials; null for a tag that is no such link. */
export function dialledBy({ name, attributes }: StartTag): Dialled | null {
  const href = name === 'a' || name === 'area' ? attributes.get('href') : undefined
  const number = href ? dialledNumber(href) : null
  return href && number !== null ? { number, opens: linkAction(href) } : null
}
