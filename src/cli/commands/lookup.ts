import { knownBy } from '../../app/known-by.ts'
import { lookUp } from '../../app/look-up.ts'
import type { LookUpSources } from '../../app/look-up.ts'
import type { LiveLookUp } from '../../app/live-look-up.ts'
import { readBytes, STDIN } from '../../collect/read-bytes.ts'
import { loadReference } from '../../collect/reference.ts'
import { splitLines } from '../../collect/split-lines.ts'
import { FAILURES, IntelError } from '../../model/failures.ts'
import type { Lookup } from '../../model/lookup.ts'
import { readNumber } from '../../model/phone-number.ts'
import type { Region } from '../../model/phone-number.ts'
import { isoTime } from '../../render/iso-time.ts'
import { lookupCard, lookupJson } from '../../render/lookup.ts'
import { liveAnswers } from '../../store/live-answers.ts'
import { openNumberIndex } from '../../store/open-number-index.ts'
import type { AddCommand } from '../command.ts'
import { print, printJson, say } from '../output.ts'
import { readSettings } from '../settings.ts'
import type { Settings } from '../settings.ts'
import { findsMemory, withMemory } from '../store-of.ts'
import { listed, time } from '../flag-values.ts'

type Options = {
  readonly json?: boolean
  readonly asOf?: number
  readonly region?: string
  readonly data?: string
  readonly live?: readonly string[]
}

/** Answers inputs that came together, one each, in their order. */
type Answer = (inputs: readonly string[]) => Promise<Lookup[]> | Lookup[]

/** Look-ups as of an earlier time ask the store three questions for so many numbers at once. */
const AT_ONCE = 1_000

const HELP = `
Exit code: 0 where anything is known of any number, 1 where nothing is, 2 where no input is a number or the data
folder that was named holds nothing.
Look-ups read the index alone, so they also work while another command holds the store; --as-of asks the store.
What --as-of counts is when numbers were seen, not when Ringtrace learnt of it: a mail of February that was ingested in
May is in the answer as of March. Rings are left out.
--live asks paid services what no table knows, such as who carries a number now; docs/live-lookups.md tells how. What they
say is shown, and is no part of the risk.

Examples:
  ringtrace lookup +18047134598
  ringtrace lookup --region US '(804) 713-4598'
  ringtrace lookup --json - < numbers.txt
  ringtrace lookup --as-of 2026-03-01 +18047134598
  RINGTRACE_LIVE_KEY_TWILIO=ACCOUNT:TOKEN ringtrace lookup --live twilio +18047134598`

export const addLookupCommand: AddCommand = (program, run) => {
  program
    .command('lookup')
    .description('The risk of phone numbers, 0 to 9, with reasons and evidence.')
    .argument('<number...>', 'numbers, or - for one a line on stdin; lines that are empty or begin with # are skipped')
    .option('--json', 'one JSON object a line')
    .option('--as-of <time>', 'the answer from what had been seen by a time, such as 2026-03-01', time)
    .option('--region <code>', 'region of numbers without a calling code, such as US')
    .option('--data <folder>', 'data folder')
    .option('--live <suppliers>', 'also ask these, such as twilio,ipqs: the numbers leave this machine', listed)
    .addHelpText('after', HELP)
    .action(run(lookup))
}

async function lookup(numbers: readonly string[], options: Options): Promise<number> {
  const settings = readSettings(options)
  const reference = await loadReference(settings.data)
  const { region } = settings
  const at = options.asOf ?? Date.now()
  if (at > Date.now()) say(`${isoTime(at)} lies in the future: this is what it will be if nothing more is seen`)
  const live = options.live ? await liveOf(options.live, settings) : null
  const isThere = findsMemory(settings, options.asOf === undefined ? 'index' : 'store')
  if (isThere && options.asOf !== undefined) {
    return withMemory(settings, ({ store }) =>
      answerAll(numbers, options, live, async (inputs) => {
        const known = await knownBy(store, readable(inputs, region), at)
        return inputs.map((input) => lookUp(input, { index: known, reference, now: at, region }))
      }),
    )
  }
  const index = await openNumberIndex(settings.data)
  try {
    return await answerAll(numbers, options, live, (inputs) => {
      const sources: LookUpSources = { index, reference, now: options.asOf ?? Date.now(), region }
      return inputs.map((input) => lookUp(input, sources))
    })
  } finally {
    await index.close()
  }
}

/** Loaded where it is wanted: few look-ups ask anybody. */
async function liveOf(names: readonly string[], { data, live }: Settings): Promise<LiveLookUp> {
  const { liveSuppliers } = await import('../live-suppliers.ts')
  const { liveLookUps } = await import('../../app/live-look-up.ts')
  const { suppliers, limits } = liveSuppliers(names, live)
  return liveLookUps(suppliers, liveAnswers(data), limits)
}

async function answerAll(
  numbers: readonly string[],
  options: Options,
  live: LiveLookUp | null,
  answer: Answer,
): Promise<number> {
  let [isReadable, isKnown] = [false, false]
  for await (const inputs of batches(numbers)) {
    for (const known of await answer(inputs)) {
      const each = live && known.number !== null ? { ...known, live: await live(known.number) } : known
      isReadable ||= each.number !== null
      isKnown ||= each.number !== null && (each.profile !== null || (each.risk.level ?? 1) !== 1)
      await (options.json ? printJson(lookupJson(each)) : print(lookupCard(each)))
    }
  }
  if (!isReadable) return FAILURES.bad_input.exit
  return isKnown ? 0 : FAILURES.not_found.exit
}

async function* batches(numbers: readonly string[]): AsyncGenerator<readonly string[]> {
  const stdinAt = numbers.indexOf(STDIN)
  if (stdinAt < 0) return yield* chunks(numbers)
  yield* chunks(numbers.slice(0, stdinAt))
  let isEmpty = true
  for await (const { texts } of splitLines(readBytes(STDIN))) {
    const asked = texts.map((text) => text ?? '').filter((text) => !/^\s*(#|$)/.test(text))
    if (asked.length > 0) isEmpty = false
    yield* chunks(asked)
  }
  if (isEmpty) throw new IntelError('bad_input', 'no number came in on stdin', { hint: 'one a line' })
  yield* chunks(numbers.slice(stdinAt + 1))
}

function* chunks(inputs: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < inputs.length; start += AT_ONCE) yield inputs.slice(start, start + AT_ONCE)
}

function readable(inputs: readonly string[], region: Region | null) {
  const read = inputs.map((input) => readNumber(input, region ?? undefined))
  return read.flatMap((each) => ('number' in each ? [each.number] : []))
}
