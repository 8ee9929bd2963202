import type { Issue } from '../model/issue.ts'
import type { Attachment, Part } from '../model/message.ts'
import type { FileReader } from './attached/readers.ts'

/** A file that came with a mail, or inside of one that did. type: what the sender calls it, which proves nothing. */
export type FileInside = {
  readonly name: string | null
  readonly type: string
  readonly bytes: Uint8Array
  /** A picture that the page it belongs to does not show. */
  readonly isHidden?: boolean
  /** How it is read, where its bytes alone would not tell: a message that is kept as a folder of another. */
  readonly reader?: FileReader
}

/** What a mail or a file opened to: the parts a person sees, what could not be read, and the files inside, unread yet. */
export type Opened = {
  readonly parts: Part[]
  readonly issues: Issue[]
  readonly files: FileInside[]
  /** What readers tell of the file itself, of those kinds that have such. */
  facts?: Partial<Pick<Attachment, 'pictureHash' | 'pdf'>>
}

/** Nothing yet; a reader fills it as far as it comes. */
export function opened(): Opened {
  return { parts: [], issues: [], files: [] }
}
