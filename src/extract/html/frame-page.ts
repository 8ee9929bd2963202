import type { Open } from './open-element.ts'

/** Of what stands between the tags of a frame, which is for programs without frames: it is no text. */
const NO_TEXT = ''

/** The page that is written into a frame, where a browser shows it. In: element, which nothing around hides. */
export function framePage({ tag: { name, attributes }, look }: Open): readonly string[] {
  const page = name === 'iframe' ? attributes.get('srcdoc') : undefined
  const isDot = ['width', 'height'].some((side) => attributes.get(side)?.trim() === '0')
  return page === undefined || look.style.gone !== NO_TEXT || isDot ? [] : [page]
}
