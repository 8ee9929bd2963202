import { ingest } from '../../app/ingest.ts'
import type { IngestProgress, IngestSummary } from '../../app/ingest.ts'
import { scan } from '../../app/scan.ts'
import { sizeOf } from '../../collect/file-facts.ts'
import { begun } from '../../collect/begun.ts'
import { collectMessages } from '../../collect/messages.ts'
import type { RawMessage } from '../../collect/messages.ts'
import { MOST_AHEAD_MILLIS } from '../../collect/record-fields.ts'
import { FAILURES } from '../../model/failures.ts'
import { many } from '../../render/many.ts'
import type { AddCommand } from '../command.ts'
import { INTERRUPTED_EXIT, interruption, stopped } from '../interruption.ts'
import { issueLines } from '../issue-lines.ts'
import { printJson, say } from '../output.ts'
import { count, duration, progress } from '../progress.ts'
import { picturesOf } from '../pictures-of.ts'
import { readSettings } from '../settings.ts'
import { withMemory } from '../store-of.ts'
import { pastTime, wholeNumber } from '../flag-values.ts'

type Flags = {
  readonly source: string
  readonly region?: string
  readonly jobs?: number
  readonly ocr?: string
  readonly mixed?: true
  readonly seenAt?: number
  readonly data?: string
  readonly durable?: true
  readonly acknowledge?: true
  readonly json?: true
}

const HELP = `
What is ingested is taken to be scam: a phishing mailbox, what users reported. Its numbers are remembered with the
role they play: call-back and messaging numbers count against a number; decoys, signatures, official lines and hidden
numbers are kept and accuse nobody. Where genuine mail is among it, --mixed remembers only what is judged to be
callback phishing. Ingesting the same mail again changes nothing.

Examples:
  ringtrace ingest mail/
  ringtrace ingest --source abuse-desk --region US reported.mbox
  ringtrace ingest --mixed inbox/`

export const addIngestCommand: AddCommand = (program, run) => {
  program
    .command('ingest')
    .description('Scans scam mail and remembers its numbers.')
    .argument('<path...>', 'mails, folders, mbox files, or - for stdin')
    .option('--source <name>', 'the mailbox it comes from', 'mail')
    .option('--region <code>', 'where national numbers belong when nothing in the mail tells, such as US')
    .option('--jobs <n>', 'processes that read mail', wholeNumber(1, 256))
    .option('--ocr <how much>', 'read pictures: auto, off or all (default: auto)')
    .option('--mixed', 'not all of it is scam: remember what is judged to be callback phishing')
    .option('--seen-at <time>', 'time of mails that do not say theirs; without it they are not remembered', pastTime)
    .option('--data <folder>', 'data folder')
    .option('--durable', 'what is acknowledged survives power loss, too; slower')
    .option('--acknowledge', 'a line on stderr for each batch that is safely written')
    .option('--json', 'the summary as one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(run(runIngest))
}

async function runIngest(paths: readonly string[], flags: Flags): Promise<number> {
  const settings = readSettings(flags)
  const startedAt = performance.now()
  const bytes = process.stderr.isTTY ? await sizeOf(paths) : null
  const shown = progress({ noun: 'messages', tellsWritten: flags.acknowledge ?? false })
  let bytesRead = 0
  const show = ({ messages, written }: IngestProgress): void =>
    shown.show({ done: messages, share: bytes ? bytesRead / bytes : null, written })

  async function* weighed(mails: AsyncIterable<RawMessage>): AsyncGenerator<RawMessage> {
    for await (const mail of mails) {
      if ('bytes' in mail) bytesRead += mail.bytes.length
      yield mail
    }
  }
  const interrupted = interruption()
  const { seenAt, jobs } = flags
  const scanned = scan(weighed(begun(interrupted.until(collectMessages(paths)))), {
    region: settings.region,
    data: settings.data,
    ...picturesOf(settings),
    ...(jobs !== undefined && { jobs }),
  })
  const options = {
    source: flags.source,
    remember: flags.mixed ? ('callback_phishing' as const) : ('all' as const),
    undatedAt: seenAt ?? null,
    latestAt: Date.now() + MOST_AHEAD_MILLIS,
  }
  const summary = await withMemory(settings, (memory) => ingest(memory, scanned, options, show), {
    isDurable: flags.durable ?? false,
  }).finally(shown.clear)
  const seconds = (performance.now() - startedAt) / 1000

  if (flags.json) await printJson({ ...summary, seconds })
  for (const line of summaryLines(summary, seconds)) say(line)
  if (interrupted.isAsked()) {
    say(stopped(many(summary.messages, 'message')))
    return INTERRUPTED_EXIT
  }
  if (summary.messages > summary.unread) return 0
  say('ringtrace: no message could be read')
  return FAILURES.bad_input.exit
}

function summaryLines(summary: IngestSummary, seconds: number): string[] {
  const { messages, unread, leftOut, callbackPhishing, numbers, newNumbers, written, issues } = summary
  const judged = [
    `${count(callbackPhishing)} callback phishing`,
    ...(leftOut > 0 ? [`${count(leftOut)} left out`] : []),
    ...(unread > 0 ? [`${count(unread)} unread`] : []),
  ]
  return [
    `${many(messages, 'message')} (${judged.join(', ')}) in ${duration(seconds)}`,
    `${many(numbers, 'number')}, ${count(newNumbers)} new; ${many(written, 'sighting')} written`,
    ...issueLines(issues),
  ]
}
