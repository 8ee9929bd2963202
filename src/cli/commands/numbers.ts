import { Option } from 'commander'
import { listNumbers } from '../../app/list-numbers.ts'
import type { ListOptions } from '../../app/list-numbers.ts'
import { tellLife } from '../../app/tell-life.ts'
import { loadReference } from '../../collect/reference.ts'
import { THREAT_STATUSES } from '../../model/risk.ts'
import type { ThreatStatus } from '../../model/risk.ts'
import { lifeJson, lifeSummary, livedNumberJson, livedNumberSummary } from '../../render/life.ts'
import { many } from '../../render/many.ts'
import type { AddCommand } from '../command.ts'
import { wholeNumber } from '../flag-values.ts'
import { print, printJson, say } from '../output.ts'
import { count } from '../progress.ts'
import { readSettings } from '../settings.ts'
import { addSliceOptions, sliceOf } from '../slice-options.ts'
import type { SliceOptions } from '../slice-options.ts'
import { findsMemory, sayNothingRemembered, withMemory } from '../store-of.ts'

type Options = SliceOptions & {
  readonly json?: boolean
  readonly life?: boolean
  readonly sort: ListOptions['order']
  readonly status?: ThreatStatus
  readonly limit: number
  readonly data?: string
}

const SHOWN = 20
const ORDERS = ['reused', 'newest', 'longest', 'latest', 'status'] as const satisfies ListOptions['order'][]

const HELP = `
A number counts where a message wanted it used, or where it was seen outside of messages. Sorted by reused (most days
first), newest, longest (lived), latest (seen) or status. --life tells of all of them together how long they last
(Kaplan–Meier: those seen lately may come back), how long they rest between two spells, and how often they are used again.

Examples:
  ringtrace numbers
  ringtrace numbers --brand paypal --sort longest
  ringtrace numbers --region US --line-type voip_non_fixed --status reactivated --json
  ringtrace numbers --life --channel otp_platform_web --from 2026-05-01`

export const addNumbersCommand: AddCommand = (program, run) => {
  const command = program
    .command('numbers')
    .description('The numbers that were seen, most reused first, and how long they live.')
    .option('--json', 'one JSON object a line')
    .option('--life', 'lifespan, cool-down and reuse of all of them, instead of a list')
    .addOption(new Option('--sort <order>', 'what comes first').choices(ORDERS).default('reused'))
    .addOption(new Option('--status <status>', 'only those of this status').choices(THREAT_STATUSES))
  addSliceOptions(command)
    .option('--limit <n>', 'how many', wholeNumber(1, 1_000_000), SHOWN)
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(numbers))
}

async function numbers({ json, life, sort, status, limit, data, ...asked }: Options): Promise<number> {
  const settings = readSettings({ data })
  if (!findsMemory(settings, 'store')) return 0
  const reference = await loadReference(settings.data)
  const slice = sliceOf(asked)
  const now = Date.now()
  return withMemory(settings, async ({ store, index }) => {
    if (index.size() === 0) {
      sayNothingRemembered(settings)
      return 0
    }
    if (life) {
      const told = await tellLife(store, reference, slice, now)
      if (told) await (json ? printJson(lifeJson(told)) : print(lifeSummary(told)))
      else say('no number was seen there')
      return 0
    }
    const order = { order: sort, offset: 0, limit, ...(status && { status }) }
    const found = await listNumbers(store, { index, reference, now, region: null }, slice, order)
    for (const each of found.numbers) {
      await (json ? printJson(livedNumberJson(each)) : print(livedNumberSummary(each)))
    }
    const more = found.total - found.numbers.length
    if (more > 0) say(`… and ${count(more)} more; --limit shows them`)
    say(found.total === 0 ? 'no number was seen there' : many(found.total, 'number'))
    return 0
  })
}
