import { findBlocks } from '../../app/find-blocks.ts'
import { loadReference } from '../../collect/reference.ts'
import { BLOCK_WIDTHS } from '../../model/profile.ts'
import type { BlockWidth } from '../../model/profile.ts'
import { blockJson, blockSummary } from '../../render/blocks.ts'
import { many } from '../../render/many.ts'
import type { AddCommand } from '../command.ts'
import { oneOf, wholeNumber } from '../flag-values.ts'
import { print, printJson, say } from '../output.ts'
import { count } from '../progress.ts'
import { readSettings } from '../settings.ts'
import { findsMemory, sayNothingRemembered, withMemory } from '../store-of.ts'

type Options = {
  readonly json?: boolean
  readonly width: BlockWidth
  readonly min: number
  readonly limit?: number
  readonly data?: string
}

/** Blocks that the terminal shows where nobody said how many. */
const SHOWN = 20

const HELP = `
A block is told where it has a run of at least three consecutive numbers, or more numbers than chance would put there
if those seen in the million around it fell evenly over it.

Examples:
  ringtrace blocks
  ringtrace blocks --width 100 --min 5
  ringtrace blocks --json > blocks.ndjson`

export const addBlocksCommand: AddCommand = (program, run) => {
  program
    .command('blocks')
    .description('Blocks that malicious numbers were handed out from, with runs of consecutive ones.')
    .option('--json', 'one JSON object a line')
    .option('--width <n>', `numbers in a block: ${BLOCK_WIDTHS.join(', ')}`, oneOf(BLOCK_WIDTHS), 1_000)
    .option('--min <n>', 'fewest numbers of a block that is told', wholeNumber(2, 99_999), 3)
    .option('--limit <n>', `how many (default: ${SHOWN}; with --json all)`, wholeNumber(1, 999_999_999))
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(blocks))
}

async function blocks({ json, data, limit, ...options }: Options): Promise<number> {
  const settings = readSettings({ data })
  if (!findsMemory(settings, 'store')) return 0
  const reference = await loadReference(settings.data)
  const [found, known] = await withMemory(settings, async ({ store, index }) => [
    await findBlocks(store, reference, options),
    index.size(),
  ])
  const shown = found.slice(0, limit ?? (json ? Infinity : SHOWN))
  for (const block of shown) await (json ? printJson(blockJson(block)) : print(blockSummary(block)))
  if (shown.length < found.length) say(`… and ${count(found.length - shown.length)} more; --limit shows them`)
  if (known === 0) sayNothingRemembered(settings)
  else say(found.length === 0 ? 'no block stands out' : many(found.length, 'block'))
  return 0
}
