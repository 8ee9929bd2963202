import { crc32 } from 'node:zlib'
import { inflate } from './inflate.ts'
import type { Unpacked } from './inflate.ts'
import { unlockZip } from './unlock-zip.ts'
import type { ZipEntry } from './zip-entries.ts'

const STORED = 0
const DEFLATED = 8

/** What is packed tighter is packed to do harm; little files may be. */
const MOST_RATIO = 200
const FREE_BYTES = 1024 * 1024

/** What unpacking may still take, for one mail: bytes that come out, and passwords that are tried. */
export type Room = { bytes: number; tries: number }

/** `locked`: no password opens it; `unsupported`: packed in a way nothing here reads. */
export type UnpackedEntry = Unpacked | 'locked' | 'unsupported'

/** Unpacks one file of a zip, as far as there is room, and takes that from the room. */
export async function unpack(entry: ZipEntry, passwords: readonly string[], room: Room): Promise<UnpackedEntry> {
  if (!entry.isEncrypted) return unpackPlain(entry, entry.packed, room)
  for (const password of passwords) {
    if (room.tries-- <= 0) break
    const packed = unlockZip(entry, password)
    if (packed === null) continue
    const unpacked = await unpackPlain(entry, packed, room)
    if (unpacked === 'unsupported' || isRight(entry, unpacked)) return unpacked
  }
  return 'locked'
}

/** Bytes that may come out of what is packed in so many. */
export function mostOf(packed: Uint8Array, room: Room): number {
  return Math.max(0, Math.min(room.bytes, FREE_BYTES + packed.length * MOST_RATIO))
}

async function unpackPlain(entry: ZipEntry, packed: Uint8Array, room: Room): Promise<Unpacked | 'unsupported'> {
  const { method } = entry
  if (method !== STORED && method !== DEFLATED) return 'unsupported'
  const most = mostOf(packed, room)
  const unpacked = method === DEFLATED ? await inflate(packed, most) : stored(entry, packed, most)
  room.bytes -= unpacked.bytes.length
  return unpacked
}

function stored({ isCutOff }: ZipEntry, packed: Uint8Array, most: number): Unpacked {
  if (packed.length > most) return { bytes: packed.subarray(0, most), ending: 'too_large' }
  return { bytes: packed, ending: isCutOff ? 'cut_off' : 'whole' }
}

/** A wrong password that went unnoticed gives nonsense. Where the file was too long, nobody can tell. */
function isRight({ crc, aesStrength }: ZipEntry, { bytes, ending }: Unpacked): boolean {
  if (ending === 'broken' || ending === 'too_large') return ending === 'too_large'
  return aesStrength !== null || crc32(bytes) === crc
}
