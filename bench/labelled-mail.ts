import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A number in one place of a mail. */
export type SeenNumber = {
  readonly e164: string
  readonly raw: string
  readonly where: string
  readonly role: string
  readonly obf?: readonly string[]
}

/** What is to be seen in one mail; the shape of labels.jsonl. The last lines are told of made-up mail alone. */
export type Label = {
  readonly f: string
  readonly numbers: readonly SeenNumber[]
  readonly toad: boolean
  readonly brand: readonly string[]
  readonly lang: string
  readonly lure: string
  /** How the number travels, in more detail than its place. */
  readonly vehicle?: string
  /** The trusted service that sent it. */
  readonly service?: string
  /** Numbers that stand in it and nobody sees. */
  readonly hidden?: readonly string[]
}

/** One number of a mail, with every place it was seen in. */
export type LabelledNumber = {
  readonly e164: string
  readonly role: string
  readonly where: readonly string[]
  readonly obf: readonly string[]
}

export function readLabels(folder: string): readonly Label[] {
  const lines = readFileSync(join(folder, 'labels.jsonl'), 'utf8').split('\n')
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as Label)
}

/** Distinct numbers of a mail; one that is called in one place is called. */
export function distinctNumbers({ numbers }: Label): readonly LabelledNumber[] {
  const distinct = new Map<string, LabelledNumber>()
  for (const { e164, role, where, obf = [] } of numbers) {
    if (!e164) continue
    const known = distinct.get(e164)
    distinct.set(e164, {
      e164,
      role: known?.role === 'callback' ? known.role : role,
      where: [...new Set([...(known?.where ?? []), where])],
      obf: [...new Set([...(known?.obf ?? []), ...obf])],
    })
  }
  return [...distinct.values()]
}

export function mailIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => join(folder, name))
}
