import { split, unescaped } from './css-declarations.ts'

export type AttributeTest = {
  readonly name: string
  readonly how: string
  readonly value: string
  readonly ignoresCase: boolean
}

/** How many: those whose number is `step × n + first`, n ≥ 0; ofType: counted among elements of the same name. */
export type Nth = { readonly step: number; readonly first: number; readonly ofType: boolean }

export type Compound = {
  readonly name: string | null
  readonly id: string | null
  readonly classes: readonly string[]
  readonly attributes: readonly AttributeTest[]
  readonly isRoot: boolean
  readonly nth: readonly Nth[]
  /** None of them may hold. */
  readonly not: readonly Compound[]
  /** One of each has to hold. */
  readonly any: readonly (readonly Compound[])[]
}

/** What stands left of a compound has to be its ancestor, parent, elder sibling or next elder sibling. */
export type Combinator = ' ' | '>' | '~' | '+'

export type Selector = {
  /** Rightmost first, each with what joins it to the next one to the left. */
  readonly steps: readonly { readonly compound: Compound; readonly left: Combinator }[]
  readonly specificity: number
  readonly pseudo: 'before' | 'after' | null
}

const MAX_STEPS = 12
/** No selector of a mail asks for more of one element. */
const MAX_TESTS = 32

const ID = 1_000_000
const CLASS = 1_000

type Draft = {
  name: string | null
  id: string | null
  classes: string[]
  attributes: AttributeTest[]
  isRoot: boolean
  nth: Nth[]
  not: Compound[]
  any: Compound[][]
  pseudo: 'before' | 'after' | null
  specificity: number
  tests: number
}

const NAME = String.raw`(?:[\w-]|[^\0-\x7F]|\\.)+`
const PIECES: readonly RegExp[] = [
  new RegExp(`[.#]${NAME}`, 'y'),
  /\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s\]"']+))\s*([is])?\s*)?\]/iy,
  /::?[\w-]+(?:\(((?:[^()]|\([^()]*\))*)\))?/y,
  new RegExp(`\\*|${NAME}`, 'y'),
]

/**
 * Reads one selector.
 *
 * Out: null for one that asks for what is not known here (`:has()`, `:hover`, what follows an element): it matches
 *      nothing.
 * Source: Selectors 4.
 */
export function readSelector(text: string): Selector | null {
  const steps: { compound: Compound; left: Combinator }[] = []
  let specificity = 0
  let pseudo: Selector['pseudo'] = null
  let at = 0
  let left: Combinator = ' '
  for (const source = text.trim(); at < source.length;) {
    const read = readCompound(source, at)
    if (!read || pseudo !== null || steps.length === MAX_STEPS) return null
    steps.unshift({ compound: read.draft, left })
    specificity += read.draft.specificity
    pseudo = read.draft.pseudo
    const joint = /\s*([>~+]?)\s*/y
    joint.lastIndex = read.end
    const found = joint.exec(source)
    at = joint.lastIndex
    if (!found || at === source.length) return found?.[1] ? null : { steps, specificity, pseudo }
    if (found[0] === '') return null
    left = (found[1] || ' ') as Combinator
  }
  return null
}

function readCompound(source: string, from: number): { draft: Draft; end: number } | null {
  const draft: Draft = {
    name: null,
    id: null,
    classes: [],
    attributes: [],
    isRoot: false,
    nth: [],
    not: [],
    any: [],
    pseudo: null,
    specificity: 0,
    tests: 0,
  }
  let at = from
  for (;;) {
    let end = at
    for (const piece of PIECES) {
      piece.lastIndex = at
      const match = piece.exec(source)
      if (!match) continue
      if (!take(draft, match, at === from) || draft.tests > MAX_TESTS) return null
      end = at + match[0].length
      break
    }
    if (end === at) return at === from ? null : { draft, end }
    at = end
  }
}

