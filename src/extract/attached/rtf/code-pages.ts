/** What a font's \fcharset means, as a code page. Source: RTF 1.9.1, font table. */
const OF_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  255: 437,
}

/** Code pages whose encoding is called by another name than `windows-…`. Source: WHATWG Encoding, names and labels. */
const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  20866: 'koi8-r',
  20932: 'euc-jp',
  21866: 'koi8-u',
  28592: 'iso-8859-2',
  28595: 'iso-8859-5',
  28605: 'iso-8859-15',
  50220: 'iso-2022-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
}

export function codePageOf(charset: number): number | null {
  return OF_CHARSET[charset] ?? null
}

/** Decodes bytes of a code page; of one that is not known as Windows-1252, which agrees with most in its lower half. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  const label = LABELS[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')
  return new TextDecoder(label).decode(bytes)
}
