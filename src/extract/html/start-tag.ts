import { elementKind } from './html-elements.ts'
import type { ElementKind } from './html-elements.ts'

export type Attributes = ReadonlyMap<string, string>

/** An opening tag. Within one document the same words give the same object, so what follows from it is found out once. */
export type StartTag = {
  /** In small letters, as are the names of its attributes. */
  readonly name: string
  readonly attributes: Attributes
  readonly isSelfClosing: boolean
  readonly kind: ElementKind
  /** Whether it is the one object for these words; of tags that are long or of which there are too many, none is kept. */
  readonly isKept: boolean
}

const NONE: Attributes = new Map()

export function startTag(
  name: string,
  attributes: Attributes = NONE,
  { isSelfClosing = false, isKept = false } = {},
): StartTag {
  return { name, attributes, isSelfClosing, kind: elementKind(name), isKept }
}
