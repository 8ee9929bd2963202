/** A number, or what has a unit: CSS adds only what is alike, and passes over a declaration that does otherwise. */
export type Amount = { readonly size: number; readonly hasUnit: boolean }

/** Nobody needs a longer one; a deeper one cannot be longer. */
const LONGEST = 200

/**
 * What `calc()`, `min()`, `max()` and `clamp()` come to. Source: CSS Values 4, section 10.
 *
 * In:  text, lower case; amountOf reads what has a unit.
 * Out: null for what is none of them, no sum, or cannot be told.
 */
export function calculated(text: string, amountOf: (term: string) => number | null): Amount | null {
  if (text.length > LONGEST) return null
  const tokens = text.match(/(?:calc|min|max|clamp)?\(|[+-]?(?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)?|\S/g) ?? []
  let at = 0
  const term = (): Amount | null => {
    const token = tokens[at++] ?? ''
    if (token.endsWith('(')) return call(token)
    if (!/\d/.test(token)) return null
    const hasUnit = /[a-z%]$/.test(token)
    const size = hasUnit ? amountOf(token) : Number(token)
    return size === null ? null : { size, hasUnit }
  }
  const call = (name: string): Amount | null => {
    const amounts: Amount[] = []
    do {
      const amount = sum()
      if (!amount) return null
      amounts.push(amount)
    } while (tokens[at++] === ',')
    const [first] = amounts
    if (tokens[at - 1] !== ')' || !first || amounts.some(({ hasUnit }) => hasUnit !== first.hasUnit)) return null
    const size = chosen(
      name,
      amounts.map((amount) => amount.size),
    )
    return size === null ? null : { size, hasUnit: first.hasUnit }
  }
  const product = (): Amount | null => {
    let left = term()
    while (left && (tokens[at] === '*' || tokens[at] === '/')) {
      const isOver = tokens[at++] === '/'
      const right = term()
      if (!right || (right.hasUnit && (isOver || left.hasUnit)) || (isOver && right.size === 0)) return null
      left = {
        size: isOver ? left.size / right.size : left.size * right.size,
        hasUnit: left.hasUnit || right.hasUnit,
      }
    }
    return left
  }
  const sum = (): Amount | null => {
    let left = product()
    while (left && (tokens[at] === '+' || tokens[at] === '-')) {
      const sign = tokens[at++] === '-' ? -1 : 1
      const right = product()
      if (!right || right.hasUnit !== left.hasUnit) return null
      left = { size: left.size + sign * right.size, hasUnit: left.hasUnit }
    }
    return left
  }
  const amount = tokens[0]?.endsWith('(') === true ? term() : null
  return at === tokens.length && amount && Number.isFinite(amount.size) ? amount : null
}

function chosen(name: string, sizes: readonly number[]): number | null {
  if (name === 'min(') return Math.min(...sizes)
  if (name === 'max(') return Math.max(...sizes)
  const [first = 0, middle = 0, last = 0] = sizes
  if (name === 'clamp(') return sizes.length === 3 ? Math.max(first, Math.min(middle, last)) : null
  return sizes.length === 1 ? first : null
}
