import { isIP } from 'node:net'
import { prepareDemo } from '../../app/demo.ts'
import { keepForecastFresh } from '../../app/keep-forecast-fresh.ts'
import type { FreshForecast } from '../../app/keep-forecast-fresh.ts'
import { keepFresh } from '../../app/keep-fresh.ts'
import { openReaderPool } from '../../app/reader-pool.ts'
import { loadProviderSizes } from '../../collect/provider-sizes.ts'
import { loadReference } from '../../collect/reference.ts'
import { makeServer } from '../../http/server.ts'
import { FAILURES, IntelError } from '../../model/failures.ts'
import { many } from '../../render/many.ts'
import type { Store } from '../../store/store.ts'
import type { AddCommand } from '../command.ts'
import { wholeNumber } from '../flag-values.ts'
import { print, say, tellFailure } from '../output.ts'
import { picturesOf } from '../pictures-of.ts'
import { readSettings } from '../settings.ts'
import type { Settings } from '../settings.ts'
import { withMemory } from '../store-of.ts'
import { version } from '../version.ts'

type Options = {
  readonly port?: number
  readonly host: string
  readonly name?: readonly string[]
  readonly data?: string
  readonly ocr?: string
  readonly demo?: boolean
  readonly forecast: boolean
}

/** How long an engine that aborts may take to end what it is at. */
const ABORT_GRACE_MILLIS = 10_000

const HELP = `
Listens on this machine alone unless --host says otherwise, and asks nobody who they are: put it behind a proxy that does
before you open it to others, and --name the host it is reached at. Ctrl-C stops it.
At the start where there is no forecast or an old one, and then once a day, it learns which numbers come next as
ringtrace forecast does: in a process of its own, which takes a processor for seconds and gives way to all others. --no-forecast leaves that to you.

Examples:
  ringtrace serve --demo
  ringtrace serve --port 9000
  ringtrace serve --name ringtrace.example.org`

export const addServeCommand: AddCommand = (program, run) => {
  program
    .command('serve')
    .description('The API and the workbench in the browser.')
    .option('--port <number>', 'port to listen on, 0 for any free one (default: 8480)', wholeNumber(0, 65_535))
    .option('--host <name>', 'address or name to listen on', '127.0.0.1')
    .option('--name <host...>', 'host names of a proxy before it, which pages may be opened at')
    .option('--data <folder>', 'data folder')
    .option('--ocr <how much>', 'read pictures: auto, off or all (default: auto)')
    .option('--demo', 'with a made-up world in a data folder of its own')
    .option('--no-forecast', 'do not learn by itself which numbers come next')
    .addHelpText('after', HELP)
    .action(run(serve))
}

async function serve({ host, demo = false, forecast, ...flags }: Options): Promise<number> {
  const own = readSettings(flags)
  const settings: Settings = demo ? { ...own, data: `${own.data}-demo`, clickhouseUrl: null } : own
  const reference = await loadReference(settings.data)
  const providerSizes = await loadProviderSizes(settings.data)
  return withMemory(settings, async (memory) => {
    const reader = openReaderPool({ region: settings.region, data: settings.data, ...picturesOf(settings) })
    const sources = { ...memory, reference, providerSizes, reader, region: settings.region, clock: Date.now }
    const names = [...settings.names, ...(isIP(host) ? [] : [host.toLowerCase()])]
    let fresh: FreshForecast | null = null
    // Until the world is made, learning is yet to begin.
    const learning = () => fresh?.learning() ?? { isLearning: forecast, failure: null }
    const app = await makeServer(sources, { version, names, tellBug: tellFailure, isDemo: demo, learning })
    const stopped = toldToStop()
    try {
      // Before the world is made: a port in use is told at once, and a page that is already open finds its server.
      const address = await listen(app, host, settings.port)
      if (demo) {
        say('Preparing the demonstration world …')
        await prepareDemo(memory.store, reference, Date.now())
      }
      const follower = keepFresh(memory.store, reference, (error) => endWithEngine(memory.store, error))
      if (forecast) {
        const told = {
          learnt: (hits: number) => say(`Learnt from ${many(hits, 'number')} which ones come next`),
          failed: (error: Error) => void tellFailure(error),
        }
        fresh = keepForecastFresh({ ...settings, index: memory.index, clock: Date.now, told })
      }
      await print(`Ringtrace is at ${address}`)
      const code = await stopped
      say('Stopping …')
      await fresh?.stop()
      await follower.stop()
      return code
    } finally {
      await app.close()
      await reader.close()
    }
  })
}

async function listen(app: Awaited<ReturnType<typeof makeServer>>, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new IntelError('bad_config', `port ${port} is in use on ${host}`, {
        hint: 'is Ringtrace running already? Else choose another port, such as --port 8481',
        cause,
      })
    }
    throw new IntelError('bad_config', `cannot listen on ${host}, port ${port}: ${message}`, { cause })
  }
}

/** Resolves to the exit code at the first signal; a second one ends the process at once, as it does everywhere. */
function toldToStop(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0))
    process.once('SIGABRT', () => {
      // An exit while a thread of the engine still works hangs or crashes, so this is a stop like any other; but an engine
      // that is no more never ends its work, and would keep the process alive for minutes, without answers.
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), ABORT_GRACE_MILLIS).unref()
      resolve(FAILURES.store_died.exit)
    })
  })
}

/** An engine in this process that has died comes back with another process alone. */
function endWithEngine({ kind }: Store, error: unknown): void {
  tellFailure(error)
  if (kind !== 'embedded' || !(error instanceof IntelError) || error.code !== 'store_died') return
  say('  This process ends, for it cannot begin the engine anew: start it again.')
  // An orderly exit would wait for threads of the engine that are no more.
  process.kill(process.pid, 'SIGKILL')
}
