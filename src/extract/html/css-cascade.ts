import { readDeclarations, split } from './css-declarations.ts'
import type { Declaration } from './css-declarations.ts'
import { isListKnown } from './css-pseudo.ts'
import { readSelector } from './css-selector.ts'
import type { Compound, Selector } from './css-selector.ts'
import { readStyleSheet } from './css-syntax.ts'
import { fitsPlace, fitsTag, isOfTagAlone } from './selector-fit.ts'
import type { Matching, Placed } from './selector-fit.ts'
import type { StartTag } from './start-tag.ts'

/** The declarations that win for an element, by property. */
export type Declared = ReadonlyMap<string, string>

export type Pseudo = NonNullable<Selector['pseudo']>

type Rule = Selector & { readonly order: number; readonly declarations: readonly Declaration[] }

/** What a tag alone says of its elements. */
export type TagRules = {
  /** What wins where no rule asks for a place. */
  readonly anywhere: Declared
  /** Rules that may hold for it, by where it stands. */
  readonly byPlace: readonly Rule[]
  /** Rules for `::before` and `::after`. */
  readonly ofPseudo: readonly Rule[]
  /** The layers `anywhere` is made of. */
  readonly hints: readonly Declaration[]
  readonly always: readonly Rule[]
  readonly inline: readonly Declaration[]
}

const MAX_RULES = 50_000
/** Selectors of one rule. */
const MAX_LISTED = 2_000
/** Classes of one element that rules are asked for. */
const MAX_CLASSES = 64
/** Looks at rules and elements; past it, rules are left out, so that time stays bounded. */
const MAX_LOOKS = 5_000_000
const MAX_REMEMBERED = 4_000

const NOTHING: Declared = new Map()
const NO_CLASSES: ReadonlySet<string> = new Set()
/** Of a tag of which nothing is said. */
export const NO_RULES: TagRules = { anywhere: NOTHING, byPlace: [], ofPseudo: [], hints: [], always: [], inline: [] }

/**
 * The cascade of a document: selectors by specificity and order, `!important`, inline style.
 *
 * In: sheets, the contents of its `<style>` elements in order.
 */
export class Cascade {
  readonly #byKey = new Map<string, Rule[]>()
  readonly #classes = new Map<string, ReadonlySet<string>>()
  readonly #inline = new Map<string, readonly Declaration[]>()
  /** Every class that stands in a selector. */
  readonly #asked = new Set<string>()
  #looks = 0
  /** Whether some selector asks what stands before an element. */
  readonly asksSiblings: boolean

  constructor(sheets: readonly string[]) {
    let order = 0
    let asksSiblings = false
    for (const sheet of sheets) {
      for (const { selectors, declarations } of readStyleSheet(sheet, MAX_RULES - order)) {
        order++
        if (!isListKnown(selectors)) continue
        for (const text of split(selectors, ',').slice(0, MAX_LISTED)) {
          const selector = readSelector(text)
          if (!selector) continue
          this.#addRule({ ...selector, order, declarations })
          asksSiblings ||= selector.steps.some(
            ({ compound, left }) => left === '+' || left === '~' || asksType(compound),
          )
        }
      }
    }
    this.asksSiblings = asksSiblings
  }

  /** In: hints, what the tag's attributes say of its style, weaker than any rule. */
  rulesOf(tag: StartTag, hints: readonly Declaration[]): TagRules {
    const style = tag.attributes.get('style')
    if (this.#byKey.size === 0 && style === undefined && hints.length === 0) return NO_RULES
    const found = this.#candidates(tag)
    const own = found.filter(({ pseudo }) => pseudo === null)
    const always = own.filter(isAnywhere).sort(byStrength)
    const inline = style === undefined ? [] : this.#readInline(style)
    return {
      anywhere: winners([hints, ...always.map(({ declarations }) => declarations), inline]),
      byPlace: own.filter((rule) => !isAnywhere(rule)),
      ofPseudo: found.filter(({ pseudo }) => pseudo !== null),
      hints,
      always,
      inline,
    }
  }

  declared(element: Placed, { anywhere, byPlace, hints, always, inline }: TagRules): Declared {
    const holding = this.#holding(byPlace, element)
    if (holding.length === 0) return anywhere
    this.#looks += always.length
    const rules = [...always, ...holding].sort(byStrength)
    return winners([hints, ...rules.map(({ declarations }) => declarations), inline])
  }

  /** What is said of the box before or after an element's content. */
  declaredOfPseudo(element: Placed, { ofPseudo }: TagRules, which: Pseudo): Declared {
    const rules = ofPseudo.filter(({ pseudo }) => pseudo === which)
    return winners(
      this.#holding(rules, element)
        .sort(byStrength)
        .map(({ declarations }) => declarations),
    )
  }

  #addRule(rule: Rule): void {
    for (const { compound } of rule.steps) this.#askFor(compound)
    const key = rule.steps[0]?.compound
    if (!key) return
    const at = key.id !== null ? `#${key.id}` : key.classes[0] ? `.${key.classes[0]}` : (key.name ?? '*')
    const rules = this.#byKey.get(at)
    if (rules) rules.push(rule)
    else this.#byKey.set(at, [rule])
  }

