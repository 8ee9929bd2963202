// Makes a fresh checkout ready to run: installs what is missing, builds what is older than its sources.
// Uses nothing but Node itself, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['src', 'web', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`ringtrace needs Node 20.19 or newer; this is ${process.version}`)
  process.exit(2)
}

const run = (what, args) => {
  console.error(`ringtrace: ${what}`)
  const { status, error } = spawnSync(npm, args, { cwd: root, stdio: ['ignore', 2, 2], shell: npm.endsWith('.cmd') })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? 1)
}

const changedAt = (path) => {
  const place = join(root, path)
  if (!existsSync(place)) return 0
  const { mtimeMs } = statSync(place)
  if (!statSync(place).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => changedAt(join(path, name))))
}

const installedAt = changedAt('node_modules/.package-lock.json')
if (installedAt === 0 || installedAt < changedAt('package-lock.json')) {
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional packages, and npm writes such ones.
  run('installing packages (the embedded engine is a 180 MB download)', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
  ])
}
const builtAt = Math.min(changedAt('dist/cli/main.js'), changedAt('dist/web/index.html'))
if (builtAt === 0 || builtAt < Math.max(...SOURCES.map(changedAt))) run('building', ['run', '--silent', 'build'])
