import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** The floors, lowest first. A folder may import itself and folders on lower floors; nothing else. */
const FLOORS = [
  ['model'],
  ['extract', 'lure', 'enrich', 'analyze', 'score', 'decide', 'render', 'simulate'],
  ['collect', 'store'],
  ['app'],
  ['http'],
  ['cli'],
]
const PURE_FLOORS = 2
const MAX_LINES = 300

/** The folders that know an outside package. The rest of the code has never heard of it. */
const HOME: Record<string, readonly string[]> = {
  'libphonenumber-js': ['model', 'extract', 'simulate'],
  entities: ['extract'],
  'pdf-lib': ['simulate'],
  '@hyzyla/pdfium': ['app'],
  'tesseract.js-core': ['app'],
  sharp: ['app'],
  'libheif-js': ['app'],
  'zxing-wasm': ['app'],
  'csv-parse': ['collect'],
  '@clickhouse/client': ['store'],
  chdb: ['store'],
  lmdb: ['store'],
  zod: ['collect', 'http', 'cli'],
  fastify: ['http'],
  'fastify-type-provider-zod': ['http'],
  '@fastify/swagger': ['http'],
  '@fastify/swagger-ui': ['http'],
  '@fastify/static': ['http'],
  commander: ['cli'],
}

const IMPURE_MODULE = /^node:(fs|net|http|https|tls|dns|child_process|process|timers|worker_threads|os)/
const IMPURE_CALL = /Date\.now\(|new Date\(\)|Math\.random\(|process\.env|\bfetch\(/

const src = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file))

const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '')
const floorOf = (folder: string): number => FLOORS.findIndex((floor) => floor.includes(folder))
const read = (file: string): string => readFileSync(join(src, file), 'utf8')
/** An import statement begins a line or closes its braces; a string that merely says "from" is none. */
const IMPORT = /(?:^(?:import|export) [^'"\n]*\bfrom |^\} from |^import |\bimport\()'([^'\n]+)'/gm
const imports = (file: string): string[] => [...read(file).matchAll(IMPORT)].map((match) => match[1] ?? '')
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')

test('there is a house to look at', () => {
  expect(files.length).toBeGreaterThan(10)
})

test('imports only go down a floor', () => {
  const upward = files.flatMap((file) =>
    imports(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => folderOf(relative(src, join(src, dirname(file), target))))
      .filter((to) => to !== folderOf(file) && floorOf(to) >= floorOf(folderOf(file)))
      .map((to) => `${file} -> ${to}`),
  )
  expect(upward).toEqual([])
})

test('the pure floors do no I/O, read no clock and roll no dice', () => {
  const impure = files
    .filter((file) => floorOf(folderOf(file)) < PURE_FLOORS)
    .filter((file) => IMPURE_CALL.test(read(file)) || imports(file).some((target) => IMPURE_MODULE.test(target)))
  expect(impure).toEqual([])
})

test('an outside package is imported by its home alone', () => {
  const strays = files.flatMap((file) =>
    imports(file)
      .filter((target) => !/^(\.|node:)/.test(target))
      .filter((target) => !HOME[packageOf(target)]?.includes(folderOf(file)))
      .map((target) => `${file} -> ${target}`),
  )
  expect(strays).toEqual([])
})

test('what is thrown is an IntelError', () => {
  // Commander tells a refused flag value itself, with the flag's name: its own error is the way to say so.
  const throwers = files.filter((file) => file !== 'cli/flag-values.ts')
  expect(throwers.filter((file) => /throw new (?!IntelError)/.test(read(file)))).toEqual([])
})

test('only the cli reads the environment and the command line', () => {
  expect(files.filter((file) => folderOf(file) !== 'cli' && /process\.(env|argv|exit\b)/.test(read(file)))).toEqual([])
})

test('every file has a floor and fits in one sitting', () => {
  expect(files.filter((file) => floorOf(folderOf(file)) < 0)).toEqual([])
  expect(files.filter((file) => read(file).split('\n').length > MAX_LINES)).toEqual([])
})
