import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { machine, markdown } from './figures.ts'
import type { Benchmark, Figure } from './figures.ts'

const SIZES = [100_000, 500_000, 2_000_000]
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const PEER = fileURLToPath(new URL('./plain-insert.ts', import.meta.url))

/** The built command on NDJSON, from its start: until every sighting is safe, and until each can be looked up. */
export const importBenchmark: Benchmark = async () => {
  const figures: Figure[] = []
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'ringtrace-bench-import-'))
    try {
      const file = join(folder, 'feed.ndjson')
      writeFileSync(file, feed(size))
      const plainSeconds = Number((await run(['--import', 'tsx', PEER, file, join(folder, 'plain')])).stdout)
      const { writtenSeconds, endedSeconds } = await run([
        MAIN,
        'import',
        file,
        '--data',
        join(folder, 'store'),
        '--acknowledge',
      ])
      const shared = {
        size: `${size.toLocaleString('en')} records`,
        unit: 'a second',
        peer: { name: 'plain insert of the rows', value: size / plainSeconds },
      }
      figures.push(
        { work: 'import until all is written', ours: size / writtenSeconds, ...shared },
        { work: 'import until all can be looked up', ours: size / endedSeconds, ...shared },
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  return figures
}

type Ran = { readonly stdout: string; readonly writtenSeconds: number; readonly endedSeconds: number }

/** writtenSeconds: until the last acknowledgement. Both from the start of the process. */
async function run(args: readonly string[]): Promise<Ran> {
  const startedAt = performance.now()
  const since = (): number => (performance.now() - startedAt) / 1_000
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr, writtenSeconds] = ['', '', 0]
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
    if (chunk.includes('sightings written')) writtenSeconds = since()
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`)
  return { stdout, writtenSeconds, endedSeconds: since() }
}

/** A day of a feed, the same at every run: most numbers come once or twice, in blocks as carriers hand them out. */
function feed(size: number): string {
  let state = 1
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const blocks = Array.from({ length: Math.ceil(size / 200) }, () => 2_010_000 + below(7_900_000))
  const lines = Array.from({ length: size }, () =>
    JSON.stringify({
      number: `+1${blocks[below(blocks.length)]}${String(below(1_000)).padStart(3, '0')}`,
      seenAt: new Date(Date.UTC(2026, 4, 1) + below(86_400_000)).toISOString(),
      channel: 'otp_platform_web',
      service: `service-${below(50)}`,
    }),
  )
  return `${lines.join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(`${machine()}\n\n${markdown(await importBenchmark())}`)
