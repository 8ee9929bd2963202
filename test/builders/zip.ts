import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import type { ZipWriterConstructorOptions } from '@zip.js/zip.js'

configure({ useWebWorkers: false })

/** A zip of files by name, texts in UTF-8, written by another program than the one that reads it. */
export async function zip(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: ZipWriterConstructorOptions = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), options)
  for (const [name, content] of Object.entries(files))
    await writer.add(
      name,
      new Uint8ArrayReader(typeof content === 'string' ? new TextEncoder().encode(content) : content),
    )
  return writer.close()
}

/** A zip of files that are not packed, written at once: of many files, or with headers that lie. In: lie, changes them. */
export function storedZip(
  files: readonly (readonly [name: string, content: string])[],
  lie: (header: Buffer, isDirectory: boolean) => void = () => undefined,
): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const local = Buffer.alloc(30)
    local.write('PK\x03\x04', 'latin1')
    for (const at of [18, 22]) local.writeUInt32LE(Buffer.byteLength(content), at)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 'latin1')
    local.copy(central, 6, 4, 30)
    central.writeUInt32LE(offset, 42)
    lie(local, false)
    lie(central, true)
    pieces.push(local, Buffer.from(name), Buffer.from(content))
    directory.push(central, Buffer.from(name))
    offset += local.length + Buffer.byteLength(name) + Buffer.byteLength(content)
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}
