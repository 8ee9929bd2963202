import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { Sigma } from 'sigma'
import type { RingAnswer } from './api.ts'
import { phone } from './format.ts'
import { lookOf } from './levels.ts'
import { colour } from './theme.svelte.ts'

export type RingGraph = { close(): void; zoom(factor: number): void; fit(): void }

/** Rings up to this size show their numbers large and with names. */
const SMALL = 40
const NAME_SIZE = 12
/** So many names are tried: placing them is done at each frame. */
const MOST_NAMES = 80
/** Seeds spread like a sunflower's lie evenly, and never in a line. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** By what tells most: the mail itself, what it carries and says, who sends it, and all else. */
const LINK_COLOURS = {
  message: 'series-1',
  attachment: 'series-2',
  picture: 'series-2',
  template: 'series-3',
  pdf_kit: 'series-3',
  reply_to: 'series-4',
  sender_domain: 'series-4',
  account: 'series-5',
  device: 'series-5',
  ip: 'series-5',
  block: 'series-6',
  brand: 'series-6',
  service: 'series-6',
  time: 'series-6',
  country: 'series-6',
} as const

/**
 * Draws a ring.
 *
 * In: focus, the number whose page this is, ringed; open, called with the number someone clicked.
 */
export function drawRing(
  box: HTMLElement,
  ring: RingAnswer,
  focus: string | null,
  open: (e164: string) => void,
): RingGraph {
  const graph = layOut(ring)
  let hovered: string | null = null

  const sigma = new Sigma(graph, box, {
    allowInvalidContainer: true,
    labelFont: getComputedStyle(document.body).fontFamily,
    labelSize: NAME_SIZE,
    // Ours are drawn with the levels: these would lie under the numbers.
    renderLabels: false,
    stagePadding: 44,
    minCameraRatio: 0.08,
    maxCameraRatio: 3,
    zIndex: true,
    defaultDrawNodeHover: drawHover,
    nodeReducer: (node, data) => {
      if (hovered && node !== hovered && !graph.areNeighbors(node, hovered)) {
        return { ...data, color: colour('line'), zIndex: 0 }
      }
      return { ...data, zIndex: 1 }
    },
    edgeReducer: (edge, data) => {
      if (hovered === null) return data
      return graph.hasExtremity(edge, hovered)
        ? { ...data, size: data['size'] + 1, zIndex: 1 }
        : { ...data, hidden: true }
    },
  })

  const hover = (node: string | null) => () => {
    hovered = node
    box.style.cursor = node ? 'pointer' : 'default'
    sigma.refresh({ skipIndexation: true })
  }
  sigma.on('enterNode', ({ node }) => hover(node)())
  sigma.on('leaveNode', hover(null))
  sigma.on('clickNode', ({ node }) => open(node))
  sigma.on('afterRender', () => drawLevels(sigma, graph, hovered))
  sigma.refresh()
  if (focus && graph.hasNode(focus)) graph.setNodeAttribute(focus, 'highlighted', true)

  return {
    close: () => sigma.kill(),
    zoom: (factor) => void sigma.getCamera().animatedZoom({ factor, duration: 150 }),
    fit: () => void sigma.getCamera().animatedReset({ duration: 150 }),
  }
}

/** Places the numbers; the same ring always lies the same way. */
function layOut(ring: RingAnswer): UndirectedGraph {
  const graph = new UndirectedGraph()
  const most = Math.max(1, ...ring.members.map(({ sightings }) => sightings))
  const unit = ring.numbers.length > SMALL ? 4.5 : 7
  ring.members.forEach(({ number, risk, sightings }, index) => {
    const turn = index * GOLDEN_ANGLE
    const distance = 20 * Math.sqrt(index)
    graph.addNode(number, {
      x: distance * Math.cos(turn),
      y: distance * Math.sin(turn),
      size: unit * (1 + 1.2 * Math.sqrt(sightings / most)),
      color: lookOf(risk).fill,
      risk,
      label: phone(number),
    })
  })
  const faint = ring.links.length > 150 ? 0.7 : 1.7
  for (const { from, to, kind } of ring.links) {
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue
    graph.mergeEdge(from, to, { size: faint, color: colour(LINK_COLOURS[kind]) })
  }
  if (graph.order > 2) {
    const settings = { ...forceAtlas2.inferSettings(graph), gravity: 0.1, scalingRatio: 40, slowDown: 1 }
    const iterations = graph.order > 400 ? 250 : 1_000
    forceAtlas2.assign(graph, { iterations, settings })
    // First where each belongs, and only then out of each other's way: both at once find neither.
    forceAtlas2.assign(graph, { iterations: iterations / 5, settings: { ...settings, slowDown: 4, adjustSizes: true } })
  }
  return graph
}

