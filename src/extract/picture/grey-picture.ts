/** A picture in shades of grey, row by row from the top; 0 is black. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }
