import type { MessagePart } from './api.ts'

/** A link that shows one number and dials another. */
export type Detour = { readonly shows: string; readonly dials: string }

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The number among a link's words that is not the one it dials: as it was read where the words stand in the mail. */
export function detourOf(link: MessagePart, parts: readonly MessagePart[]): Detour | null {
  const dials = link.mentions[0]?.e164
  const words = link.shows
  if (!dials || !words || link.opens !== 'call') return null
  for (const { part, text, mentions } of parts) {
    if (part === 'link') continue
    const shown = mentions.filter(({ start, end }) => words.includes(oneLine(text.slice(start, end))))
    if (shown.length > 0)
      return shown.some(({ e164 }) => e164 === dials) ? null : { shows: shown[0]?.e164 ?? '', dials }
  }
  return null
}

export function detoursOf(parts: readonly MessagePart[]): Detour[] {
  return parts.filter(({ part }) => part === 'link').flatMap((link) => detourOf(link, parts) ?? [])
}
