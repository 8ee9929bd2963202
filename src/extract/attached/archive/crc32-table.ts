/** Of each byte, for the CRC that zip reckons with. Source: PKWARE APPNOTE 6.3.10, section 4.4.7. */
export const crc32Table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
