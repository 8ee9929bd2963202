import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Target } from './target.ts'
import { fuzz } from './work.ts'

const FINDINGS = 'fuzz-findings'
/** So long no input is read: whoever does not come back hangs. */
const HANG_MILLIS = 60_000
const NAMES = [
  'mime',
  'html',
  'css',
  'finder',
  'verdict',
  'calendar',
  'vcard',
  'svg',
  'office',
  'zip',
  'rtf',
  'msg',
  'tnef',
  'pdf',
  'pictures',
  'heic',
]
const ALL = [...NAMES, ...NAMES.map((name) => `mail-${name}`)]

const USAGE = `npm run fuzz -- [--minutes N] [--seed S] [--target NAME]...

Feeds broken input to every reader, each in a process of its own, and broken mail to the processes that read mail.
What goes wrong is printed and written to ${FINDINGS}/, made as small as it goes; then the exit code is 1.
  --minutes  all targets together (default: 2)
  --seed     of the changes (default: told at the start, from the clock)
  --target   ${ALL.join(', ')}`

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string' },
    target: { type: 'string', multiple: true },
    worker: { type: 'string' },
    current: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
})

if (values.worker !== undefined) await work(values.worker)
else await runAll()

/** In a process of its own: one target. */
async function work(name: string): Promise<void> {
  const isMail = name.startsWith('mail-')
  const { TARGETS, closeTargets } = await import('./targets.ts')
  const { MAILS, closeMails } = isMail ? await import('./mails.ts') : { MAILS: [], closeMails: async () => undefined }
  const target = [...TARGETS, ...MAILS].find((own) => own.name === name) as Target
  const { runs, slowestMillis, finding } = await fuzz(
    target,
    Number(values.seed),
    Number(values.minutes) * 60_000,
    values.current,
  )
  console.log(`${runs} runs, slowest ${Math.round(slowestMillis)} ms`)
  if (finding) {
    writeFileSync(values.current, finding.bytes)
    console.log(finding.why)
    process.exitCode = 1
  }
  await closeTargets()
  await closeMails()
}

async function runAll(): Promise<void> {
  const wanted = values.target ?? ALL
  const unknown = wanted.find((name) => !ALL.includes(name))
  if (values.help || unknown !== undefined) {
    console.error(unknown === undefined ? USAGE : `no target ${unknown}\n\n${USAGE}`)
    process.exitCode = unknown === undefined ? 0 : 2
    return
  }
  const seed = Number(values.seed ?? Date.now() % 2 ** 31)
  const minutes = Number(values.minutes) / wanted.length
  console.log(`seed ${seed}, ${wanted.length} targets, ${(minutes * 60).toFixed(0)} s each`)
  for (const name of wanted) {
    const why = await runOne(name, seed, minutes)
    if (why !== null) process.exitCode = 1
  }
}

/** Out: what went wrong; null where nothing did. */
async function runOne(name: string, seed: number, minutes: number): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'ringtrace-fuzz-'))
  const current = join(folder, 'input')
  const told: Buffer[] = []
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      import.meta.filename,
      '--worker',
      name,
      '--seed',
      `${seed}`,
      '--minutes',
      `${minutes}`,
      '--current',
      current,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  child.stdout.on('data', (chunk: Buffer) => told.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => told.length < 200 && told.push(chunk))
  let hangs = false
  const timer = setInterval(() => {
    if (!existsSync(current) || Date.now() - statSync(current).mtimeMs < HANG_MILLIS) return
    hangs = true
    child.kill('SIGKILL')
  }, 1_000)
  const how = await new Promise<string | number>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code ?? 0)),
  )
  clearInterval(timer)
  const words = Buffer.concat(told).toString().trim()
  console.log(`${name}: ${hangs ? 'HANGS' : how === 0 ? 'ok' : `FOUND (${how})`}, ${words.split('\n').join('\n  ')}`)
  if (how === 0) return (rmSync(folder, { recursive: true }), null)
  mkdirSync(FINDINGS, { recursive: true })
  const kept = join(FINDINGS, `${name}-${seed}`)
  if (existsSync(current)) copyFileSync(current, kept)
  console.log(`  input: ${kept}; again: npm run fuzz -- --target ${name} --seed ${seed}`)
  rmSync(folder, { recursive: true })
  return words
}
