/** How pictures begin and end that stand somewhere among other bytes. */
const PICTURES = [
  { begin: Buffer.from('89504e470d0a1a0a', 'hex'), end: Buffer.from('49454e44ae426082', 'hex') },
  { begin: Buffer.from('ffd8ff', 'hex'), end: Buffer.from('ffd9', 'hex') },
]
const MOST = 50

/** The PNG and JPEG pictures in the streams of an old document, which keeps them as they are. */
export function carvePictures(stream: Buffer): Uint8Array[] {
  const found: Uint8Array[] = []
  for (const { begin, end } of PICTURES) {
    let from = stream.indexOf(begin)
    while (from >= 0 && found.length < MOST) {
      const next = stream.indexOf(begin, from + begin.length)
      const limit = next < 0 ? stream.length : next
      const last = stream.subarray(from, limit).lastIndexOf(end)
      if (last > 0) found.push(stream.subarray(from, from + last + end.length))
      from = next
    }
  }
  return found
}
