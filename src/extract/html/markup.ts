import type { HiddenSpan, LinkAction } from '../../model/message.ts'

/** A picture that stands in the HTML. */
export type Picture = {
  /** Where it comes from, as written: `cid:…`, `data:…`, `https://…`; '' where nothing is said. */
  readonly src: string
  readonly alt: string
  /** In pixels, as the mail asks for; null where it asks for nothing that can be told here. */
  readonly width: number | null
  readonly height: number | null
  /** False where it is hidden, or asks to be a dot. */
  readonly isVisible: boolean
  /** Where it stands: an offset into the text, the number of UTF-16 code units before it. */
  readonly at: number
}

/** A link that dials or writes to a number. isVisible: whether something can be seen to click on; shows: its words. */
export type PhoneLink = {
  readonly number: string
  readonly opens: LinkAction
  readonly isVisible: boolean
  readonly shows: string
}

export type VisibleText = {
  /** What is seen, in reading order; then, after a blank line, what is not. */
  readonly text: string
  readonly hidden: readonly HiddenSpan[]
  readonly links: readonly PhoneLink[]
  /** In the order of the document, at most MOST_PICTURES. */
  readonly pictures: readonly Picture[]
  /** Whole pages that are written into it, and shown in frames by a browser; mail programs leave frames out. */
  readonly frames: readonly string[]
}
