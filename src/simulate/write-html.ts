import type { Random } from './random.ts'

/** The ways a ring hides its filler from the reader. In: text, already HTML. */
const HIDINGS: readonly ((text: string) => { readonly style: string; readonly html: string })[] = [
  (text) => ({ style: '', html: `<div style="display:none">${text}</div>` }),
  (text) => ({ style: '', html: `<div style="font-size:0px;line-height:0">${text}</div>` }),
  (text) => ({ style: '', html: `<span style="color:#ffffff;background-color:#ffffff">${text}</span>` }),
  (text) => ({ style: '', html: `<div style="max-height:0;overflow:hidden;opacity:0">${text}</div>` }),
  (text) => ({ style: '.pz { display: none !important }', html: `<p class="pz">${text}</p>` }),
  (text) => ({ style: '#fx { visibility: hidden }', html: `<div id="fx">${text}</div>` }),
]

export type HtmlContent = {
  readonly title: string
  /** Paragraphs as text. */
  readonly paragraphs: readonly string[]
  /** The cell for the number, HTML; may be empty. */
  readonly call: string
  readonly footer: string
  readonly filler: string | null
}

/** Lays a scam mail out as its reader sees it. `dialect` decides the looks, so that a ring's mails look alike. */
export function writeHtml(content: HtmlContent, dialect: number): string {
  const hidden = content.filler === null ? null : HIDINGS[dialect % HIDINGS.length]?.(escapeHtml(content.filler))
  const color = ['#ffd400', '#c8102e', '#003087', '#146eb4'][dialect % 4] ?? '#ffd400'
  return [
    '<!DOCTYPE html>',
    `<html><head><meta charset="utf-8"><style>td { font-family: Arial, sans-serif } ${hidden?.style ?? ''}</style></head><body>`,
    '<table width="600" align="center" cellpadding="12">',
    `<tr><td bgcolor="${color}"><b>${escapeHtml(content.title)}</b></td></tr>`,
    ...content.paragraphs.map((paragraph) => `<tr><td>${escapeHtml(paragraph)}</td></tr>`),
    ...(content.call ? [`<tr><td>${content.call}</td></tr>`] : []),
    `<tr><td style="font-size:11px">${escapeHtml(content.footer)}</td></tr>`,
    '</table>',
    ...(hidden ? [hidden.html] : []),
    '</body></html>',
  ].join('\n')
}

/** The number with its digits cut apart by tags, which a browser does not show. */
export function cutByTags(number: string, random: Random): string {
  const characters = [...number]
  const cut = random.between(3, characters.length - 3)
  const tag = random.pick(['b', 'span', 'font', 'i'])
  const [before, after] = [characters.slice(0, cut), characters.slice(cut)].map((part) => escapeHtml(part.join('')))
  return `${before}<${tag}>${after}</${tag}>`
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
