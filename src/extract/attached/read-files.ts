import { issue } from '../../model/issue.ts'
import type { Issue, IssueCode } from '../../model/issue.ts'
import type { Attachment, Part } from '../../model/message.ts'
import { blankLength } from '../mime/blank-length.ts'
import { sha256 } from '../sha256.ts'
import type { FileInside, Opened } from '../opened.ts'
import type { Engines } from '../engines.ts'
import type { ReadLimits } from '../read-limits.ts'
import { attachmentKind } from './attachment-kind.ts'
import { readingLanguage } from '../picture/reading-language.ts'
import { printedPasswords } from './printed-passwords.ts'
import { withinText } from '../within-text.ts'
import { READERS } from './readers.ts'
import type { Means } from './readers.ts'

/** Passwords tried on archives. Each costs a millisecond. */
const MOST_TRIES = 1_000
/** Of each part: the language of a mail shows in its first screens. */
const SAMPLE_CHARACTERS = 4_000

/** What reading collects on its way. */
export type Collected = { readonly parts: Part[]; readonly attachments: Attachment[]; readonly issues: Issue[] }

/** A file that no password opened so far. words: those that were tried. */
type Locked = {
  readonly place: number
  readonly seen: Opened
  readonly open: () => Opened | Promise<Opened>
  readonly words: string
}

const LOCKED: ReadonlySet<IssueCode> = new Set<IssueCode>(['pdf_encrypted', 'file_encrypted'])

/**
 * Reads the files that came with a mail, and the files inside of those, level by level: what lies nearest to the
 * reader is read first, and one budget is there for all.
 *
 * In:  files, as they came; collected, with the parts of the mail itself.
 * Out: in collected; a file that comes twice is listed twice and read once, as one that is shown where any copy is.
 */
export async function readFiles(
  files: readonly FileInside[],
  engines: Engines,
  limits: ReadLimits,
  collected: Collected,
): Promise<void> {
  const means: Means = {
    engines,
    limits,
    passwords: printedIn(collected.parts),
    room: { bytes: limits.unpackedBytes, tries: MOST_TRIES },
    language: () => readingLanguage(collected.parts.map((part) => part.text.slice(0, SAMPLE_CHARACTERS)).join('\n')),
  }
  const textRoom = { characters: limits.filesTextLength }
  const known = new Set<string>()
  const shown = new Set<string>()
  let level = files
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.nesting) {
      const [{ name, type }] = level as [FileInside]
      collected.issues.push(issue('nested_too_deep', { part: name ?? type }))
      return
    }
    const room = Math.max(0, limits.parts - collected.attachments.length)
    const below: FileInside[] = []
    const take = (place: number, { facts, ...seen }: Opened): void => {
      const { name, type } = collected.attachments[place] as Attachment
      collected.parts.push(...withinText(seen.parts, name ?? type, textRoom, collected.issues))
      collected.issues.push(...seen.issues)
      below.push(...seen.files)
      if (facts) collected.attachments[place] = { ...(collected.attachments[place] as Attachment), ...facts }
    }
    const locked: Locked[] = []
    const hashed = level.slice(0, room).map((file) => ({ file, hash: sha256(file.bytes) }))
    for (const { file, hash } of hashed) {
      // A copy that is shown deeper inside is read again: what was hidden so far is not.
      if (!file.isHidden && !shown.has(hash)) known.delete(hash)
      if (!file.isHidden) shown.add(hash)
    }
    for (const { file, hash } of hashed) {
      const { name, type, bytes } = file
      const listed = { name, type, size: bytes.length, hash, pictureHash: null, pdf: null }
      const place = collected.attachments.push(listed) - 1
      if (known.has(hash) || blankLength(bytes) === bytes.length) continue
      known.add(hash)
      const read = file.reader ?? READERS[attachmentKind(bytes, type, name)]
      const open = async (): Promise<Opened> => {
        const seen = await read({ ...file, part: name ?? type, hash }, means)
        return file.isHidden && !shown.has(hash) ? { ...seen, parts: seen.parts.map(asHidden) } : seen
      }
      const seen = await open()
      if (seen.issues.some(({ code }) => LOCKED.has(code))) locked.push({ place, seen, open, words: wordsOf(means) })
      else take(place, seen)
    }
    // What opens a file may stand in a picture or page that came behind it.
    for (const { place, seen, open, words } of locked) take(place, words === wordsOf(means) ? seen : await open())
    if (level.length > room) {
      collected.issues.push(issue('part_limit', { saw: `${level.length - room} files unread` }))
      return
    }
    level = below
  }
}

function wordsOf({ passwords }: Means): string {
  return passwords().join('\n')
}

/** What stands in a picture that the page does not show. */
function asHidden(part: Part): Part {
  return { ...part, hidden: [{ start: 0, end: part.text.length, why: 'hidden_picture' }] }
}

/** The words are looked for again only where there are new ones: every locked file asks. */
function printedIn(parts: readonly Part[]): Means['passwords'] {
  let [known, words]: [number, readonly string[]] = [-1, []]
  return () => {
    if (known !== parts.length) {
      words = printedPasswords(parts.map(({ text }) => text).join('\n'))
      known = parts.length
    }
    return words
  }
}
