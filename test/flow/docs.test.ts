import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const node = (...args: string[]): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })

test('the page of commands is what --help says', () => {
  const { status, stderr } = node('scripts/docs.mjs', '--check')
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('every command the README names exists', () => {
  const readme = readFileSync(`${root}/README.md`, 'utf8')
  const named = new Set([...readme.matchAll(/^ringtrace ([a-z]+)/gm)].map(([, name]) => name ?? ''))
  expect(named.size).toBeGreaterThan(4)
  for (const name of named) expect(node('dist/cli/main.js', name, '--help').status, name).toBe(0)
})

const hasJq = spawnSync('jq', ['--version']).status === 0
if (!hasJq) console.warn('jq is not installed: the filters of the README and of --help are not run')

test.skipIf(!hasJq)(
  'the jq filters of the README and of --help give the call-back numbers, on old versions too',
  () => {
    const scanned = node('dist/cli/main.js', 'scan', '--json', 'web/public/samples/renewal.eml').stdout
    const texts = [readFileSync(`${root}/README.md`, 'utf8'), String(node('dist/cli/main.js', 'scan', '--help').stdout)]
    const filters = texts.flatMap((text) =>
      [...text.matchAll(/\| jq (?:-c )?'([^']+)'/g)].map(([, filter]) => filter ?? ''),
    )
    expect(filters.length).toBeGreaterThan(1)
    for (const filter of filters) {
      const { stdout } = spawnSync('jq', ['-r', filter], { input: scanned, encoding: 'utf8' })
      expect(stdout, filter).toBe('+18035552147\n')
    }
  },
)

test('every file the README and the docs link to exists', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'design.md']
  const links = pages.flatMap((page) => [
    ...readFileSync(`${root}/${page}`, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g),
  ])
  expect(links.map(([, link]) => link ?? '').filter((link) => !existsSync(`${root}/${link}`))).toEqual([])
})
