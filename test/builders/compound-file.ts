import { createRequire } from 'node:module'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'

/** A folder of a compound file: streams are bytes, folders are folders. */
export type Folder = { readonly [name: string]: Uint8Array | Folder }

type Entry = { name: string; type: number; length: number; binaryProvider?: () => Uint8Array; children?: number[] }

const { burn } = createRequire(import.meta.url)('@kenjiuno/msgreader/lib/Burner.js') as {
  burn: (entries: Entry[]) => Uint8Array
}

/** A compound file, written by another program than the one that reads it. */
export function compoundFile(root: Folder): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] }]
  const add = (folder: Folder, children: number[]): void => {
    for (const [name, content] of Object.entries(folder)) {
      const isFile = content instanceof Uint8Array
      const entry: Entry = isFile
        ? { name, type: TypeEnum.DOCUMENT, length: content.length, binaryProvider: () => Uint8Array.from(content) }
        : { name, type: TypeEnum.DIRECTORY, length: 0, children: [] }
      children.push(entries.push(entry) - 1)
      if (!isFile) add(content, entry.children as number[])
    }
  }
  add(root, (entries[0] as Entry).children as number[])
  return burn(entries)
}
