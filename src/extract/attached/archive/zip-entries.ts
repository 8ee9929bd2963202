import { decodeText } from '../../mime/decode-text.ts'

/** One file of a zip, still packed. packed: its bytes as far as they are there. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  /** 1 to 3 for keys of 128, 192 and 256 bits; null for the old way of locking. */
  readonly aesStrength: number | null
  /** What the first bytes of a file locked the old way decrypt to, where its password is right. */
  readonly check: number
  readonly crc: number
  /** Its bytes end before they should. */
  readonly isCutOff: boolean
  /** When it was packed, YYYY-MM-DD. */
  readonly day: string
  readonly packed: Uint8Array
}

const LOCAL = Buffer.from('PK\x03\x04', 'latin1')
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1')
const END = Buffer.from('PK\x05\x06', 'latin1')
const LOCAL_LENGTH = 30
const CENTRAL_LENGTH = 46
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const UNKNOWN = 0xffffffff
/** Zips glued one behind the other: some programs open the first of them, others the last. */
const MOST_GLUED = 8

/** AES as WinZip does it: the true method stands in this extra field. */
const AES_METHOD = 99
const AES_FIELD = 0x9901
const ZIP64_FIELD = 0x0001

/** What a header says of a file, in a local header or in the directory. */
type Header = Omit<ZipEntry, 'packed' | 'isCutOff'> & { readonly size: number }

/**
 * The files of a zip: by its directories, also those of zips glued before it; where there is none that holds, by what
 * stands before each file, so that a zip cut off or broken on purpose gives what programs recover from it.
 *
 * In:     mostEntries; more are not looked at.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5; WinZip AE-1 and AE-2.
 */
export function zipEntries(bytes: Uint8Array, mostEntries: number): ZipEntry[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries: ZipEntry[] = []
  let zip = all
  for (let glued = 0; glued < MOST_GLUED && zip.length > END_LENGTH; glued++) {
    const start = readDirectory(zip, mostEntries, entries)
    if (start === null) break
    zip = zip.subarray(0, start)
  }
  return entries.length > 0 ? entries : recovered(all, mostEntries)
}

/** Reads the last directory of a zip. Out: where this zip begins; null where there is no directory. */
function readDirectory(zip: Buffer, mostEntries: number, entries: ZipEntry[]): number | null {
  const end = zip.lastIndexOf(END, zip.length - END_LENGTH)
  if (end < 0 || end < zip.length - END_LENGTH - LONGEST_COMMENT || end + END_LENGTH > zip.length) return null
  const [size, offset] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]
  // Where these are too large for the field, as where they lie, the directory is the last one that stands there.
  const directory = zip.indexOf(CENTRAL, end - size >= 0 ? end - size : 0)
  if (directory < 0 || directory > end) return null
  const start = size === UNKNOWN || offset === UNKNOWN ? 0 : Math.max(0, directory - offset)
  let at = directory
  while (entries.length < mostEntries && at + CENTRAL_LENGTH <= end && zip.indexOf(CENTRAL, at) === at) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const name = at + CENTRAL_LENGTH
    const extra = name + (nameLength as number)
    const next = extra + (extraLength as number) + (commentLength as number)
    const header = headerAt(zip, at + 4, name, extra, extra + (extraLength as number))
    const local = start + zip.readUInt32LE(at + 42)
    if (local + LOCAL_LENGTH <= zip.length && zip.readUInt32LE(local) === LOCAL.readUInt32LE()) {
      const data = local + LOCAL_LENGTH + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const packed = zip.subarray(data, data + header.size)
      entries.push({ ...header, packed, isCutOff: packed.length < header.size })
    }
    at = next
  }
  return start
}

/** Files by their local headers alone. Where no size is told, the next header ends a file. */
function recovered(zip: Buffer, mostEntries: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  const marks = headerMarks(zip, mostEntries * 4)
  let past = 0
  for (const [index, at] of marks.entries()) {
    if (at < past || zip[at + 2] !== LOCAL[2] || at + LOCAL_LENGTH > zip.length) continue
    if (entries.length === mostEntries) break
    const name = at + LOCAL_LENGTH
    const extra = name + zip.readUInt16LE(at + 26)
    const data = extra + zip.readUInt16LE(at + 28)
    const header = headerAt(zip, at + 4, name, extra, data)
    const isTold = header.size > 0 && data + header.size <= zip.length
    past = isTold ? data + header.size : Math.max(data, marks[index + 1] ?? zip.length)
    const packed = zip.subarray(data, past)
    entries.push({ ...header, packed, isCutOff: packed.length < header.size })
  }
  return entries
}

/** Where headers and what stands behind a file's bytes may begin, in the order they stand. */
function headerMarks(zip: Buffer, most: number): number[] {
  const marks: number[] = []
  for (let at = zip.indexOf('PK'); at >= 0 && marks.length < most; at = zip.indexOf('PK', at + 2)) {
    const kind = zip[at + 2] as number
    // A local header, a directory, and what tells the sizes behind a file.
    if ((kind === 3 || kind === 1 || kind === 7) && zip[at + 3] === kind + 1) marks.push(at)
  }
  return marks
}

/** In: at, where "version needed" stands in a local header, or "version made by" in a directory: the rest is alike. */
function headerAt(zip: Buffer, versionAt: number, nameAt: number, extraAt: number, extraEnd: number): Header {
  const isCentral = zip.readUInt32LE(versionAt - 4) === CENTRAL.readUInt32LE()
  const at = isCentral ? versionAt + 2 : versionAt
  const [flags, method, time] = [at + 2, at + 4, at + 6].map((field) => zip.readUInt16LE(field)) as [
    number,
    number,
    number,
  ]
  const [crc, size] = [zip.readUInt32LE(at + 10), zip.readUInt32LE(at + 14)]
  const fields = extraFields(zip.subarray(extraAt, extraEnd))
  const aesField = fields.get(AES_FIELD)
  const aes = method === AES_METHOD && aesField && aesField.length >= 7 ? aesField : null
  const large = fields.get(ZIP64_FIELD)
  // Of the two sizes in the field, the unpacked one stands first, if it is there.
  const largeSizeAt = zip.readUInt32LE(at + 18) === UNKNOWN ? 8 : 0
  const isLarge = size === UNKNOWN && large !== undefined && large.length >= largeSizeAt + 8
  return {
    name: decodeText(zip.subarray(nameAt, extraAt)),
    method: aes ? aes.readUInt16LE(5) : method,
    aesStrength: aes ? (aes[4] as number) : null,
    isEncrypted: (flags & 1) === 1,
    check: (flags & 8) === 8 ? time >> 8 : crc >>> 24,
    crc,
    day: dayOf(zip.readUInt16LE(at + 8)),
    size: isLarge ? Number(large.readBigUInt64LE(largeSizeAt)) : size,
  }
}

/** As MS-DOS writes it: years since 1980, month, day. */
function dayOf(date: number): string {
  const parts = [(date >> 9) + 1980, (date >> 5) & 15, date & 31]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

function extraFields(extra: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>()
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2)
    fields.set(extra.readUInt16LE(at), extra.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}
