import type { Declared } from './css-cascade.ts'
import { split } from './css-declarations.ts'

/** Custom properties by name, as they are inherited. */
export type Variables = ReadonlyMap<string, string>

const MOST_VARIABLES = 500
const DEEPEST = 8
const LONGEST = 4_000

/** The custom properties inside an element. */
export function variablesIn(declared: Declared, around: Variables): Variables {
  let own: Map<string, string> | null = null
  for (const [property, value] of declared) {
    if (!property.startsWith('--')) continue
    own ??= new Map(around)
    if (own.size < MOST_VARIABLES) own.set(property, value)
  }
  return own ?? around
}

/** The declarations with the values of their variables; those whose variables have none are left out. */
export function withVariables(declared: Declared, variables: Variables): Declared {
  let resolved: Map<string, string> | null = null
  for (const [property, value] of declared) {
    if (property.startsWith('--') || !value.includes('var(')) continue
    resolved ??= new Map(declared)
    const read = substituted(value, variables, DEEPEST)
    if (read === null) resolved.delete(property)
    else resolved.set(property, property === 'content' ? read.trim() : read.trim().toLowerCase())
  }
  return resolved ?? declared
}

/** Source: CSS Variables 1, section 3. Out: null where the value is then no value. */
function substituted(value: string, variables: Variables, deeper: number): string | null {
  const start = value.indexOf('var(')
  if (start < 0) return value
  if (deeper === 0 || value.length > LONGEST) return null
  const end = closing(value, start + 4)
  const [name = '', ...fallback] = split(value.slice(start + 4, end), ',')
  const own = variables.get(name.trim()) ?? (fallback.length > 0 ? fallback.join(',') : undefined)
  const inside = own === undefined ? null : substituted(own, variables, deeper - 1)
  return inside === null
    ? null
    : substituted(`${value.slice(0, start)}${inside}${value.slice(end + 1)}`, variables, deeper - 1)
}

function closing(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return text.length
}
