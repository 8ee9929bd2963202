import { readFileSync } from 'node:fs'
import type { Language } from '../../src/simulate/cast.ts'
import type { MimeNode } from '../../src/simulate/mime.ts'
import type { Random } from '../../src/simulate/random.ts'
import type { SeenNumber } from '../labelled-mail.ts'
import type { Able, Draft } from './draft.ts'
import type { Studio } from './studio.ts'

/** What a lure becomes in a vehicle. Without a text and an HTML of its own, the body says what every cover letter says. */
export type Carried = {
  readonly text?: string
  readonly html?: string
  /** Shown in the HTML by `cid:`. */
  readonly related?: readonly MimeNode[]
  readonly attached?: readonly MimeNode[]
  /** In the headers instead of the letter's own. */
  readonly subject?: string
  readonly fromName?: string
  /** Where the vehicle shows other numbers than the draft's one. */
  readonly seen?: readonly SeenNumber[]
  /** Of the draft's number, where the HTML holds it only there. */
  readonly hidden?: readonly string[]
}

/**
 * One way for a number to travel.
 *
 * where:  what labels call the place. able: how a number can be dressed there. count: mails in a set.
 * asks:   to be called or to be written to.
 * needs:  a program without which it cannot be written.
 */
export type Vehicle = {
  readonly where: string
  readonly able: Able
  readonly count: number
  readonly asks?: 'message'
  readonly needs?: 'heif-enc'
  readonly write: (draft: Draft, studio: Studio) => Carried | Promise<Carried>
}

const COVERS = new Map(
  readFileSync(new URL('words/covers.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
    .map(([language, ...lines]) => [language as Language, lines]),
)

/** What a mail says whose matter is in a file. */
export function coverLine(language: Language, chance: Random): string {
  return chance.pick(COVERS.get(language) ?? [''])
}
