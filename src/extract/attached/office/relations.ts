import type { Package } from '../archive/package.ts'
import { scanXml } from './scan-xml.ts'

/** Where the ids lead that a file of a package uses: for a link what it opens, else a file beside it. */
export async function relations(document: Package, name: string): Promise<ReadonlyMap<string, string>> {
  const slash = name.lastIndexOf('/') + 1
  const targets = new Map<string, string>()
  scanXml(await document.textOf(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`), {
    isDone: false,
    open(element, attributes) {
      if (element === 'Relationship') targets.set(attributes('Id') ?? '', attributes('Target') ?? '')
    },
    close() {},
    text() {},
  })
  return targets
}
