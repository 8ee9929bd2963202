/** A folder of a compound file. */
export type Storage = {
  readonly storages: ReadonlyMap<string, Storage>
  /** Reads a stream; empty for what is not there. What all reads of a file give together is limited by its size. */
  readonly streamNames: readonly string[]
  stream(name: string): Uint8Array
}

const SIGNATURE = 'd0cf11e0a1b11ae1'
const HEADER_LENGTH = 512
const ENTRY_LENGTH = 128
const MINI_SECTOR = 64
const LAST_REGULAR = 0xfffffffa
const MOST_ENTRIES = 20_000
const DEEPEST = 32
/** The root and what streams are in it may be read more than once, but not a thousand times. */
const READ_AGAIN = 6

const STORAGE = 1
const STREAM = 2

type Entry = {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/**
 * Opens a compound file, as Outlook's messages and old Office documents are.
 *
 * Out:    the root folder; null where the bytes are no such file. Chains that loop or leave the file end there.
 * Source: MS-CFB.
 */
export function openCompoundFile(bytes: Uint8Array): Storage | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.length < HEADER_LENGTH || file.toString('hex', 0, 8) !== SIGNATURE) return null
  const sectorSize = 1 << Math.min(16, Math.max(7, file.readUInt16LE(0x1e)))
  const sector = (index: number): Buffer => file.subarray((index + 1) * sectorSize, (index + 2) * sectorSize)
  const fat = allocationTable(file, sectorSize, sector)
  const allowance = { bytes: file.length * READ_AGAIN }
  const chained = (start: number, size: number): Buffer => {
    const most = Math.min(size, allowance.bytes)
    const pieces = chain(fat, start, Math.ceil(most / sectorSize)).map(sector)
    const content = Buffer.concat(pieces).subarray(0, most)
    allowance.bytes -= content.length
    return content
  }
  const directory = chained(file.readUInt32LE(0x30), Math.min(file.length, MOST_ENTRIES * ENTRY_LENGTH))
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY_LENGTH) }, (_, index) =>
    entryAt(directory, index * ENTRY_LENGTH),
  )
  const [root] = entries
  if (!root) return null
  const mini = numbers(chained(file.readUInt32LE(0x3c), file.readUInt32LE(0x40) * sectorSize))
  const miniStream = chained(root.start, root.size)
  const cutoff = file.readUInt32LE(0x38)
  const read = ({ start, size }: Entry): Uint8Array => {
    if (size >= cutoff) return chained(start, size)
    const most = Math.min(size, allowance.bytes)
    const sectors = chain(mini, start, Math.ceil(most / MINI_SECTOR))
    const pieces = sectors.map((index) => miniStream.subarray(index * MINI_SECTOR, (index + 1) * MINI_SECTOR))
    allowance.bytes -= most
    return Buffer.concat(pieces).subarray(0, most)
  }
  return folder(entries, root, read, new Set([0]), DEEPEST)
}

/** Where each sector's successor stands: by the table of tables, which begins in the header. */
function allocationTable(file: Buffer, sectorSize: number, sector: (index: number) => Buffer): Uint32Array {
  const tables: number[] = []
  const most = Math.ceil(file.length / sectorSize)
  const add = (list: Buffer): void => {
    for (const index of numbers(list)) if (index < LAST_REGULAR && tables.length < most) tables.push(index)
  }
  add(file.subarray(0x4c, HEADER_LENGTH))
  let next = file.readUInt32LE(0x44)
  for (let count = 0; next < LAST_REGULAR && count < most; count++) {
    const list = sector(next)
    if (list.length < sectorSize) break
    add(list.subarray(0, -4))
    next = list.readUInt32LE(sectorSize - 4)
  }
  // Sectors that lie outside of the file are empty, and would shift all that follow.
  const whole = Buffer.alloc(Math.min(tables.length, Math.ceil(most / (sectorSize / 4)) + 1) * sectorSize, 0xff)
  for (const [index, table] of tables.entries()) sector(table).copy(whole, index * sectorSize)
  return numbers(whole)
}

function numbers(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4))
}

function chain(table: Uint32Array, start: number, most: number): number[] {
  const sectors: number[] = []
  // Bounded by the size asked for: a chain that loops gives the same bytes again until then.
  const end = Math.min(most, table.length)
  for (let at = start; at < table.length && sectors.length < end; at = table[at] as number) sectors.push(at)
  return sectors
}

function entryAt(directory: Buffer, at: number): Entry {
  const nameLength = Math.min(64, Math.max(2, directory.readUInt16LE(at + 0x40))) - 2
  return {
    name: directory.toString('utf16le', at, at + nameLength),
    type: directory[at + 0x42] as number,
    left: directory.readUInt32LE(at + 0x44),
    right: directory.readUInt32LE(at + 0x48),
    child: directory.readUInt32LE(at + 0x4c),
    start: directory.readUInt32LE(at + 0x74),
    size: directory.readUInt32LE(at + 0x78),
  }
}

/** The entries of a folder are a tree of their own. Each is taken once in a file. */
function folder(
  entries: readonly Entry[],
  { child }: Entry,
  read: (entry: Entry) => Uint8Array,
  taken: Set<number>,
  depth: number,
): Storage {
  const storages = new Map<string, Storage>()
  const streams = new Map<string, Entry>()
  const waiting = [child]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (!entry || taken.has(index)) continue
    taken.add(index)
    waiting.push(entry.right, entry.left)
    if (entry.type === STREAM) streams.set(entry.name, entry)
    if (entry.type === STORAGE && depth > 0) storages.set(entry.name, folder(entries, entry, read, taken, depth - 1))
  }
  return {
    storages,
    streamNames: [...streams.keys()],
    stream(name) {
      const entry = streams.get(name)
      return entry ? read(entry) : new Uint8Array()
    },
  }
}
