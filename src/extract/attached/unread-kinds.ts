/** What people call files that nothing here reads, by how they begin, in Latin-1. */
const UNREAD: readonly (readonly [RegExp, string])[] = [
  [/^Rar!/, 'RAR archive'],
  [/^7z\xBC\xAF/, '7-Zip archive'],
  [/^MSCF/, 'cabinet archive'],
  [/^BZh/, 'bzip2 archive'],
  [/^\xFD7zXZ/, 'xz archive'],
  [/^(?:\x60\xEA)/, 'ARJ archive'],
  [/^MZ/, 'Windows program'],
  [/^\x7FELF/, 'Linux program'],
  [/^L\0\0\0\x01\x14\x02/, 'Windows shortcut'],
  [/^ITSF/, 'help file'],
  [/^\xE4\x52\x5C\x7B\x8C\xD8\xA7\x4D/, 'OneNote document'],
  [/^(?:\x1AE\xDF\xA3|[^]{4}ftyp(?:isom|mp4|M4|qt)|RIFF[^]{4}AVI)/, 'film'],
  [/^(?:ID3|\xFF[\xFB\xF3\xF2]|RIFF[^]{4}WAVE|OggS|fLaC)/, 'sound'],
]
const HEAD_LENGTH = 16

/** The name of a file's kind; what the sender calls it where its beginning tells nothing. */
export function unreadKind(bytes: Uint8Array, type: string): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_LENGTH)).toString('latin1')
  return UNREAD.find(([beginning]) => beginning.test(head))?.[1] ?? type
}
