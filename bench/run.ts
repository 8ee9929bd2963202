import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Benchmark, Figure } from './figures.ts'
import { machine, markdown } from './figures.ts'

/** The programs, in the order of the table. Each exports one function: its benchmark. */
const PROGRAMS = ['text', 'mail', 'ocr', 'accuracy', 'made-up', 'import', 'lookup', 'store'] as const

const PAGE = new URL('../docs/benchmarks.md', import.meta.url)
const MARKERS = ['<!-- figures -->', '<!-- /figures -->'] as const

const USAGE = `npm run bench -- [--write] [${PROGRAMS.join('] [')}]

Runs the benchmarks, each in a process of its own, and prints one table.
  --write  also puts the table into docs/benchmarks.md`

/** Runs a program in its own process: none is measured in the heat of another. */
function figuresOf(program: string): Promise<readonly Figure[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', import.meta.filename, '--measure', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const line = Buffer.concat(output).toString().trimEnd().split('\n').at(-1) ?? ''
      if (code === 0) resolve(JSON.parse(line) as Figure[])
      else reject(new Error(`bench/${program}.ts ended with ${code}`))
    })
  })
}

async function measure(program: string): Promise<void> {
  const module = (await import(`./${program}.ts`)) as Record<string, unknown>
  const benchmark = Object.values(module).find((own) => typeof own === 'function') as Benchmark
  process.stdout.write(`\n${JSON.stringify(await benchmark())}\n`)
}

async function writePage(table: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  const [from, to] = MARKERS.map((marker) => page.indexOf(marker))
  if (from === undefined || to === undefined || from < 0 || to < from)
    throw new Error(`${PAGE.pathname} has no ${MARKERS[0]}`)
  await writeFile(PAGE, `${page.slice(0, from + MARKERS[0].length)}\n${table}\n${page.slice(to)}`)
}

async function run(wanted: readonly string[], isWritten: boolean): Promise<void> {
  const figures: Figure[] = []
  for (const program of wanted) {
    console.error(`bench/${program}.ts …`)
    try {
      figures.push(...(await figuresOf(program)))
    } catch (error) {
      console.error((error as Error).message)
      process.exitCode = 1
    }
  }
  const table = `${machine()}\n\n${markdown(figures)}`
  console.log(table)
  if (isWritten && process.exitCode === undefined) await writePage(table)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    measure: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const unknown = positionals.find((name) => !(PROGRAMS as readonly string[]).includes(name))
if (values.help || unknown !== undefined) {
  console.error(unknown === undefined ? USAGE : `no benchmark ${unknown}\n\n${USAGE}`)
  process.exitCode = unknown === undefined ? 0 : 2
} else if (values.measure !== undefined) await measure(values.measure)
else await run(positionals.length > 0 ? positionals : PROGRAMS, values.write)
