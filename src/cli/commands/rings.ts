import { traceRings } from '../../app/trace-rings.ts'
import { loadReference } from '../../collect/reference.ts'
import { IntelError } from '../../model/failures.ts'
import type { Ring } from '../../model/ring.ts'
import { ringCard, ringJson, ringSummary } from '../../render/rings.ts'
import type { AddCommand } from '../command.ts'
import { print, say } from '../output.ts'
import { readSettings } from '../settings.ts'
import { withMemory } from '../store-of.ts'

type Options = { readonly json?: boolean; readonly data?: string }

const HELP = `
A ring is two or more numbers tied together by the same message, attachment or template. Decoys, hidden numbers,
signatures, complaints and genuine lines of organisations tie nothing; neither does what very many numbers share.

Examples:
  ringtrace rings
  ringtrace rings r-0123456789ab
  ringtrace rings --json > rings.ndjson`

export const addRingsCommand: AddCommand = (program, run) => {
  program
    .command('rings')
    .description('Traces which numbers belong together and why, and remembers it.')
    .argument('[id]', 'show this ring alone, with every link')
    .option('--json', 'one JSON object a line')
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(rings))
}

async function rings(id: string | undefined, options: Options): Promise<number> {
  const reference = await loadReference()
  const traced = await withMemory(readSettings(options), ({ store }) => traceRings(store, reference))
  const shown = id === undefined ? traced : traced.filter((ring) => ring.id === id)
  if (id !== undefined && shown.length === 0) {
    throw new IntelError('not_found', `there is no ring ${id}`, { hint: 'ringtrace rings lists them' })
  }
  for (const ring of shown)
    await print(options.json ? JSON.stringify(ringJson(ring)) : forPeople(ring, id !== undefined))
  if (id === undefined) say(shown.length === 0 ? 'no two numbers are tied together yet' : told(shown))
  return 0
}

function forPeople(ring: Ring, isAlone: boolean): string {
  return isAlone ? ringCard(ring) : `${ringSummary(ring)}\n`
}

function told(shown: readonly Ring[]): string {
  const numbers = shown.reduce((sum, ring) => sum + ring.numbers.length, 0)
  return `${shown.length} ring${shown.length === 1 ? '' : 's'} of ${numbers} numbers`
}
