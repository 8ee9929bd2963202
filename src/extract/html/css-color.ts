/** Red, green, blue 0–255; alpha 0–1. */
export type Color = { readonly red: number; readonly green: number; readonly blue: number; readonly alpha: number }

/** CSS Color 4, section 6.1, without the few nobody writes mail in: name and RRGGBB. */
const NAMED = new Map(
  (
    'aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff azure f0ffff beige f5f5dc bisque ffe4c4 black 000000 ' +
    'blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 ' +
    'chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c ' +
    'cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 ' +
    'darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 ' +
    'darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b ' +
    'darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 ' +
    'deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 ' +
    'forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 ' +
    'gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c ' +
    'indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 ' +
    'lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 ' +
    'lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a ' +
    'lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 ' +
    'lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff ' +
    'maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db ' +
    'mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc ' +
    'mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 ' +
    'navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 ' +
    'orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee ' +
    'palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd ' +
    'powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 ' +
    'saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d ' +
    'silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa ' +
    'springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 ' +
    'turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32'
  )
    .split(' ')
    .flatMap((word, at, words) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : [])),
)

export const WHITE: Color = { red: 255, green: 255, blue: 255, alpha: 1 }
export const BLACK: Color = { red: 0, green: 0, blue: 0, alpha: 1 }
const TRANSPARENT: Color = { red: 0, green: 0, blue: 0, alpha: 0 }

/** Reads a colour as CSS writes it, lower case. Out: null where it is none, or one that depends on what is around. */
export function readColor(text: string): Color | null {
  if (text === 'transparent') return TRANSPARENT
  if (text.startsWith('#')) return fromHex(text.slice(1))
  const hex = NAMED.get(text)
  if (hex !== undefined) return fromHex(hex)
  const call = /^(rgb|hsl|hwb|color-mix|color|(?:ok)?(?:lab|lch))a?\(([^()]{1,80})\)$/.exec(text)
  if (!call) return null
  const [, space = '', inside = ''] = call
  if (space === 'color-mix') return fromMix(inside)
  const values = inside.split(/[\s,/]+/).filter((value) => value !== '')
  if (space === 'rgb') return fromRgb(values)
  if (space === 'hsl') return fromHsl(values)
  if (space === 'hwb') return fromHwb(values)
  return space === 'color' ? fromProfile(values) : fromLightness(space, values)
}

function fromHwb([hue = '', ...rest]: readonly string[]): Color | null {
  const [white = Number.NaN, black = Number.NaN, alpha = 1] = rest.map((value) => portion(value, 1))
  const pure = fromHsl([hue, '100%', '50%'])
  if (!pure || !rest.slice(0, 2).every((value) => value.endsWith('%'))) return null
  const whole = Math.max(1, white + black)
  const channel = (own: number): number => own * (1 - (white + black) / whole) + (255 * white) / whole
  return finite({ red: channel(pure.red), green: channel(pure.green), blue: channel(pure.blue), alpha })
}

/** Of a wider space only its greys, which are those of sRGB. */
function fromProfile([space, ...rest]: readonly string[]): Color | null {
  if (space !== 'srgb' && (space !== 'display-p3' || new Set(rest.slice(0, 3)).size !== 1)) return null
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN, alpha = 1] = rest.map((value) => portion(value, 1))
  return finite({ red: red * 255, green: green * 255, blue: blue * 255, alpha })
}

/** Greys, and what is nearly one: how light a strong tint is seen cannot be told by its lightness. CSS Color 4, 9 and 10. */
function fromLightness(space: string, values: readonly string[]): Color | null {
  const isOk = space.startsWith('ok')
  const [first = '', one = '', other = '', alpha = '1'] = values
  const lightness = portion(first, isOk ? 1 : 100) / (isOk ? 1 : 100)
  const tints = space.endsWith('lch') ? [one] : [one, other]
  const most = isOk ? 0.02 : 5
  if (!tints.every((tint) => Math.abs(tint.endsWith('%') ? Number.NaN : Number(tint || 'x')) <= most)) return null
  const light = isOk
    ? lightness ** 3
    : lightness > 0.08
      ? ((lightness * 100 + 16) / 116) ** 3
      : (lightness * 100) / 903.3
  const grey = 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)
  return finite({ red: grey, green: grey, blue: grey, alpha: portion(alpha, 1) })
}

/** A colour mixed with itself. */
function fromMix(inside: string): Color | null {
  const [, one, other, more] = inside.split(',').map((word) => word.trim())
  return one !== undefined && one === other && more === undefined ? readColor(one) : null
}

function fromHex(digits: string): Color | null {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return null
  const width = digits.length < 6 ? 1 : 2
  const channel = (at: number): number => {
    const text = digits.slice(at * width, (at + 1) * width)
    return Number.parseInt(width === 1 ? text + text : text, 16)
  }
  return {
    red: channel(0),
    green: channel(1),
    blue: channel(2),
    alpha: digits.length === 4 * width ? channel(3) / 255 : 1,
  }
}

function fromRgb(values: readonly string[]): Color | null {
  const [red, green, blue] = values.map((value) => portion(value, 255))
  if (red === undefined || green === undefined || blue === undefined) return null
  return finite({ red, green, blue, alpha: portion(values[3] ?? '1', 1) })
}

function fromHsl(values: readonly string[]): Color | null {
  const hue = Number.parseFloat(values[0] ?? '')
  const saturation = portion(values[1] ?? '', 1)
  const lightness = portion(values[2] ?? '', 1)
  // CSS Color 4, section 7.1: hslToRgb.
  const channel = (offset: number): number => {
    const k = (offset + (((hue % 360) + 360) % 360) / 30) % 12
    const reach = saturation * Math.min(lightness, 1 - lightness)
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return finite({ red: channel(0), green: channel(8), blue: channel(4), alpha: portion(values[3] ?? '1', 1) })
}

function portion(value: string, whole: number): number {
  const number = Number.parseFloat(value)
  return Math.min(whole, Math.max(0, value.endsWith('%') ? (number / 100) * whole : number))
}

function finite(color: Color): Color | null {
  return Object.values(color).every(Number.isFinite) ? color : null
}

/** What is seen where `front` is painted over an opaque `back`. */
export function over(front: Color, back: Color): Color {
  const mix = (above: number, below: number): number => above * front.alpha + below * (1 - front.alpha)
  return {
    red: mix(front.red, back.red),
    green: mix(front.green, back.green),
    blue: mix(front.blue, back.blue),
    alpha: 1,
  }
}

/** Contrast of two opaque colours, 1 (the same) to 21. Source: WCAG 2.2, contrast ratio. */
export function contrast(one: Color, other: Color): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance({ red, green, blue }: Color): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
