import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

// Without its scripts: packing builds anew, under the feet of the other tests.
const { stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
const [{ files }] = JSON.parse(stdout || `[{"files":[],"why":${JSON.stringify(stderr)}}]`) as [
  { files: readonly { readonly path: string }[] },
]
const packed = files.map(({ path }) => path)

test('the package holds the program, the workbench, the tables, the docs and the licence', () => {
  expect(packed).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'dist/cli/main.js',
      'dist/app/reader-worker.js',
      'dist/web/index.html',
      'data/brands.json',
      'data/official-numbers.json',
      'data/NOTICE.md',
      'docs/commands.md',
    ]),
  )
})

test('the package holds nothing that no source is of any more, and no tests', () => {
  const built = packed.filter((path) => path.startsWith('dist/') && !path.startsWith('dist/web/'))
  const stale = built.filter((path) => !existsSync(`${root}/${path.replace(/^dist/, 'src').replace(/\.js$/, '.ts')}`))
  expect(stale).toEqual([])
  expect(packed.filter((path) => /\.test\.|\.map$/.test(path))).toEqual([])
})
