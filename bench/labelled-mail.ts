import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What a person saw in one mail; the shape of labels.jsonl. */
export type Label = {
  readonly f: string
  readonly numbers: readonly {
    readonly e164: string
    readonly raw: string
    readonly where: string
    readonly role: string
    readonly obf?: readonly string[]
  }[]
  readonly toad: boolean
  readonly brand: readonly string[]
  readonly lang: string
  readonly lure: string
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
