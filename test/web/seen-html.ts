/** What a page of HTML shows, asked of the page itself: runs in the browser, so it knows nothing of this program. */
export function seenInBrowser(): string {
  type Paint = { red: number; green: number; blue: number; alpha: number }
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const paintOf = (color: string): Paint => {
    if (!canvas) return { red: 0, green: 0, blue: 0, alpha: 1 }
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return { red, green, blue, alpha: alpha / 255 }
  }
  const light = (channel: number): number =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4
  const luminance = ({ red, green, blue }: Paint): number =>
    0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
  const over = (front: Paint, back: Paint): Paint => ({
    red: front.red * front.alpha + back.red * (1 - front.alpha),
    green: front.green * front.alpha + back.green * (1 - front.alpha),
    blue: front.blue * front.alpha + back.blue * (1 - front.alpha),
    alpha: 1,
  })
  /** null: a picture is behind it. */
  const behind = (element: Element | null): Paint | null => {
    if (!element) return { red: 255, green: 255, blue: 255, alpha: 1 }
    const style = getComputedStyle(element)
    if (style.backgroundImage !== 'none') return null
    const own = paintOf(style.backgroundColor)
    if (own.alpha === 1) return own
    const around = behind(element.parentElement)
    return around && over(own, around)
  }
  const isCut = (element: Element, box: DOMRect): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (Number(style.opacity) === 0) return true
      const isPlaced = style.position === 'absolute' || style.position === 'fixed'
      if (isPlaced && /^rect\((?:0px,? ?){4}\)$/.test(style.clip)) return true
      if (style.clipPath === 'inset(50%)' || style.clipPath === 'inset(100%)') return true
      if (style.display === 'inline' || (style.overflowX === 'visible' && style.overflowY === 'visible')) continue
      const edge = at.getBoundingClientRect()
      const width = Math.min(edge.right, box.right) - Math.max(edge.left, box.left)
      const height = Math.min(edge.bottom, box.bottom) - Math.max(edge.top, box.top)
      if (at !== document.documentElement && at !== document.body && (width < 5 || height < 5)) return true
    }
    return false
  }
  const isSeen = (node: Text): boolean => {
    const element = node.parentElement
    if (!element) return false
    let box: Element | null = element
    // What has no box of its own is as visible as what it stands in.
    while (box && getComputedStyle(box).display === 'contents') box = box.parentElement
    if (box && !box.checkVisibility()) return false
    // The text of a closed `<details>` has a box, in a slot that is not shown.
    const shut = element.closest('details:not([open])')
    if (shut && !element.closest('summary')) return false
    const style = getComputedStyle(element)
    if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) <= 2) return false
    let opacity = 1
    for (let at: Element | null = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity)
    if (opacity <= 0.1) return false
    const range = document.createRange()
    range.selectNodeContents(node)
    const rect = range.getBoundingClientRect()
    if (rect.width < 1 || rect.height < 1 || rect.right + scrollX <= 0 || rect.bottom + scrollY <= 0) return false
    if (rect.top + scrollY > 10_000 || rect.left + scrollX > 10_000 || isCut(element, rect)) return false
    const paint = paintOf(style.webkitTextFillColor)
    if (paint.alpha <= 0.1) return false
    const back = behind(element)
    if (!back) return true
    const [one, other] = [luminance(over(paint, back)), luminance(back)].sort((a, b) => b - a) as [number, number]
    return (one + 0.05) / (other + 0.05) >= 1.15
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const seen: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/\d/.test(node.textContent ?? '') && isSeen(node as Text)) seen.push(node.textContent ?? '')
  }
  return seen.join(' ')
}
