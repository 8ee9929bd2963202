import { bandsOf } from '../../model/sketch.ts'
import { halvesOf, isSameTemplate } from '../../model/template-distance.ts'
import type { Halves } from '../../model/template-distance.ts'

/** What one mail looks like; '' for what it has not. */
export type Print = {
  /** Fingerprint of its words, and their MinHash sketch. */
  readonly template: string
  readonly sketch: string
  /** SHA-256 of the attachment the number stood in, and the perceptual hash of its picture. */
  readonly attachment: string
  readonly picture: string
}

/** Groups of prints that are of one make, growing as prints come. */
export type Lookalikes = {
  /** Takes a print in. Out: its group, as it is named now. */
  add(print: Print): string
  /** The name of the group of a template, an attachment or a picture; itself where none is known. */
  groupOf(kind: PrintKind, value: string): string
}

export type PrintKind = 'template' | 'attachment' | 'picture'

/** Of words that share a band with more than these, the rest is not compared: an enemy may fill a band. */
const MOST_COMPARED = 64

/**
 * Tells which mails are of one make: the same attachment, the same picture, the same words, or words that changed a
 * little. Near words are found by the bands of their sketches, so that no two mails are compared that share none, and
 * told by the distance of their fingerprints. What comes later may join two groups; the name is that of the template,
 * attachment or picture that came first.
 *
 * In:  onJoin, told the name of a group that has become part of another one.
 * Out: in linear time and memory of the distinct prints.
 * Source: Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3 (MinHash, banding).
 */
export function lookalikes(onJoin: (gone: string) => void = () => {}): Lookalikes {
  const indexes = new Map<string, number>()
  const names: string[] = []
  const parents: number[] = []
  /** Of templates by index. */
  const halves: Halves[] = []
  /** Of each band, the templates that hold it. */
  const holders = new Map<string, number[]>()

  const indexOf = (name: string): number => {
    const known = indexes.get(name)
    if (known !== undefined) return known
    const index = parents.push(parents.length) - 1
    indexes.set(name, index)
    names.push(name)
    return index
  }
  const rootOf = (start: number): number => {
    let at = start
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!
      at = parents[at]!
    }
    return at
  }
  /** The one that came first stays the root: its name stays. */
  const join = (one: number, other: number): void => {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a === b) return
    parents[Math.max(a, b)] = Math.min(a, b)
    onJoin(names[Math.max(a, b)]!)
  }
  const joinNear = (template: string, sketch: string, index: number): void => {
    const own = halvesOf(template)
    halves[index] = own
    for (const band of bandsOf(sketch)) {
      const same = holders.get(band)
      if (!same) {
        holders.set(band, [index])
        continue
      }
      for (const other of same) {
        if (rootOf(other) !== rootOf(index) && isSameTemplate(halves[other]!, own)) join(other, index)
      }
      if (same.length < MOST_COMPARED) same.push(index)
    }
  }

  return {
    add({ template, sketch, attachment, picture }) {
      const isNew = template !== '' && !indexes.has(KEY.template + template)
      const own = [
        ...(template ? [indexOf(KEY.template + template)] : []),
        ...(attachment ? [indexOf(KEY.attachment + attachment)] : []),
        ...(picture ? [indexOf(KEY.picture + picture)] : []),
      ]
      const [first, ...others] = own
      if (first === undefined) return ''
      if (isNew) joinNear(template, sketch, first)
      for (const other of others) join(first, other)
      return names[rootOf(first)]!
    },
    groupOf(kind, value) {
      const index = indexes.get(KEY[kind] + value)
      return index === undefined ? KEY[kind] + value : names[rootOf(index)]!
    },
  }
}

const KEY: Readonly<Record<PrintKind, string>> = { template: 't:', attachment: 'a:', picture: 'p:' }
