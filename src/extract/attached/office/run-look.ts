import { scanXml } from './scan-xml.ts'

/** How a run of letters looks, as far as it is said. Colours are RRGGBB in small letters; sizes in points. */
export type RunLook = {
  readonly isHidden?: boolean
  readonly color?: string
  readonly fill?: string
  readonly size?: number
}

/** Smaller letters are not read. */
const LEAST_POINTS = 1.5
/** Of each channel. */
const NEARLY_WHITE = 0xf4

/**
 * Why nobody sees letters that look so.
 *
 * In: isOnWhite, whether what lies behind them, where they have no filling of their own, is known to be white.
 */
export function whyUnseen({ isHidden, color, fill, size }: RunLook, isOnWhite: boolean): string | null {
  if (isHidden === true) return 'display'
  if (size !== undefined && size <= LEAST_POINTS) return 'font_size'
  if (color === undefined) return null
  if (fill !== undefined) return fill === color ? 'color' : null
  return isOnWhite && isNearlyWhite(color) ? 'color' : null
}

export function isNearlyWhite(color: string): boolean {
  const channels = color.match(/^[\da-f]{6}$/i)
    ? [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    : []
  return channels.length > 0 && channels.every((channel) => channel >= NEARLY_WHITE)
}

/** A switch of the format: there and not said to be off. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value)
}

/** What one element among the properties of a run, paragraph or cell says of its look; null for none that matters. */
export function lookOf(name: string, value: (attribute: string) => string | undefined): RunLook | null {
  switch (name) {
    case 'vanish':
    case 'specVanish':
      return { isHidden: isOn(value('val')) }
    case 'color': {
      const color = value('val')?.toLowerCase()
      return color === undefined || color === 'auto' ? null : { color }
    }
    case 'sz':
      // Half points.
      return { size: Number(value('val')) / 2 }
    case 'shd': {
      const fill = value('fill')?.toLowerCase()
      return fill === undefined || fill === 'auto' ? null : { fill }
    }
    case 'highlight':
      return isOn(value('val')) ? { fill: value('val') ?? '' } : null
    default:
      return null
  }
}

const DEEPEST_STYLES = 10

/** The looks that a document's styles give, by their ids. Source: ECMA-376, part 1, section 17.7. */
export function readStyles(xml: string): Map<string, RunLook> {
  const own = new Map<string, RunLook & { basedOn?: string }>()
  let id: string | null = null
  scanXml(xml, {
    isDone: false,
    open(name, attributes) {
      if (name === 'style') own.set((id = attributes('styleId') ?? ''), {})
      if (id === null) return
      const basedOn = name === 'basedOn' ? attributes('val') : undefined
      const look = basedOn === undefined ? lookOf(name, attributes) : { basedOn }
      if (look) own.set(id, { ...own.get(id), ...look })
    },
    close(name) {
      if (name === 'style') id = null
    },
    text() {},
  })
  const resolved = (style: string, depth: number): RunLook => {
    const { basedOn, ...look } = own.get(style) ?? {}
    return basedOn === undefined || depth === 0 ? look : { ...resolved(basedOn, depth - 1), ...look }
  }
  return new Map([...own.keys()].map((style) => [style, resolved(style, DEEPEST_STYLES)]))
}
