import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { Sigma } from 'sigma'
import type { RingAnswer } from './api.ts'
import { phone } from './format.ts'
import { lookOf } from './levels.ts'
import { colour } from './theme.svelte.ts'

export type RingGraph = { close(): void; zoom(factor: number): void; fit(): void }

const LINK_COLOURS = { message: 'series-1', attachment: 'series-2', template: 'series-3' } as const

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
    labelSize: 12,
    labelRenderedSizeThreshold: graph.order <= 24 ? 0 : 9,
    labelDensity: 0.6,
    stagePadding: 44,
    minCameraRatio: 0.08,
    maxCameraRatio: 3,
    zIndex: true,
    defaultDrawNodeLabel: drawLabel,
    defaultDrawNodeHover: drawHover,
    nodeReducer: (node, data) => {
      if (hovered && node !== hovered && !graph.areNeighbors(node, hovered)) {
        return { ...data, color: colour('line'), label: null, zIndex: 0 }
      }
      return { ...data, forceLabel: node === focus || node === hovered, zIndex: 1 }
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
  const most = Math.max(1, ...ring.numbers.map(({ sightings }) => sightings))
  ring.numbers.forEach(({ number, risk, sightings }, index) => {
    const angle = (2 * Math.PI * index) / ring.numbers.length
    graph.addNode(number, {
      x: Math.cos(angle),
      y: Math.sin(angle),
      size: 7 + 8 * Math.sqrt(sightings / most),
      color: lookOf(risk).fill,
      risk,
      label: phone(number),
    })
  })
  const faint = ring.links.length > 300 ? 0.8 : 1.7
  for (const { from, to, kind } of ring.links) {
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue
    graph.mergeEdge(from, to, { size: faint, color: colour(LINK_COLOURS[kind]) })
  }
  if (graph.order > 2) {
    const settings = { ...forceAtlas2.inferSettings(graph), gravity: 1.2, scalingRatio: 12, adjustSizes: true }
    forceAtlas2.assign(graph, { iterations: graph.order > 800 ? 80 : 240, settings })
  }
  return graph
}

/** The digit of each number's risk, and a rim: colour alone says nothing to some, and pale ones drown on white. */
function drawLevels(sigma: Sigma, graph: UndirectedGraph, hovered: string | null): void {
  const context = sigma.getCanvases()['labels']?.getContext('2d')
  if (!context) return
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  graph.forEachNode((node, { risk }) => {
    const data = sigma.getNodeDisplayData(node)
    if (!data || (hovered && node !== hovered && !graph.areNeighbors(node, hovered))) return
    const { x, y } = sigma.framedGraphToViewport(data)
    const radius = sigma.scaleSize(data.size)
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.lineWidth = 1
    context.strokeStyle = colour('node-rim')
    context.stroke()
    if (radius < 5.5) return
    context.font = `650 ${Math.min(15, radius * 1.3)}px ${getComputedStyle(document.body).fontFamily}`
    context.fillStyle = lookOf(risk).ink
    context.fillText(risk === null ? '–' : String(risk), x, y + 0.5)
  })
  context.textAlign = 'start'
  context.textBaseline = 'alphabetic'
}

type Drawn = { x: number; y: number; size: number; label: string | null }

/** With a rim in the ground's colour, so that it can be read across lines. */
function drawLabel(
  context: CanvasRenderingContext2D,
  data: Drawn,
  settings: { labelSize: number; labelFont: string },
): void {
  if (!data.label) return
  context.font = `500 ${settings.labelSize}px ${settings.labelFont}`
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = colour('panel')
  context.fillStyle = colour('ink-2')
  const [left, base] = [data.x + data.size + 4, data.y + settings.labelSize / 3]
  context.strokeText(data.label, left, base)
  context.fillText(data.label, left, base)
}

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
