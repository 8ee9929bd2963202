/** What media queries are asked of: a mail program in its light colours, in a window on a desk. */
const WINDOW: Readonly<Record<string, number>> = {
  width: 1024,
  'device-width': 1024,
  height: 768,
  'device-height': 768,
  resolution: 1,
  'device-pixel-ratio': 1,
  '-webkit-device-pixel-ratio': 1,
  color: 8,
  monochrome: 0,
}
const WORDS: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  scripting: 'none',
}
const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  em: 16,
  rem: 16,
  pt: 4 / 3,
  in: 96,
  cm: 96 / 2.54,
  dppx: 1,
  x: 1,
  dpi: 1 / 96,
}

const TOGETHER = /^(?:(not|only)\s+)?(?:([a-z-]+)(?:\s+and\s+|$))?/
const MEDIA: ReadonlySet<string> = new Set(['all', 'screen'])
const LONGEST = 2_000

/** Whether a `media` attribute or the words behind `@media` let their rules through here. */
export function mediaApplies(condition: string): boolean {
  const query = condition.slice(0, LONGEST).trim().toLowerCase()
  return query === '' || query.split(',').some((one) => queryApplies(one.trim()))
}

function queryApplies(query: string): boolean {
  const head = TOGETHER.exec(query)
  const isNot = head?.[1] === 'not'
  const medium = head?.[2]
  const features = [...query.matchAll(/\(([^()]*)\)/g)].map((match) => featureApplies((match[1] ?? '').trim()))
  // A medium nobody knows, and words that are no query, apply nowhere, whatever is said of them.
  if (medium === undefined && features.length === 0) return false
  const isOr = /\)\s*or\s*\(/.test(query)
  const isMet = isOr ? features.some(Boolean) : features.every(Boolean)
  return ((medium === undefined || MEDIA.has(medium)) && isMet) !== isNot
}

function featureApplies(feature: string): boolean {
  const range = /^([a-z-]+)\s*([<>]=?|=)\s*([\d.]+[a-z]*)$/.exec(feature)
  if (range) return compare(WINDOW[range[1] ?? ''], range[2] ?? '', valueOf(range[3] ?? ''))
  const between = /^([\d.]+[a-z]*)\s*(<=?)\s*([a-z-]+)(?:\s*(<=?)\s*([\d.]+[a-z]*))?$/.exec(feature)
  if (between) {
    const own = WINDOW[between[3] ?? '']
    const isAbove = own !== undefined && compare(valueOf(between[1] ?? '') ?? undefined, between[2] ?? '', own)
    return isAbove && (between[4] === undefined || compare(own, between[4], valueOf(between[5] ?? '')))
  }
  const [name = '', value] = feature.split(':').map((word) => word.trim())
  const own = WORDS[name]
  if (own !== undefined) return value === undefined ? own !== 'none' : value === own
  const bound = /^(-webkit-)?(min|max)-(?:-moz-)?(.+)$/.exec(name)
  const size = WINDOW[(bound?.[1] ?? '') + (bound?.[3] ?? name)]
  if (size === undefined) return false
  return value === undefined
    ? size > 0
    : compare(size, bound?.[2] === 'min' ? '>=' : bound ? '<=' : '=', valueOf(value))
}

function compare(own: number | undefined, how: string, other: number | null): boolean {
  if (own === undefined || other === null) return false
  if (how === '=') return own === other
  return (how.endsWith('=') && own === other) || (how.startsWith('<') ? own < other : own > other)
}

function valueOf(text: string): number | null {
  const shape = /^(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})([a-z]*)$/.exec(text)
  const unit = shape?.[2] ? PIXELS[shape[2]] : 1
  return shape && unit !== undefined ? Number(shape[1]) * unit : null
}

/** Properties that browsers and mail programs on a desk do not have: who asks for them means a telephone, or one maker. */
const NOT_HERE = /^\s*(?:-webkit-(?:overflow-scrolling|touch-callout)|-(?:moz|ms|o|apple)-)/

/** Whether the words behind `@supports` let their rules through: what is asked for is there, with few exceptions. */
export function supportsApplies(condition: string): boolean {
  const query = condition.slice(0, LONGEST).trim().toLowerCase()
  const asked = [...query.matchAll(/\(([^()]*)/g)].filter((match) => (match[1] ?? '').includes(':'))
  const has = asked.map((match) => !NOT_HERE.test(match[1] ?? ''))
  const isMet = /\)\s*or\s*\(/.test(query) ? has.some(Boolean) : has.every(Boolean)
  return isMet !== /^not\b/.test(query)
}
