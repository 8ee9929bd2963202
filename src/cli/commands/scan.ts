import { issueTally } from '../../app/issue-tally.ts'
import { scan } from '../../app/scan.ts'
import { isUnread } from '../../app/unread-message.ts'
import { collectMessages } from '../../collect/messages.ts'
import { FAILURES } from '../../model/failures.ts'
import type { ScannedMessage } from '../../model/scanned-message.ts'
import { many } from '../../render/many.ts'
import { isTelling, scannedMessageJson, scannedMessageLine, scannedMessageView } from '../../render/scanned-message.ts'
import type { Paint } from '../../render/scanned-message.ts'
import { unreadWords } from '../../render/unread-words.ts'
import type { AddCommand } from '../command.ts'
import { wholeNumber } from '../flag-values.ts'
import { issueLines } from '../issue-lines.ts'
import { print, printJson, say } from '../output.ts'
import { count, duration } from '../progress.ts'
import { picturesOf } from '../pictures-of.ts'
import { readSettings } from '../settings.ts'

type Flags = {
  readonly json?: true
  readonly all?: true
  readonly region?: string
  readonly jobs?: number
  readonly ocr?: string
  readonly data?: string
  readonly limitSeconds?: number
}

const HELP = `
Reads each mail as its reader sees it: subject, sender's name, the body that is shown, links that dial, PDFs, calendar
invitations, HTML and text attachments, mails in mails, pictures with their QR codes. Tells every number in E.164, where it stands, whether it can be
seen, how it was disguised, and what the mail wants done with it. Needs no store and remembers nothing, except what it
read from pictures where there is a data folder.

In a folder, what is called .eml, .msg or .mbox is read, what lies in a Maildir, and what begins like a mail; a zip of mail is read where it is named.
Mails with a number in them or a lure are shown. Where no lure was found and something was not read, pictures for one,
nothing can be told of the mail, and that is said. A mail that cannot be read gives a line with its issues, and the run goes on.

Examples:
  ringtrace scan suspicious.eml
  ringtrace scan --region GB mailbox/ archive.mbox
  cat mail.eml | ringtrace scan --json - | jq '.numbers[] | select(.role == "callback") | ."e164"'

Exit codes: 0 done, 2 a path does not exist or nothing at all could be read, 70 a bug.`

export const addScanCommand: AddCommand = (program, run) => {
  program
    .command('scan')
    .description('Finds the phone numbers in mail, and what the mail wants done with them.')
    .argument('<path...>', 'mails, folders, mbox files, or - for stdin')
    .option('--json', 'one JSON object a line for each mail')
    .option('--all', 'also name the mails without a number in them (--json always does)')
    .option('--region <code>', 'where national numbers belong when nothing in the mail tells, such as US')
    .option('--jobs <n>', 'processes that read mail (default: one for each core)', wholeNumber(1, 256))
    .option('--ocr <how much>', 'read pictures: auto, off or all (default: auto)')
    .option('--data <folder>', 'data folder, where what was read from pictures is kept')
    .option('--limit-seconds <n>', 'longest time for one mail (default: 60, without OCR 10)', wholeNumber(1, 3_600))
    .addHelpText('after', HELP)
    .action(run(runScan))
}

async function runScan(paths: readonly string[], flags: Flags): Promise<number> {
  const settings = readSettings(flags)
  const startedAt = performance.now()
  const paint = painter()
  const summary = openSummary()
  const scanned = scan(collectMessages(paths), {
    region: settings.region,
    data: settings.data,
    ...picturesOf(settings),
    ...(flags.limitSeconds !== undefined && { timeLimitMillis: flags.limitSeconds * 1000 }),
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
  })
  let [quiet, last]: [number, ScannedMessage | null] = [0, null]
  for await (const message of scanned) {
    summary.add(message)
    if (flags.json) await printJson(scannedMessageJson(message))
    else if (flags.all || isTelling(message)) await print(scannedMessageView(message, paint))
    else if (unreadWords(message) !== null) await print(scannedMessageLine(message, paint))
    else [quiet, last] = [quiet + 1, message]
  }
  // Of a single mail is said what there is to say, be it nothing.
  if (last && summary.mails() === 1) await print(scannedMessageView(last, paint))
  else if (last) say(`${many(quiet, 'mail')} without a number not shown (--all shows them)`)
  for (const line of summary.lines((performance.now() - startedAt) / 1000)) say(line)
  if (summary.read() > 0) return 0
  say(`ringtrace: no mail could be read in ${paths.join(' ')}`)
  return FAILURES.bad_input.exit
}

/** What stderr says at the end. */
type Summary = {
  add(message: ScannedMessage): void
  mails(): number
  /** Of them, those that could be read. */
  read(): number
  lines(seconds: number): string[]
}

function openSummary(): Summary {
  const issues = issueTally()
  const visible = new Set<string>()
  const called = new Set<string>()
  const counts = { messages: 0, unread: 0, phishing: 0, untold: 0 }
  return {
    add(message) {
      counts.messages++
      if (isUnread(message)) counts.unread++
      else if (unreadWords(message) !== null) counts.untold++
      if (message.verdict.callbackPhishing) counts.phishing++
      for (const { e164, role, visible: isVisible } of message.numbers) {
        if (isVisible) visible.add(e164)
        if (role === 'callback') called.add(e164)
      }
      issues.add(message.issues.map((own) => ({ ...own, at: own.at ?? message.file })))
    },
    mails: () => counts.messages,
    read: () => counts.messages - counts.unread,
    lines: (seconds) => [
      `${many(counts.messages, 'mail')} in ${duration(seconds)}: ${count(counts.phishing)} callback phishing` +
        (counts.untold > 0 ? `, ${count(counts.untold)} cannot be told` : '') +
        (counts.unread > 0 ? `, ${count(counts.unread)} unread` : ''),
      `${many(visible.size, 'number')} that can be seen, ${count(called.size)} to call back`,
      ...issueLines(issues.counts()),
    ],
  }
}

const ESCAPES = { strong: '1', faint: '2', alarm: '1;31' } as const

/** Colours, on a terminal whose user has not declined them (no-color.org). */
function painter(): Paint {
  if (!process.stdout.isTTY || process.env['NO_COLOR']) return (_weight, words) => words
  return (weight, words) => `\u001B[${ESCAPES[weight]}m${words}\u001B[0m`
}
