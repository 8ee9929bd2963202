const HEADER_LENGTH = 16
const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d
const DICTIONARY_LENGTH = 4096
/** What every dictionary begins with. */
const BEGINNING =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial' +
  'Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'

/**
 * Unpacks the rich text of an Outlook message.
 *
 * In:     most, bytes that may come out.
 * Out:    as much as there is; empty for what is no such text. At most ten bytes come of one.
 * Source: MS-OXRTFCP.
 */
export function unpackRtf(packed: Uint8Array, most: number): Uint8Array {
  const file = Buffer.from(packed.buffer, packed.byteOffset, packed.length)
  if (file.length < HEADER_LENGTH) return new Uint8Array()
  const kind = file.readUInt32LE(8)
  if (kind === UNCOMPRESSED) return file.subarray(HEADER_LENGTH, HEADER_LENGTH + Math.min(most, file.readUInt32LE(4)))
  if (kind !== COMPRESSED) return new Uint8Array()
  const dictionary = Buffer.alloc(DICTIONARY_LENGTH, 0x20)
  let write = dictionary.write(BEGINNING, 'latin1')
  const output = Buffer.alloc(Math.min(most, file.length * 10))
  let length = 0
  const put = (byte: number): void => {
    if (length < output.length) output[length++] = byte
    dictionary[write] = byte
    write = (write + 1) % DICTIONARY_LENGTH
  }
  for (let at = HEADER_LENGTH; at < file.length && length < output.length;) {
    const control = file[at++] as number
    for (let bit = 0; bit < 8 && at < file.length; bit++) {
      if (((control >> bit) & 1) === 0) {
        put(file[at++] as number)
        continue
      }
      const token = at + 2 <= file.length ? file.readUInt16BE(at) : 0
      at += 2
      const offset = token >> 4
      if (offset === write) return output.subarray(0, length)
      for (let step = 0; step < (token & 0xf) + 2; step++)
        put(dictionary[(offset + step) % DICTIONARY_LENGTH] as number)
    }
  }
  return output.subarray(0, length)
}
