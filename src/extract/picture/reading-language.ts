import type { Region } from '../../model/phone-number.ts'
import type { ReadingLanguage } from '../engines.ts'
import { regionsOfLanguage } from '../find/regions-of-language.ts'

/** The countries whose languages there is data for, by the one that each language is most likely from. */
const LANGUAGES: Readonly<Partial<Record<Region, ReadingLanguage>>> = {
  BR: 'por',
  DE: 'deu',
  ES: 'spa',
  FR: 'fra',
  NL: 'nld',
}

/** The language to read the pictures of a mail in: that of its words, English where they do not tell. */
export function readingLanguage(text: string): ReadingLanguage {
  const [likeliest] = regionsOfLanguage(text)
  return (likeliest && LANGUAGES[likeliest]) ?? 'eng'
}
