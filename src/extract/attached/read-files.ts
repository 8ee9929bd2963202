import { issue } from '../../model/issue.ts'
import type { Issue } from '../../model/issue.ts'
import type { Attachment, Part } from '../../model/message.ts'
import { blankLength } from '../mime/blank-length.ts'
import { sha256 } from '../sha256.ts'
import type { FileInside } from '../opened.ts'
import type { Engines } from '../engines.ts'
import type { ReadLimits } from '../read-limits.ts'
import { attachmentKind } from './attachment-kind.ts'
import { readingLanguage } from '../picture/reading-language.ts'
import { printedPasswords } from './printed-passwords.ts'
import { READERS } from './readers.ts'
import type { Means } from './readers.ts'

/** Passwords tried on archives. Each costs a millisecond. */
const MOST_TRIES = 1_000
/** Of each part: the language of a mail shows in its first screens. */
const SAMPLE_CHARACTERS = 4_000

/** What reading collects on its way. */
export type Collected = { readonly parts: Part[]; readonly attachments: Attachment[]; readonly issues: Issue[] }

/**
 * Reads the files that came with a mail, and the files inside of those, level by level: what lies nearest to the
 * reader is read first, and one budget is there for all.
 *
 * In:  files, as they came; collected, with the parts of the mail itself.
 * Out: in collected; a file that comes twice is listed twice and read once.
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
    passwords: () => printedPasswords(collected.parts.map((part) => part.text).join('\n')),
    room: { bytes: limits.unpackedBytes, tries: MOST_TRIES },
    language: () => readingLanguage(collected.parts.map((part) => part.text.slice(0, SAMPLE_CHARACTERS)).join('\n')),
  }
  const known = new Set<string>()
  let level = files
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.nesting) {
      const [{ name, type }] = level as [FileInside]
      collected.issues.push(issue('nested_too_deep', { part: name ?? type }))
      return
    }
    const room = limits.parts - collected.attachments.length
    const below: FileInside[] = []
    for (const file of level.slice(0, Math.max(0, room))) {
      const { name, type, bytes } = file
      const hash = sha256(bytes)
      const attachment = { name, type, size: bytes.length, hash, pictureHash: null, pdf: null }
      const place = collected.attachments.push(attachment) - 1
      if (known.has(hash) || blankLength(bytes) === bytes.length) continue
      known.add(hash)
      const read = file.reader ?? READERS[attachmentKind(bytes, type, name)]
      const toRead = { ...file, part: name ?? type, hash }
      const seen = await read(toRead, means)
      collected.parts.push(...seen.parts)
      collected.issues.push(...seen.issues)
      below.push(...seen.files)
      if (seen.facts) collected.attachments[place] = { ...attachment, ...seen.facts }
    }
    if (level.length > room) {
      collected.issues.push(issue('part_limit', { saw: `${level.length - room} files unread` }))
      return
    }
    level = below
  }
}
