import type { AttributeTest, Compound, Nth } from './css-selector.ts'
import type { StartTag } from './start-tag.ts'

/** An element among others, as far as selectors ask. */
export type Placed = {
  readonly tag: StartTag
  /** null for the root. */
  readonly parent: Placed | null
  /** The element before it under the same parent; kept only where some selector asks. */
  readonly previous: Placed | null
  /** Counted from 1 among the elements of its parent. */
  readonly index: number
}

/** Whether nothing of it depends on where an element stands. */
export function isOfTagAlone({ isRoot, nth, not, any }: Compound): boolean {
  return !isRoot && nth.length === 0 && not.every(isOfTagAlone) && any.every((some) => some.every(isOfTagAlone))
}

/** What matching needs: classesOf, the classes of a tag that some selector asks for; look, told what each look costs. */
export type Matching = {
  readonly classesOf: (tag: StartTag) => ReadonlySet<string>
  readonly look: (cost: number) => void
}

/** Whether a tag is one that a compound asks for; what depends on its place is taken as given. */
export function fitsTag(compound: Compound, tag: StartTag, matching: Matching): boolean {
  if (compound.name !== null && compound.name !== tag.name) return false
  if (compound.id !== null && compound.id !== tag.attributes.get('id')) return false
  if (compound.classes.length > 0) {
    const own = matching.classesOf(tag)
    for (const name of compound.classes) if (!own.has(name)) return false
  }
  for (const test of compound.attributes) if (!hasAttribute(test, tag, matching)) return false
  for (const not of compound.not) if (isOfTagAlone(not) && fitsTag(not, tag, matching)) return false
  return compound.any.every((some) => some.some((one) => fitsTag(one, tag, matching)))
}

/** Whether an element that fits by its tag fits by its place, too. */
export function fitsPlace(compound: Compound, element: Placed, matching: Matching): boolean {
  if (compound.isRoot && element.parent !== null) return false
  const { nth, not, any } = compound
  if (!nth.every((one) => isNth(one, one.ofType ? indexOfType(element, matching) : element.index))) return false
  const fits = (one: Compound): boolean => fitsTag(one, element.tag, matching) && fitsPlace(one, element, matching)
  return (
    !not.some((one) => !isOfTagAlone(one) && fits(one)) &&
    any.every((some) => some.every(isOfTagAlone) || some.some(fits))
  )
}

function isNth({ step, first }: Nth, index: number): boolean {
  const distance = index - first
  return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0
}

function indexOfType(element: Placed, { look }: Matching): number {
  let index = 1
  for (let elder = element.previous; elder !== null; elder = elder.previous) {
    look(1)
    if (elder.tag.name === element.tag.name) index++
  }
  return index
}

function hasAttribute(
  { name, how, value, ignoresCase }: AttributeTest,
  { attributes }: StartTag,
  { look }: Matching,
): boolean {
  const written = attributes.get(name)
  if (written === undefined) return false
  if (how === '') return true
  look(written.length >> 5)
  const own = ignoresCase ? written.toLowerCase() : written
  switch (how) {
    case '=':
      return own === value
    case '^=':
      return value !== '' && own.startsWith(value)
    case '$=':
      return value !== '' && own.endsWith(value)
    case '*=':
      return value !== '' && own.includes(value)
    case '~=':
      return value !== '' && own.split(/\s+/).includes(value)
    default:
      return own === value || own.startsWith(`${value}-`)
  }
}
