import { historyOf, messagesOf } from '../../app/shown-ring.ts'
import { countRings, findRings, ringById, traceRings } from '../../app/trace-rings.ts'
import { loadReference } from '../../collect/reference.ts'
import { IntelError } from '../../model/failures.ts'
import type { RingEvent } from '../../model/ring.ts'
import { many } from '../../render/many.ts'
import { ringCard, ringEventJson, ringHistory, ringJson, ringSummary } from '../../render/rings.ts'
import type { AddCommand } from '../command.ts'
import { wholeNumber } from '../flag-values.ts'
import { print, printJson, say } from '../output.ts'
import { count } from '../progress.ts'
import { readSettings } from '../settings.ts'
import { findsMemory, sayNothingRemembered, withMemory } from '../store-of.ts'

type Options = { readonly json?: boolean; readonly limit?: number; readonly data?: string }

/** Rings that the terminal shows where nobody said how many. */
const SHOWN = 20

const HELP = `
A ring is two or more numbers that belong together by the odds: same message, file, wording, picture, reply-to address,
sender domain, account, device; neighbours in a block, the same brand and the same time speak for it, what differs speaks
against it. Decoys, hidden numbers, signatures, complaints and genuine lines of organisations tie nothing; neither does
what unrelated senders share, such as a free-mail domain or a kit that is sold to many.

Each link comes with what speaks for it and, below 0, against it, in log-odds: 4.6 is 99 to 1. A ring keeps its name while
most of its numbers stay together; what became of it is told last.

The messages that show a link go by the ids of scan --json, which finds the file again.

Examples:
  ringtrace rings
  ringtrace rings r-0123456789ab
  ringtrace scan --json mail/ | grep '"id":"MESSAGE'
  ringtrace rings --json > rings.ndjson`

export const addRingsCommand: AddCommand = (program, run) => {
  program
    .command('rings')
    .description('Traces which numbers belong together and why, and remembers it.')
    .argument('[id]', 'show this ring alone, with every link')
    .option('--json', 'one JSON object a line')
    .option('--limit <n>', `how many (default: ${SHOWN}; with --json all)`, wholeNumber(1, 999_999_999))
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(rings))
}

async function rings(id: string | undefined, options: Options): Promise<number> {
  const settings = readSettings(options)
  if (!findsMemory(settings, 'store')) return id === undefined ? 0 : tellUnknown(id)
  const reference = await loadReference(settings.data)
  return withMemory(settings, async ({ store, index }) => {
    await traceRings(store, reference)
    if (id !== undefined) {
      const ring = await ringById(store, id)
      const history = await historyOf(store, id)
      if (!ring) return tellUnknown(id, history)
      if (options.json) await printJson({ ...ringJson(ring), history: history.map(ringEventJson) })
      else await print(`${ringCard(ring, await messagesOf(store, ring))}\n${ringHistory(history)}`)
      return 0
    }
    const limit = options.limit ?? (options.json ? undefined : SHOWN)
    const shown = await findRings(store, limit === undefined ? {} : { limit })
    for (const ring of shown) await (options.json ? printJson(ringJson(ring)) : print(`${ringSummary(ring)}\n`))
    const { rings: found, numbers } = await countRings(store)
    if (shown.length < found) say(`… and ${count(found - shown.length)} more; --limit shows them`)
    if (index.size() === 0) sayNothingRemembered(settings)
    else if (found === 0) say('no two numbers are tied together yet')
    else say(`${many(found, 'ring')} of ${many(numbers, 'number')}`)
    return 0
  })
}

function tellUnknown(id: string, history: readonly RingEvent[] = []): never {
  const went = history.findLast(({ kind }) => kind === 'ended')?.others[0]
  const hint = went === undefined ? 'ringtrace rings lists them' : `most of its numbers went to ${went}`
  throw new IntelError('not_found', `there is no ring ${id}`, { hint })
}
