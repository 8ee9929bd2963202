import { Option } from 'commander'
import { halfLives } from '../../analyze/blocks/block-life.ts'
import { findBlocks, WITH_COMPLAINTS } from '../../app/find-blocks.ts'
import { loadReference } from '../../collect/reference.ts'
import type { ToldBlock } from '../../model/block.ts'
import { CHANNEL_NAMES } from '../../model/channel.ts'
import type { ChannelName } from '../../model/channel.ts'
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
  readonly provider?: string
  readonly region?: string
  readonly channel?: readonly ChannelName[]
  readonly complaints?: boolean
  readonly data?: string
}

/** Blocks that the terminal shows where nobody said how many. */
const SHOWN = 20

const HELP = `
A block is told where it has more numbers, or a longer run of consecutive ones, than chance would put there if those seen
around it fell evenly: over the range it was allocated in where the numbering plan tells that, else over the million
around it. Of the blocks told, one of a hundred may be chance. Told with each: the numbers that came in batches of at
least five within 48 hours, whether they came in the order of their digits, and whether the block still brings new ones.
Where nothing else is said, only channels that prove count; complaints carry spoofed innocents.

Examples:
  ringtrace blocks
  ringtrace blocks --width 100 --min 5
  ringtrace blocks --provider bandwidth --region US
  ringtrace blocks --width 10000 --complaints
  ringtrace blocks --json > blocks.ndjson`

export const addBlocksCommand: AddCommand = (program, run) => {
  program
    .command('blocks')
    .description('Blocks that malicious numbers were handed out from, with runs of consecutive ones.')
    .option('--json', 'one JSON object a line')
    .option('--width <n>', `numbers in a block: ${BLOCK_WIDTHS.join(', ')}`, oneOf(BLOCK_WIDTHS), 1_000)
    .option('--min <n>', 'fewest numbers of a block that is told', wholeNumber(2, 99_999), 3)
    .option('--limit <n>', `how many (default: ${SHOWN}; with --json all)`, wholeNumber(1, 999_999_999))
    .option('--provider <name>', 'only those of this provider, or with this in its name')
    .option('--region <code>', 'only those of this region, such as US')
    .addOption(new Option('--channel <channel...>', 'only what these saw counts').choices(CHANNEL_NAMES))
    .addOption(new Option('--complaints', 'complaints count, too').conflicts('channel'))
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(blocks))
}

async function blocks({ json, data, limit, ...wish }: Options): Promise<number> {
  const settings = readSettings({ data })
  if (!findsMemory(settings, 'store')) return 0
  const reference = await loadReference(settings.data)
  const [found, known] = await withMemory(settings, async ({ store, index }) => [
    await findBlocks(store, reference, {
      width: wish.width,
      min: wish.min,
      channels: wish.complaints ? WITH_COMPLAINTS : (wish.channel ?? null),
      provider: wish.provider ?? null,
      region: wish.region?.toUpperCase() ?? null,
    }),
    index.size(),
  ])
  const shown = found.slice(0, limit ?? (json ? Infinity : SHOWN))
  for (const block of shown) await (json ? printJson(blockJson(block)) : print(`${blockSummary(block)}\n`))
  if (shown.length < found.length) say(`… and ${count(found.length - shown.length)} more; --limit shows them`)
  if (known === 0) sayNothingRemembered(settings)
  else say(found.length === 0 ? 'no block stands out' : `${many(found.length, 'block')}${json ? '' : halfLife(found)}`)
  return 0
}

function halfLife(found: readonly ToldBlock[]): string {
  const { days } = halfLives(found).all
  return days === null
    ? '; more than half of them still bring new numbers'
    : `; half of them bring no new numbers after ${many(days, 'day')}`
}
