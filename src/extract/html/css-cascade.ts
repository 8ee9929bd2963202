import { readDeclarations, readStyleSheet } from './css-syntax.ts'
import type { Declaration } from './css-syntax.ts'

/** What a selector can ask of an element. */
export type Selectable = {
  readonly name: string
  readonly id: string | undefined
  readonly classes: readonly string[]
}

/** The declarations that win for an element, by property. */
export type Declared = ReadonlyMap<string, string>

type Compound = { readonly name: string | null; readonly id: string | null; readonly classes: readonly string[] }

type Rule = {
  /** Rightmost first; isChild: the next one to the left must be the parent, not any ancestor. */
  readonly compounds: readonly (Compound & { readonly isChild: boolean })[]
  readonly specificity: number
  readonly order: number
  readonly declarations: readonly Declaration[]
}

const MAX_RULES = 5_000
const MAX_COMPOUNDS = 8
/** Classes of one element that rules are asked for. */
const MAX_CLASSES = 64
/** No selector of a mail asks for more classes of one element. */
const MAX_ASKED = 16
/** Looks at ancestors; past it, rules that ask about ancestors are left out, so that time stays bounded. */
const MAX_LOOKS = 5_000_000
const MAX_REMEMBERED = 2_000

const NOTHING: Declared = new Map()

/**
 * The cascade of a document: rules by tag, class, id, descendants and children, `!important`, specificity, inline style.
 *
 * In: sheets, the contents of its `<style>` elements in order. Selectors of other kinds match nothing.
 */
export class Cascade {
  readonly #byKey = new Map<string, Rule[]>()
  readonly #inline = new Map<string, { declarations: readonly Declaration[]; declared: Declared }>()
  /** Every class that stands in a selector. */
  readonly #asked = new Set<string>()
  #looks = 0

  constructor(sheets: readonly string[]) {
    let order = 0
    for (const sheet of sheets) {
      for (const { selectors, declarations } of readStyleSheet(sheet, MAX_RULES - order)) {
        order++
        for (const selector of selectors.split(',', MAX_RULES)) this.#addRule(selector, order, declarations)
      }
    }
  }

  get isEmpty(): boolean {
    return this.#byKey.size === 0
  }

  /** The classes of a `class` attribute that some rule asks for. */
  classesOf(attribute: string | undefined): readonly string[] {
    if (!attribute) return []
    const asked = attribute.split(/\s+/).filter((name) => this.#asked.has(name))
    return [...new Set(asked)].slice(0, MAX_CLASSES)
  }

  /** In: element; ancestors, outermost first; inlineStyle, its `style` attribute. */
  declared(element: Selectable, ancestors: readonly Selectable[], inlineStyle: string | undefined): Declared {
    const rules = this.isEmpty ? [] : this.#matching(element, ancestors)
    const inline = inlineStyle ? this.#readInline(inlineStyle) : null
    if (rules.length === 0) return inline?.declared ?? NOTHING
    rules.sort((a, b) => a.specificity - b.specificity || a.order - b.order)
    return winners([...rules.map((rule) => rule.declarations), inline?.declarations ?? []])
  }

  #addRule(selector: string, order: number, declarations: readonly Declaration[]): void {
    const compounds = readSelector(selector)
    const key = compounds?.[0]
    if (!compounds || !key) return
    for (const { classes } of compounds) for (const name of classes) this.#asked.add(name)
    const specificity = compounds.reduce(
      (sum, { id, classes, name }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (name ? 1 : 0),
      0,
    )
    const at = key.id ? `#${key.id}` : key.classes[0] ? `.${key.classes[0]}` : (key.name ?? '*')
    const rule: Rule = { compounds, specificity, order, declarations }
    const rules = this.#byKey.get(at)
    if (rules) rules.push(rule)
    else this.#byKey.set(at, [rule])
  }

  #matching(element: Selectable, ancestors: readonly Selectable[]): Rule[] {
    const keys = [element.name, '*', ...element.classes.map((name) => `.${name}`)]
    if (element.id) keys.push(`#${element.id}`)
    const matching: Rule[] = []
    for (const key of keys) {
      if (this.#looks > MAX_LOOKS) break
      for (const rule of this.#byKey.get(key) ?? []) if (this.#matches(rule, element, ancestors)) matching.push(rule)
    }
    return matching
  }

  #matches({ compounds }: Rule, element: Selectable, ancestors: readonly Selectable[]): boolean {
    if (++this.#looks > MAX_LOOKS) return false
    const key = compounds[0]
    if (!key || !fits(key, element)) return false
    let at = ancestors.length - 1
    for (let left = 1; left < compounds.length; left++) {
      const compound = compounds[left] as (typeof compounds)[number]
      // A child chain is not tried again higher up: nobody hides text behind `a b > c` with two candidates for b.
      while (at >= 0 && !compound.isChild && !fits(compound, ancestors[at] as Selectable)) {
        if (++this.#looks > MAX_LOOKS) return false
        at--
      }
      if (at < 0 || !fits(compound, ancestors[at] as Selectable)) return false
      at--
    }
    return true
  }

  #readInline(style: string): { declarations: readonly Declaration[]; declared: Declared } {
    const known = this.#inline.get(style)
    if (known) return known
    const declarations = readDeclarations(style)
    const read = { declarations, declared: winners([declarations]) }
    if (this.#inline.size < MAX_REMEMBERED) this.#inline.set(style, read)
    return read
  }
}

/** In: layers of declarations, weakest first. */
function winners(layers: readonly (readonly Declaration[])[]): Declared {
  const won = new Map<string, string>()
  for (const isImportant of [false, true]) {
    for (const layer of layers) {
      for (const one of layer) if (one.isImportant === isImportant) won.set(one.property, one.value)
    }
  }
  return won
}

function fits(compound: Compound, element: Selectable): boolean {
  return (
    (compound.name === null || compound.name === element.name) &&
    (compound.id === null || compound.id === element.id) &&
    compound.classes.every((name) => element.classes.includes(name))
  )
}

/** Out: the compounds, rightmost first; null for a selector that is of another kind. */
function readSelector(selector: string): Rule['compounds'] | null {
  const words = selector.replaceAll('>', ' > ').trim().split(/\s+/)
  if (words.length > 2 * MAX_COMPOUNDS) return null
  const compounds: (Compound & { isChild: boolean })[] = []
  let isChild = false
  for (const word of words.reverse()) {
    if (word === '>') {
      isChild = true
      continue
    }
    const compound = readCompound(word)
    if (!compound) return null
    compounds.push({ ...compound, isChild })
    isChild = false
  }
  return isChild ? null : compounds
}

function readCompound(word: string): Compound | null {
  const shape = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)(?::link|:any-link)?$/i.exec(word)
  if (!shape || word === '') return null
  const names = (shape[2] ?? '').match(/[.#][\w-]+/g) ?? []
  const name = shape[1]?.toLowerCase() ?? null
  const classes = new Set(names.filter((one) => one.startsWith('.')).map((one) => one.slice(1)))
  if (classes.size > MAX_ASKED) return null
  return {
    name: name === '*' ? null : name,
    id: names.find((one) => one.startsWith('#'))?.slice(1) ?? null,
    classes: [...classes],
  }
}
