import { readLength } from './css-length.ts'
import type { ElementStyle } from './element-style.ts'
import type { Picture } from './markup.ts'
import type { Attributes } from './start-tag.ts'
import type { TextFlow } from './text-flow.ts'

/** Nobody looks at more pictures in one mail. */
const MOST_PICTURES = 1_000
/** A picture of one pixel is there to be fetched, not to be seen. */
const LARGEST_DOT = 1
/** Pictures that come with the mail, and are shown. */
const CARRIED = /^(?:cid|data):/i

type Placed = Omit<Picture, 'at'> & { readonly place: number; readonly isInSeen: boolean }

/** The pictures of a document, in its order. */
export class PictureList {
  readonly #pictures: Placed[] = []

  /**
   * Takes one more picture.
   *
   * In:  isShown, whether nothing hides it; flow, the text it stands in.
   * Out: isAltSeen, whether its words are: of what has to be fetched they stand in its place, as mail programs fetch
   *      nothing unasked; what comes with the mail is shown itself.
   */
  add(
    attributes: Attributes,
    { fontSize }: ElementStyle,
    isShown: boolean,
    flow: TextFlow,
  ): { readonly isVisible: boolean; readonly alt: string; readonly isAltSeen: boolean } {
    const [width, height] = ['width', 'height'].map((side) => readLength(attributes.get(side)?.trim() ?? '', fontSize))
    const isDot = [width, height].some((side) => (side ?? Infinity) <= LARGEST_DOT)
    const src = attributes.get('src')?.trim() ?? ''
    const alt = attributes.get('alt')?.trim() ?? ''
    const isVisible = isShown && !isDot
    if (this.#pictures.length < MOST_PICTURES) {
      const sizes = { width: width ?? null, height: height ?? null }
      this.#pictures.push({ src, alt, ...sizes, isVisible, place: flow.length, isInSeen: isShown })
    }
    return { isVisible, alt, isAltSeen: !CARRIED.test(src) }
  }

  /** In: length of the text; offset, where its hidden part begins. */
  within(length: number, offset: number): Picture[] {
    return this.#pictures.map(({ place, isInSeen, ...picture }) => ({
      ...picture,
      at: Math.min(length, isInSeen ? place : place + offset),
    }))
  }
}
