import { isAscii, isUtf8 } from 'node:buffer'

/** Charsets in which bytes below 0x80 are not always the ASCII they look like. */
const NOT_ASCII = /^(?:utf-?16|utf-?32|utf-?7|unicode-1-1-utf-7|iso-2022|hz|ucs|csiso2022)/

/** What the names of mailers stand for that WHATWG's list of labels lacks. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'latin-1': 'windows-1252',
    'iso-latin-1': 'windows-1252',
    'iso-8859-8-e': 'iso-8859-8',
    ansi: 'windows-1252',
    'x-ansi': 'windows-1252',
    unicode: 'utf-16le',
    'utf-8mb4': 'utf-8',
    utf8mb4: 'utf-8',
    cp932: 'shift_jis',
    'ms-932': 'shift_jis',
    cp936: 'gbk',
    ms936: 'gbk',
    cp949: 'euc-kr',
    ms949: 'euc-kr',
    cp950: 'big5',
    'big5-2003': 'big5',
    cp874: 'windows-874',
    cp10000: 'macintosh',
  }),
)

/**
 * What Windows-1252 has between 0x80 and 0x9f, where Latin-1 has nothing. Written down here because Node 20 decodes
 * that charset as Latin-1: https://github.com/nodejs/node/issues/56542.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** The upper halves of the two code pages of DOS that mail still comes in. Source: Unicode, VENDORS/MICSFT/PC. */
const DOS: ReadonlyMap<string, string> = new Map([
  [
    'ibm437',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ],
  [
    'ibm850',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ],
])

const decoders = new Map<string, TextDecoder | null>()

/**
 * Decodes bytes of a charset.
 *
 * In:  charset, by any name mail gives it.
 * Out: the text, with U+FFFD for what the charset has not; null for a charset nobody here knows.
 */
export function decodeCharset(bytes: Uint8Array, charset: string): string | null {
  const name = charset.trim().toLowerCase().replaceAll('_', '-')
  if (!NOT_ASCII.test(name) && isAscii(bytes)) return bufferOf(bytes).toString('latin1')
  if (name === 'utf-8' || name === 'utf8') return decoderOf('utf-8')?.decode(bytes) ?? null
  if (/^(?:x-)?(?:unicode-1-1-|csunicode11)?utf-?7$/.test(name)) return decodeUtf7(bytes)
  const dos = DOS.get(name.replace(/^(?:cp-?|ibm-?)?(437|850|858)$/, 'ibm$1').replace('858', '850'))
  if (dos) return decodeUpper(bytes, /[\x80-\xff]/g, dos)
  const label = OTHER_NAMES.get(name) ?? charset.trim()
  const decoder = decoderOf(label) ?? decoderOf(name.replace(/^cp-?(\d)/, 'windows-$1'))
  return decoder && (decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes))
}

/** Decodes bytes whose charset nobody tells: as UTF-8 where they are that, else as Windows-1252, which all bytes are. */
export function decodeUntold(bytes: Uint8Array): string {
  return isUtf8(bytes) ? (decodeCharset(bytes, 'utf-8') as string) : decodeWindows1252(bytes)
}

function decodeWindows1252(bytes: Uint8Array): string {
  return decodeUpper(bytes, /[\x80-\x9f]/g, WINDOWS_1252)
}

function decodeUpper(bytes: Uint8Array, upper: RegExp, letters: string): string {
  return bufferOf(bytes)
    .toString('latin1')
    .replace(upper, (byte) => letters.charAt(byte.charCodeAt(0) - 0x80))
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function decoderOf(label: string): TextDecoder | null {
  const known = decoders.get(label)
  if (known !== undefined) return known
  let decoder: TextDecoder | null = null
  try {
    decoder = new TextDecoder(label)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  // Names come from the sender; those of no charset are not worth remembering.
  if (decoder) decoders.set(label, decoder)
  return decoder
}

/** Source: RFC 2152. */
function decodeUtf7(bytes: Uint8Array): string {
  return bufferOf(bytes)
    .toString('latin1')
    .replace(/\+([A-Za-z\d+/]*)-?/g, (whole, shifted: string) => {
      if (shifted === '') return whole === '+-' ? '+' : whole
      const units = Buffer.from(shifted, 'base64')
      return units
        .subarray(0, units.length & ~1)
        .swap16()
        .toString('utf16le')
    })
}
