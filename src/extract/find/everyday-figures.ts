import type { Group } from './digit-groups.ts'

/** Groups chained by one and the same sign: `2026-05-06`, `192.168.0.1`, `1,234,567`. shape: their lengths, `4-2-2`. */
type Chain = {
  readonly sign: string
  readonly shape: string
  readonly groups: readonly Group[]
  readonly next: string
  readonly before: string
}

type Figure = { readonly name: string; readonly is: (chain: Chain) => boolean }

const value = (group: Group | undefined): number => Number(group?.digits || Number.NaN)
const within = (number: number, from: number, to: number): boolean => number >= from && number <= to

/** What people write with digits every day that is no telephone number, told by its shape alone. */
const FIGURES: readonly Figure[] = [
  {
    name: 'time',
    is: ({ sign, groups }) => sign === ':' && groups.every((g) => g.digits.length <= 2 && value(g) < 60),
  },
  { name: 'date', is: (chain) => '-/.:'.includes(chain.sign) && chain.groups.length === 3 && isDate(chain.groups) },
  { name: 'address of a machine', is: ({ sign, groups }) => sign === '.' && isAddress(groups) },
  {
    name: 'version',
    is: ({ sign, groups }) => sign === '.' && groups.length > 3 && groups.some((g) => g.digits === '0'),
  },
  { name: 'barcode', is: ({ shape }) => shape === '1-6-6' },
  { name: 'thousands', is: (chain) => ',.'.includes(chain.sign) && isThousands(chain) },
  { name: 'decimal', is: (chain) => chain.sign === '.' && isDecimal(chain) },
  { name: 'card', is: ({ shape }) => /^(?:4-4-4-4(?:-\d)?|4-6-[45])$/.test(shape) },
  {
    name: 'Brazilian tax id',
    is: ({ sign, shape, next }) => sign === '.' && /^[23]-3-3$/.test(shape) && /^[-/]$/.test(next),
  },
]

/** Says of each group of a run whether it belongs to such a figure. */
export function everydayFigures(text: string, groups: readonly Group[]): boolean[] {
  const isFigure = groups.map(() => false)
  let first = 0
  while (first < groups.length - 1) {
    const sign = signAfter(text, groups, first)
    let last = first + 1
    if (sign !== '') while (signAfter(text, groups, last) === sign) last++
    if (sign !== '' && groups[first]?.gap.plus === -1 && !isGluedBefore(groups, first)) {
      const before = first === 0 ? text.charAt((groups[0]?.start ?? 0) - 1) : ''
      const next = signAfter(text, groups, last)
      const chained = groups.slice(first, last + 1)
      const chain: Chain = { sign, shape: shapeOf(chained), groups: chained, next, before }
      if (isEveryday(chain)) isFigure.fill(true, first, last + 1)
    }
    first = last
  }
  return isFigure
}

/** `8O.55.27` goes on from the digit before its letter. */
function isGluedBefore(groups: readonly Group[], index: number): boolean {
  return index > 0 && groups[index - 1]?.end === groups[index]?.start
}

function shapeOf(groups: readonly Group[]): string {
  let shape = ''
  for (const { digits } of groups) shape += shape === '' ? digits.length : `-${digits.length}`
  return shape
}

function isEveryday(chain: Chain): boolean {
  for (const figure of FIGURES) if (figure.is(chain)) return true
  return false
}

/** The one sign between a group and the next; '' where there is more or less than one. */
function signAfter(text: string, groups: readonly Group[], index: number): string {
  const [group, next] = [groups[index], groups[index + 1]]
  return group && next && next.start - group.end === 1 ? text.charAt(group.end) : ''
}

function isDate([a, b, c]: readonly Group[]): boolean {
  const [first, second, third] = [value(a), value(b), value(c)]
  if (a?.digits.length === 4) return within(first, 1900, 2100) && within(second, 1, 12) && within(third, 1, 31)
  const isYear = c?.digits.length === 4 ? within(third, 1900, 2100) : c?.digits.length === 2
  const isDayAndMonth = within(first, 1, 31) && within(second, 1, 31) && Math.min(first, second) <= 12
  return isYear && isDayAndMonth && (a?.digits.length ?? 9) <= 2 && (b?.digits.length ?? 9) <= 2
}

function isAddress(groups: readonly Group[]): boolean {
  return groups.length === 4 && groups.every((group) => group.digits.length <= 3 && value(group) <= 255)
}

function isThousands({ sign, groups, next, before }: Chain): boolean {
  const inThrees = groups.every(({ digits }, index) => (index === 0 ? digits.length <= 3 : digits.length === 3))
  return inThrees && (sign === ',' || next === ',' || /\p{Sc}/u.test(before))
}

/** A point before seven digits may part an area code from a number; what stands around it tells. */
function isDecimal({ groups: [whole, part], groups, before }: Chain): boolean {
  if (groups.length !== 2 || !whole || !part) return false
  if (/[\p{Sc}-]/u.test(before)) return true
  return part.digits.length === 2 || (whole.digits.length <= 3 && part.digits.length > 4 && part.digits.length !== 7)
}
