import type { PictureText } from '../../extract/engines.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { resized } from '../../extract/picture/resized.ts'

/** Why a picture has no pixels. why: what kept it from them, where that is not in the picture. */
export type Undecoded = { readonly issue: NonNullable<PictureText['issue']>; readonly why?: string }

/** A picture's frames or pages, as far as they are looked at; framesLeft: how many more there are. */
export type DecodedPicture = { readonly frames: readonly GreyPicture[]; readonly framesLeft: number } | Undecoded

/** Frames of an animation, pages of a fax, pictures of a burst: more than any lure needs. */
export const MOST_FRAMES = 4

const WORKING_PIXELS = 4_000_000

/** What to make of a side, so that a picture has some four million pixels at most. */
export function workingShrink(width: number, height: number): number {
  return Math.min(1, Math.sqrt(WORKING_PIXELS / (width * height)))
}

/** A picture in the size it is worked with. */
export function workingSize(picture: GreyPicture): GreyPicture {
  const shrink = workingShrink(picture.width, picture.height)
  return resized(
    picture,
    Math.max(1, Math.round(picture.width * shrink)),
    Math.max(1, Math.round(picture.height * shrink)),
  )
}