/** Takes one piece of a compound; false for one that cannot be had here. */
function take(draft: Draft, match: RegExpExecArray, isFirst: boolean): boolean {
  const [whole] = match
  const mark = whole[0]
  draft.tests++
  if (mark === '#' || mark === '.') {
    const name = unescaped(whole.slice(1))
    draft.specificity += mark === '#' ? ID : CLASS
    if (mark === '.') {
      if (draft.classes.includes(name)) draft.tests--
      else draft.classes.push(name)
    } else if (draft.id !== null && draft.id !== name) return false
    else draft.id = name
    return true
  }
  if (mark === '[') {
    const value = match[3] ?? match[4] ?? match[5] ?? ''
    const ignoresCase = match[6]?.toLowerCase() === 'i'
    draft.attributes.push({
      name: (match[1] ?? '').toLowerCase(),
      how: match[2] ?? '',
      value: ignoresCase ? value.toLowerCase() : value,
      ignoresCase,
    })
    draft.specificity += CLASS
    return true
  }
  if (mark === ':') return takePseudo(draft, whole.replace(/\(.*$/s, '').toLowerCase(), match[1]?.trim() ?? null)
  if (!isFirst) return false
  draft.name = whole === '*' ? null : unescaped(whole).toLowerCase()
  if (draft.name !== null) draft.specificity += 1
  return true
}

function takePseudo(draft: Draft, name: string, inside: string | null): boolean {
  draft.specificity += CLASS
  switch (name) {
    case ':before':
    case ':after':
    case '::before':
    case '::after':
      draft.pseudo = name.endsWith('before') ? 'before' : 'after'
      draft.specificity += 1 - CLASS
      return true
    case ':root':
      draft.isRoot = true
      return true
    case ':link':
    case ':any-link':
      draft.attributes.push({ name: 'href', how: '', value: '', ignoresCase: false })
      return true
    case ':checked':
      draft.attributes.push({ name: 'checked', how: '', value: '', ignoresCase: false })
      return true
    case ':first-child':
      return draft.nth.push({ step: 0, first: 1, ofType: false }) > 0
    case ':first-of-type':
      return draft.nth.push({ step: 0, first: 1, ofType: true }) > 0
    case ':nth-child':
    case ':nth-of-type': {
      const nth = readNth(inside ?? '', name === ':nth-of-type')
      if (nth) draft.nth.push(nth)
      return nth !== null
    }
    case ':not':
    case ':is':
    case ':where':
    case ':matches':
    case ':-webkit-any': {
      const list = readCompounds(inside ?? '', name !== ':not')
      if (!list) return false
      if (name === ':not') draft.not.push(...list.compounds)
      else draft.any.push([...list.compounds])
      draft.specificity += (name === ':where' ? 0 : list.specificity) - CLASS
      return true
    }
    default:
      return false
  }
}

/** A list of selectors that ask for one element each; null where one does not, unless the list forgives it. */
function readCompounds(
  list: string,
  forgives: boolean,
): { compounds: readonly Compound[]; specificity: number } | null {
  const compounds: Compound[] = []
  let specificity = 0
  for (const text of split(list, ',')) {
    const selector = readSelector(text)
    const only = selector?.steps[0]
    if (!selector || !only || selector.steps.length > 1 || selector.pseudo !== null) {
      if (forgives) continue
      return null
    }
    compounds.push(only.compound)
    specificity = Math.max(specificity, selector.specificity)
  }
  return compounds.length > MAX_TESTS ? null : { compounds, specificity }
}

function readNth(text: string, ofType: boolean): Nth | null {
  const words = text.toLowerCase().replace(/\s+/g, '')
  if (words === 'odd') return { step: 2, first: 1, ofType }
  if (words === 'even') return { step: 2, first: 2, ofType }
  const shape = /^(?:([+-]?\d{0,6})n)?([+-]?\d{1,6})?$/.exec(words)
  if (!shape || words === '') return null
  const step = shape[1] === undefined ? 0 : /\d/.test(shape[1]) ? Number(shape[1]) : Number(`${shape[1]}1`)
  return { step, first: Number(shape[2] ?? 0), ofType }
}
