// Puts the program of a reader into one file: a reader starts with each scan, and to find and compile 240 small files
// took it longer than to read a hundred mails. Packages with files of their own, such as engines, stay where they are.
import { dirname, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const reader = fileURLToPath(new URL('../dist/app/reader-worker.js', import.meta.url))
/** Packages that are nothing but code. */
const CODE = ['libphonenumber-js', 'entities']

/** What a module finds beside itself it finds there also from within the one file. */
const ownPlaces = {
  name: 'own-places',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return null
    const place = `./${relative(dirname(reader), id).replaceAll(sep, '/')}`
    return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`)
  },
}

const isPackage = (id) => !/^(?:\.|\/|[A-Z]:\\)/.test(id)
await build({
  input: reader,
  platform: 'node',
  external: (id) => isPackage(id) && !CODE.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [ownPlaces],
  output: { file: reader, format: 'esm', codeSplitting: false },
  logLevel: 'warn',
})