  #askFor({ classes, not, any }: Compound): void {
    for (const name of classes) this.#asked.add(name)
    for (const one of [...not, ...any.flat()]) this.#askFor(one)
  }

  #candidates(tag: StartTag): Rule[] {
    if (this.#byKey.size === 0) return []
    const keys = [tag.name, '*', ...[...this.#classesOf(tag)].map((name) => `.${name}`)]
    const id = tag.attributes.get('id')
    if (id) keys.push(`#${id}`)
    const found: Rule[] = []
    for (const key of keys) {
      for (const rule of this.#byKey.get(key) ?? []) {
        if (++this.#looks > MAX_LOOKS) return found
        if (rule.steps[0] && fitsTag(rule.steps[0].compound, tag, this.#matching)) found.push(rule)
      }
    }
    return found
  }

  readonly #matching: Matching = {
    classesOf: (tag) => this.#classesOf(tag),
    look: (cost) => {
      this.#looks += cost
    },
  }

  #classesOf(tag: StartTag): ReadonlySet<string> {
    const attribute = tag.attributes.get('class')
    if (!attribute) return NO_CLASSES
    const known = this.#classes.get(attribute)
    if (known) return known
    const asked = new Set<string>()
    for (const name of attribute.split(/\s+/)) if (asked.size < MAX_CLASSES && this.#asked.has(name)) asked.add(name)
    if (this.#classes.size < MAX_REMEMBERED) this.#classes.set(attribute, asked)
    return asked
  }

  #holding(rules: readonly Rule[], element: Placed): Rule[] {
    const holding: Rule[] = []
    for (const rule of rules) {
      if (this.#looks > MAX_LOOKS) break
      if (this.#matches(rule, 0, element)) holding.push(rule)
    }
    return holding
  }

  /** In: step, from which on the rule has still to be shown to hold; its own compound fits the tag of the element. */
  #matches(rule: Rule, step: number, element: Placed): boolean {
    if (++this.#looks > MAX_LOOKS) return false
    const own = rule.steps[step]
    if (!own || !fitsPlace(own.compound, element, this.#matching)) return false
    const next = rule.steps[step + 1]
    if (!next) return true
    const isElder = own.left === '+' || own.left === '~'
    const isNext = own.left === '+' || own.left === '>'
    for (
      let other = isElder ? element.previous : element.parent;
      other;
      other = isElder ? other.previous : other.parent
    ) {
      if (++this.#looks > MAX_LOOKS) return false
      if (fitsTag(next.compound, other.tag, this.#matching) && this.#matches(rule, step + 1, other)) return true
      if (isNext) return false
    }
    return false
  }

  #readInline(style: string): readonly Declaration[] {
    const known = this.#inline.get(style)
    if (known) return known
    const read = readDeclarations(style)
    if (this.#inline.size < MAX_REMEMBERED) this.#inline.set(style, read)
    return read
  }
}

function isAnywhere({ steps }: Rule): boolean {
  return steps.length === 1 && steps.every(({ compound }) => isOfTagAlone(compound))
}

function byStrength(one: Rule, other: Rule): number {
  return one.specificity - other.specificity || one.order - other.order
}

function asksType({ nth, not, any }: Compound): boolean {
  return nth.some(({ ofType }) => ofType) || [...not, ...any.flat()].some(asksType)
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
