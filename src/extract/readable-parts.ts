import { issue } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import type { Part } from '../model/message.ts'
import type { Opened } from './opened.ts'
import type { ReadLimits } from './read-limits.ts'
import type { Picture, VisibleText } from './html/markup.ts'
import { writtenPictures } from './html/written-pictures.ts'
import { visibleText } from './html/visible-text.ts'

/** Links that dial, of one part. */
const MOST_LINKS = 500

/** A text that is seen as it stands, as long as the limit lets it be. */
export function textPart(
  kind: Part['kind'],
  text: string,
  limits: ReadLimits,
  issues: Issue[],
  from: Partial<Pick<Part, 'name' | 'page' | 'attachment'>> = {},
): Part {
  if (text.length > limits.textLength) issues.push(tooLong(kind, from.name ?? null, text.length))
  return {
    kind,
    name: null,
    page: null,
    via: 'text',
    hidden: [],
    attachment: null,
    ...from,
    text: text.slice(0, limits.textLength),
  }
}

/**
 * HTML becomes a part with what is seen of it, and one for each number a link dials; pictures that are written into it
 * are files inside of it, and of a page that came as a file so are pages in its frames.
 *
 * Out: its pictures, which whoever can read pictures may look at.
 */
export function readMarkup(
  html: string,
  of: Pick<Part, 'kind' | 'name' | 'attachment'>,
  limits: ReadLimits,
  { parts, issues, files }: Opened,
): readonly Picture[] {
  const { pictures, frames, ...seen } = visibleText(html.slice(0, limits.htmlLength))
  shownParts({ ...seen, isCut: html.length > limits.htmlLength }, of, limits, { parts, issues })
  files.push(...writtenPictures(pictures))
  // Whoever opens it opens it in a browser.
  if (of.kind === 'html_attachment')
    files.push(...frames.map((page) => ({ name: null, type: 'text/html', bytes: Buffer.from(page) })))
  return pictures
}

/** What a page shows becomes a part, and each number a link of it dials. isCut: there was more of it. */
export function shownParts(
  { text, hidden, links, isCut }: Omit<VisibleText, 'pictures' | 'frames'> & { readonly isCut: boolean },
  of: Pick<Part, 'kind' | 'name' | 'attachment'> & Partial<Pick<Part, 'page'>>,
  limits: ReadLimits,
  { parts, issues }: Pick<Opened, 'parts' | 'issues'>,
): void {
  if (isCut || text.length > limits.textLength) issues.push(tooLong(of.kind, of.name, text.length))
  const kept = text.slice(0, limits.textLength)
  const shown = hidden.filter(({ start }) => start < kept.length)
  if (kept.trim() !== '') parts.push({ page: null, ...of, via: 'text', text: kept, hidden: shown })
  if (links.length > MOST_LINKS)
    issues.push(issue('part_limit', { part: of.name ?? of.kind, saw: `${links.length - MOST_LINKS} more links` }))
  for (const { number, opens, isVisible, shows } of links.slice(0, MOST_LINKS)) {
    const nobodySees = isVisible ? [] : [{ start: 0, end: number.length, why: 'link_without_anchor' }]
    parts.push({
      page: null,
      ...of,
      kind: 'link',
      via: 'link',
      text: number,
      hidden: nobodySees,
      opens,
      shows: shows.replace(/\s+/g, ' ').trim(),
    })
  }
}

function tooLong(kind: string, name: string | null, length: number): Issue {
  return issue('text_too_large', { part: name ?? kind, saw: `${length} characters` })
}
