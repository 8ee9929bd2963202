import type { Pdfium } from './pdfium.ts'

/** Red, green, blue; null where it is no single one. */
export type Paint = readonly [number, number, number] | null

/** Something painted, in the order it is. paint: null for pictures, shadings and patterns. */
type Ground = { readonly order: number; readonly box: Box; readonly paint: Paint }
type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

/** Of what lies on a page, so much is looked at; where there is more, or more grounds, all its writing is in doubt. */
const MOST_OBJECTS = 20_000
const MOST_GROUNDS = 400
/** Kinds and modes of PDFium's interface. */
const [TEXT, PATH, IMAGE, SHADING, FORM] = [1, 2, 3, 4, 5]
const NOT_FILLED = 0
/** In points: narrower, a stroke is a line and no ground. */
const WIDE_STROKE = 4
/** Paths that cut one object, and points of one of them: producers write one rectangle or two. */
const MOST_CLIPS = 8
const MOST_SEGMENTS = 100
/** In points: letters reach a little out of the box that is made for them. */
const SLACK = 2
/** In points: smaller, nothing stands on it. */
const LEAST_SIDE = 3
/** Steps of 255 in some colour: nearer, the page itself is asked whether the eye tells them apart. */
const ALIKE = 80

/**
 * What a page is painted with, as far as writing can be lost in it: under it in a colour like its own or none that can
 * be told, or over it; or it is cut off, wholly or in part.
 *
 * Out: tells of a text object and its colour why it may be lost; null where it cannot be.
 */
export function pdfGrounds(pdfium: Pdfium, page: number): (object: number, paint: Paint) => string | null {
  const count = pdfium.FPDFPage_CountObjects(page)
  const orders = new Map<number, number>()
  const grounds: Ground[] = []
  for (let order = 0; order < Math.min(count, MOST_OBJECTS); order++) {
    const object = pdfium.FPDFPage_GetObject(page, order)
    if (pdfium.FPDFPageObj_GetType(object) === TEXT) orders.set(object, order)
    else {
      const ground = groundOf(pdfium, object, order)
      if (ground !== null) grounds.push(ground)
    }
    if (grounds.length > MOST_GROUNDS) return () => 'covered'
  }
  return (object, paint) => {
    const order = orders.get(object)
    // What stands in a form has its place there; what was not looked at has none.
    if (order === undefined) return grounds.length > 0 || count > MOST_OBJECTS ? 'covered' : null
    const box = boxOf(pdfium, object)
    if (box === null) return null
    if (isCut(pdfium, object, box)) return 'clipped'
    const ground = grounds.find((own) => hides(own, order, box, paint))
    return ground === undefined ? null : ground.order > order ? 'covered' : 'color'
  }
}

function groundOf(pdfium: Pdfium, object: number, order: number): Ground | null {
  const kind = pdfium.FPDFPageObj_GetType(object)
  const box = kind === PATH || kind === IMAGE || kind === SHADING || kind === FORM ? boxOf(pdfium, object) : null
  if (box === null || box.right - box.left < LEAST_SIDE || box.top - box.bottom < LEAST_SIDE) return null
  if (kind !== PATH) return { order, box, paint: null }
  const { answers } = pdfium
  if (!pdfium.FPDFPath_GetDrawMode(object, answers, answers + 4)) return null
  const [fill = NOT_FILLED, isStroked = 0] = pdfium.integersAt(answers, 2)
  if (fill !== NOT_FILLED) return { order, box, paint: paintOf(pdfium, object) }
  if (isStroked === 0 || !pdfium.FPDFPageObj_GetStrokeWidth(object, answers)) return null
  return (pdfium.floatsAt(answers, 1)[0] ?? 0) < WIDE_STROKE ? null : { order, box, paint: null }
}

function hides({ order, box, paint }: Ground, textOrder: number, text: Box, textPaint: Paint): boolean {
  const isApart = box.left > text.right || box.right < text.left || box.bottom > text.top || box.top < text.bottom
  if (isApart) return false
  if (order > textOrder || paint === null || textPaint === null) return true
  return paint.every((shade, at) => Math.abs(shade - (textPaint[at] as number)) < ALIKE)
}

/** Whether what an object is cut to, by the box around each path of it, leaves out some of it. */
function isCut(pdfium: Pdfium, object: number, box: Box): boolean {
  const clip = pdfium.FPDFPageObj_GetClipPath(object)
  const paths = clip === 0 ? 0 : pdfium.FPDFClipPath_CountPaths(clip)
  for (let path = 0; path < Math.min(paths, MOST_CLIPS); path++) {
    const cut = clipBox(pdfium, clip, path)
    const { left, bottom, right, top } = box
    if (left < cut.left - SLACK || bottom < cut.bottom - SLACK || right > cut.right + SLACK || top > cut.top + SLACK)
      return true
  }
  return paths > MOST_CLIPS
}

function clipBox(pdfium: Pdfium, clip: number, path: number): Box {
  const { answers } = pdfium
  let box: Box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity }
  const count = Math.min(pdfium.FPDFClipPath_CountPathSegments(clip, path), MOST_SEGMENTS)
  for (let at = 0; at < count; at++) {
    const segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, at)
    if (segment === 0 || !pdfium.FPDFPathSegment_GetPoint(segment, answers, answers + 4)) continue
    const [x = 0, y = 0] = pdfium.floatsAt(answers, 2)
    box = {
      left: Math.min(box.left, x),
      bottom: Math.min(box.bottom, y),
      right: Math.max(box.right, x),
      top: Math.max(box.top, y),
    }
  }
  return box
}

function paintOf(pdfium: Pdfium, object: number): Paint {
  const { answers } = pdfium
  if (!pdfium.FPDFPageObj_GetFillColor(object, answers, answers + 4, answers + 8, answers + 12)) return null
  const [red = 0, green = 0, blue = 0] = pdfium.integersAt(answers, 3)
  return [red, green, blue]
}

function boxOf(pdfium: Pdfium, object: number): Box | null {
  const { answers } = pdfium
  if (!pdfium.FPDFPageObj_GetBounds(object, answers, answers + 4, answers + 8, answers + 12)) return null
  const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.floatsAt(answers, 4)
  return { left, bottom, right, top }
}
