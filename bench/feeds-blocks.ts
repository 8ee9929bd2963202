import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { halfLives } from '../src/analyze/blocks/block-life.ts'
import { findBlocks, WITH_COMPLAINTS } from '../src/app/find-blocks.ts'
import { loadReference } from '../src/collect/reference.ts'
import type { ToldBlock } from '../src/model/block.ts'
import { BLOCK_WIDTHS } from '../src/model/profile.ts'
import { blockSummary } from '../src/render/blocks.ts'
import { openStore } from '../src/store/open-store.ts'
import { machine } from './figures.ts'

const USAGE = `npm run bench:feeds-blocks -- FOLDER [--top N]

Imports the feeds of a folder as a user would, and prints how many blocks of each width stand out, and the first of them.`

/** The day a list was published is part of its name; its numbers are told by nothing else. */
const LISTS = ['2025-10-28', '2025-11-14', '2025-11-20', '2025-11-21', '2025-11-25', '2025-11-26']

type Feed = { readonly name: string; readonly files: readonly (readonly string[])[]; readonly isComplaint: boolean }

const FEEDS: readonly Feed[] = [
  {
    name: 'Castle daily',
    files: [['castle-daily.ndjson.gz', '--map', 'seenAt=date', '--channel', 'otp_platform_web']],
    isComplaint: false,
  },
  {
    name: 'iP1SMS',
    files: [['ip1sms.json.gz', '--international', '--channel', 'public_sms_gateway']],
    isComplaint: false,
  },
  {
    name: 'FTC Do-Not-Call complaints',
    files: [
      [
        'ftc-dnc-2021-07-08.csv',
        '--region',
        'US',
        '--channel',
        'regulator_complaint',
        '--map',
        'number=Company_Phone_Number',
        'seenAt=Created_Date',
        'service=Subject',
      ],
      ...LISTS.map((day) => [
        `ftc-dnc-numbers-${day}.txt.gz`,
        '--region',
        'US',
        '--channel',
        'regulator_complaint',
        '--seen-at',
        day,
      ]),
    ],
    isComplaint: true,
  },
]

/** In a folder of its own, which is gone afterwards. */
async function measure({ name, files, isComplaint }: Feed, folder: string, top: number): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-bench-blocks-'))
  try {
    for (const [file = '', ...flags] of files) {
      await promisify(execFile)(process.execPath, [
        'dist/cli/main.js',
        'import',
        join(folder, file),
        ...flags,
        '--source',
        name,
        '--data',
        data,
      ])
    }
    const reference = await loadReference()
    const store = await openStore({ data, clickhouseUrl: null })
    const lines = [
      `## ${name}`,
      '',
      '| width | blocks | with runs | with batches | in order | half-life, days | fullest | seconds |',
    ]
    lines.push('| --- | --- | --- | --- | --- | --- | --- | --- |')
    const tops: string[] = []
    for (const width of BLOCK_WIDTHS) {
      const startedAt = performance.now()
      const blocks = await findBlocks(store, reference, { width, channels: isComplaint ? WITH_COMPLAINTS : null })
      const seconds = (performance.now() - startedAt) / 1_000
      lines.push(`| ${width} | ${rowOf(blocks)} | ${seconds.toFixed(1)} |`)
      tops.push(...blocks.slice(0, top).map(blockSummary))
      const free = blocks.filter(({ prefix }) => /^\+18(00|33|44|55|66|77|88)/.test(prefix))
      if (isComplaint && free[0]) tops.push(`toll-free, ${free.length} blocks of ${width}:\n${blockSummary(free[0])}`)
    }
    await store.close()
    return [...lines, '', ...tops, ''].join('\n')
  } finally {
    rmSync(data, { recursive: true })
  }
}

function rowOf(blocks: readonly ToldBlock[]): string {
  const share = (is: (block: ToldBlock) => boolean): number => blocks.filter((block) => is(block)).length
  const { days, low, high } = halfLives(blocks).all
  return [
    blocks.length,
    share(({ runs }) => runs.length > 0),
    share(({ batches }) => batches.some(({ pValue }) => pValue <= 0.01)),
    share(({ rotation }) => rotation !== null && rotation.order !== 'random'),
    `${days ?? 'not reached'} (${low ?? '–'} to ${high ?? '–'})`,
    `${blocks[0]?.prefix ?? ''}: ${blocks[0]?.offsets.length ?? 0}`,
  ].join(' | ')
}

const { values, positionals } = parseArgs({
  options: { top: { type: 'string', default: '2' }, help: { type: 'boolean' } },
  allowPositionals: true,
})
const [folder] = positionals
if (values.help || folder === undefined) console.log(USAGE)
else {
  console.log(`${machine()}\n`)
  for (const feed of FEEDS) console.log(await measure(feed, folder, Number(values.top)))
}
