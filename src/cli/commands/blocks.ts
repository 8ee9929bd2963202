import { findBlocks } from '../../app/find-blocks.ts'
import { loadReference } from '../../collect/reference.ts'
import { BLOCK_WIDTHS } from '../../model/profile.ts'
import type { BlockWidth } from '../../model/profile.ts'
import { blockJson, blockSummary } from '../../render/blocks.ts'
import type { AddCommand } from '../command.ts'
import { oneOf, wholeNumber } from '../flag-values.ts'
import { print, say } from '../output.ts'
import { readSettings } from '../settings.ts'
import { withMemory } from '../store-of.ts'

type Options = { readonly json?: boolean; readonly data?: string; readonly width: BlockWidth; readonly min: number }

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
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(blocks))
}

async function blocks({ json, data, ...options }: Options): Promise<number> {
  const reference = await loadReference()
  const found = await withMemory(readSettings({ data }), ({ store }) => findBlocks(store, reference, options))
  for (const block of found) await print(json ? JSON.stringify(blockJson(block)) : blockSummary(block))
  say(found.length === 0 ? 'no block stands out' : `${found.length} block${found.length === 1 ? '' : 's'}`)
  return 0
}