type Spot = { readonly x: number; readonly y: number; readonly radius: number; readonly label: string }
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/**
 * Each number's disc with the digit of its risk and a rim: colour alone says nothing to some, and pale ones drown on
 * white. Beside it its name, where there is room for it.
 */
function drawLevels(sigma: Sigma, graph: UndirectedGraph, hovered: string | null): void {
  const context = sigma.getCanvases()['labels']?.getContext('2d')
  if (!context) return
  const family = getComputedStyle(document.body).fontFamily
  const spots: Spot[] = []
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  graph.forEachNode((node, { risk, label }) => {
    const data = sigma.getNodeDisplayData(node)
    if (!data || (hovered && node !== hovered && !graph.areNeighbors(node, hovered))) return
    const { x, y } = sigma.framedGraphToViewport(data)
    const radius = sigma.scaleSize(data.size)
    spots.push({ x, y, radius, label })
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.fillStyle = data.color
    context.fill()
    context.lineWidth = 1
    context.strokeStyle = colour('node-rim')
    context.stroke()
    if (radius < 5.5) return
    context.font = `650 ${Math.min(15, radius * 1.3)}px ${family}`
    context.fillStyle = lookOf(risk).ink
    context.fillText(risk === null ? '–' : String(risk), x, y + 0.5)
  })
  context.textAlign = 'start'
  context.font = `500 ${NAME_SIZE}px ${family}`
  drawNames(context, spots, sigma.getDimensions().width, graph.order > SMALL ? 9 : 0)
  context.textBaseline = 'alphabetic'
}

/** Names of the largest first, each where it covers no other number or name and is not cut off. */
function drawNames(context: CanvasRenderingContext2D, spots: readonly Spot[], width: number, least: number): void {
  const largest = spots.filter(({ radius }) => radius >= least).sort((one, other) => other.radius - one.radius)
  const placed: Box[] = []
  for (const { x, y, radius, label } of largest.slice(0, MOST_NAMES)) {
    const left = x + radius + 4
    const box = {
      left,
      right: left + context.measureText(label).width,
      top: y - NAME_SIZE / 2,
      bottom: y + NAME_SIZE / 2,
    }
    const isCovered =
      spots.some((spot) => spot.x !== x && touches(spot, box)) || placed.some((one) => overlap(one, box))
    if (isCovered || box.right > width) continue
    placed.push(box)
    // With a rim in the ground's colour, so that it can be read across lines.
    context.lineJoin = 'round'
    context.lineWidth = 4
    context.strokeStyle = colour('panel')
    context.fillStyle = colour('ink-2')
    context.strokeText(label, left, y)
    context.fillText(label, left, y)
  }
}

function touches({ x, y, radius }: Spot, { left, right, top, bottom }: Box): boolean {
  return Math.hypot(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom))) < radius
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

type Drawn = { x: number; y: number; size: number; label: string | null }

function drawHover(
  context: CanvasRenderingContext2D,
  data: Drawn,
  settings: { labelSize: number; labelFont: string },
): void {
  context.beginPath()
  context.arc(data.x, data.y, data.size + 3.5, 0, 2 * Math.PI)
  context.lineWidth = 2
  context.strokeStyle = colour('ink')
  context.stroke()
  if (!data.label) return
  context.font = `600 ${settings.labelSize}px ${settings.labelFont}`
  const left = data.x + data.size + 8
  const width = context.measureText(data.label).width + 12
  context.beginPath()
  context.roundRect(left, data.y - 11, width, 22, 5)
  context.fillStyle = colour('panel')
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = colour('line-strong')
  context.stroke()
  context.fillStyle = colour('ink')
  context.fillText(data.label, left + 6, data.y + settings.labelSize / 3)
}
