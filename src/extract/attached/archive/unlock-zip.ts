import { createCipheriv, pbkdf2Sync } from 'node:crypto'
import type { ZipEntry } from './zip-entries.ts'

/**
 * Decrypts a file of a zip, the old way of PKZIP or with AES.
 *
 * Out:    its packed bytes; null where the password is wrong. One wrong password in 256 (the old way) or 65,536 (AES) is
 *         not found out here.
 * Source: PKWARE APPNOTE 6.3.10, section 6.1; WinZip AE-1 and AE-2.
 */
export function unlockZip({ packed, aesStrength, check }: ZipEntry, password: string): Uint8Array | null {
  return aesStrength === null ? unlockOld(packed, password, check) : unlockAes(packed, password, aesStrength)
}

const OLD_HEADER = 12
/** Of each byte, for the CRC whose state the old way takes for a key. Source: PKWARE APPNOTE 6.3.10, section 4.4.7. */
const crc32Table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function unlockOld(packed: Uint8Array, password: string, check: number): Uint8Array | null {
  if (packed.length < OLD_HEADER) return null
  let [low, middle, high] = [0x12345678, 0x23456789, 0x34567890]
  const update = (byte: number): void => {
    low = ((crc32Table[(low ^ byte) & 0xff] as number) ^ (low >>> 8)) >>> 0
    middle = (Math.imul((middle + (low & 0xff)) >>> 0, 134775813) + 1) >>> 0
    high = ((crc32Table[(high ^ (middle >>> 24)) & 0xff] as number) ^ (high >>> 8)) >>> 0
  }
  const decrypt = (byte: number): number => {
    const key = (high | 2) & 0xffff
    const plain = byte ^ ((Math.imul(key, key ^ 1) >>> 8) & 0xff)
    update(plain)
    return plain
  }
  for (const byte of Buffer.from(password)) update(byte)
  let last = 0
  for (const byte of packed.subarray(0, OLD_HEADER)) last = decrypt(byte)
  return last === check ? packed.subarray(OLD_HEADER).map(decrypt) : null
}

const AES_ROUNDS = 1000
const VERIFIER_LENGTH = 2
const AUTHENTICATION_LENGTH = 10
const BLOCK = 16

function unlockAes(packed: Uint8Array, password: string, strength: number): Uint8Array | null {
  const keyLength = 8 + 8 * strength
  const saltLength = keyLength / 2
  const data = packed.subarray(saltLength + VERIFIER_LENGTH, packed.length - AUTHENTICATION_LENGTH)
  if (strength < 1 || strength > 3 || packed.length < saltLength + VERIFIER_LENGTH + AUTHENTICATION_LENGTH) return null
  const salt = packed.subarray(0, saltLength)
  const keys = pbkdf2Sync(password, salt, AES_ROUNDS, 2 * keyLength + VERIFIER_LENGTH, 'sha1')
  const verifier = keys.subarray(2 * keyLength)
  if (verifier.compare(packed.subarray(saltLength, saltLength + VERIFIER_LENGTH)) !== 0) return null
  // WinZip counts its blocks with the lowest byte first, which no counter mode of the platform does.
  const counters = Buffer.alloc(Math.ceil(data.length / BLOCK) * BLOCK)
  for (let at = 0; at < counters.length; at += BLOCK) counters.writeUInt32LE(at / BLOCK + 1, at)
  const cipher = createCipheriv(`aes-${keyLength * 8}-ecb`, keys.subarray(0, keyLength), null)
  const stream = cipher.setAutoPadding(false).update(counters)
  return data.map((byte, at) => byte ^ (stream[at] as number))
}
