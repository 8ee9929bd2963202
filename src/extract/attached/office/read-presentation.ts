import { shownParts } from '../../readable-parts.ts'
import type { DocumentReader } from '../archive/read-zip.ts'
import { Paper } from '../paper.ts'
import { OfficeText } from './office-text.ts'
import { relations } from './relations.ts'
import { scanXml } from './scan-xml.ts'

const SLIDE = /^ppt\/slides\/slide(\d{1,5})\.xml$/
/** What stands on many slides, and beside them. */
const BESIDE = /^ppt\/(?:slideMasters|slideLayouts|comments|diagrams\/data\d{1,4})[^]*\.xml$/
const MOST_SLIDES = 1_000

/** Reads a presentation: each slide with its notes. Source: ECMA-376, part 1, chapter 19. */
export const readPresentation: DocumentReader = async (document, { name, hash }, { limits }, seen) => {
  const show = async (files: readonly string[], page: number | null): Promise<void> => {
    const paper = new Paper(limits.textLength)
    for (const file of files) {
      const xml = await document.textOf(file)
      const why = /<p:sld\b[^>]{0,2000}?\bshow="(?:0|false)"/.test(xml.slice(0, 4_000)) ? 'display' : null
      const targets = await relations(document, file)
      const context = { targets, styles: new Map(), why, isOnWhite: false, hasHints: page === null }
      paper.newLine()
      scanXml(xml, new OfficeText(paper, context))
    }
    shownParts(paper.end(), { kind: 'office', name, page, attachment: hash }, limits, seen)
  }
  const slides = document.names.flatMap((file) => SLIDE.exec(file)?.[1] ?? []).map(Number)
  for (const slide of slides.sort((a, b) => a - b).slice(0, MOST_SLIDES))
    await show([`ppt/slides/slide${slide}.xml`, `ppt/notesSlides/notesSlide${slide}.xml`], slide)
  await show(
    document.names.filter((file) => BESIDE.test(file)),
    null,
  )
}
