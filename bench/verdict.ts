import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadReference } from '../src/collect/reference.ts'
import { findMentions } from '../src/extract/find/find-mentions.ts'
import { judge } from '../src/lure/judge.ts'
import type { Message, Part, PartKind } from '../src/model/message.ts'
import type { Reference } from '../src/model/reference.ts'

/**
 * One mail written by hand as it might arrive, with what is true of it. Each round was written before anything was
 * measured on it, and is never changed after.
 *
 * parts:    what stands outside the body; pictures hold what OCR would make of them.
 * passes:   domains that the receiving server found authenticated.
 * callback: numbers a lure wants called; absent in genuine mail.
 */
type WrittenMail = {
  readonly lang: string
  readonly kind: string
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly parts?: readonly (readonly [kind: PartKind, text: string])[]
  readonly passes?: readonly string[]
  readonly callback?: readonly string[]
}

const FOLDER = fileURLToPath(new URL('written-mail/', import.meta.url))

function messageOf({ name, address, subject, body, passes, parts = [] }: WrittenMail): Message {
  const part = (kind: PartKind, text: string): Part => ({
    kind,
    name: null,
    page: null,
    via: kind === 'image' ? 'ocr' : 'text',
    text,
    hidden: [],
    attachment: null,
  })
  return {
    id: '',
    messageId: null,
    sentAt: null,
    receivedAt: null,
    from: { name, address },
    replyTo: null,
    authentication: passes ? { proven: passes, isRefuted: false } : null,
    subject,
    parts: [
      part('subject', subject),
      part('sender_name', name),
      part('body', body),
      ...parts.map(([kind, text]) => part(kind, text)),
    ],
    attachments: [],
    issues: [],
  }
}

/** What one round of written mails says of the verdict and the roles. */
function measure(mails: readonly WrittenMail[], reference: Reference): string {
  const wrong: string[] = []
  const count = { caught: 0, lures: 0, false: 0, genuine: 0, right: 0, called: 0, wanted: 0 }
  for (const mail of mails) {
    const message = messageOf(mail)
    const mentions = findMentions(message, null)
    const verdict = judge(message, mentions, reference)
    const called = new Set(mentions.flatMap(({ number }, at) => (verdict.roles[at] === 'callback' ? [number] : [])))
    const wanted: ReadonlySet<string> = new Set(mail.callback)
    const isLure = mail.callback !== undefined
    if (isLure) count.lures++
    else count.genuine++
    if (isLure && verdict.callbackPhishing) count.caught++
    if (!isLure && verdict.callbackPhishing) count.false++
    count.right += [...called].filter((number) => wanted.has(number)).length
    count.called += called.size
    count.wanted += wanted.size
    const found = mentions.map(({ number }, at) => `${number} ${verdict.roles[at]}`).join(', ')
    const codes = verdict.signals.map(({ code, points }) => `${code} ${points}`).join(', ')
    const isRight =
      isLure === verdict.callbackPhishing &&
      [...wanted].every((n) => called.has(n as never)) &&
      called.size === wanted.size
    if (!isRight)
      wrong.push(
        `  ${isLure ? 'lure' : 'genuine'} ${mail.lang} ${mail.kind}: ${verdict.confidence} [${found}] ${codes}`,
      )
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`)
  return [
    `verdict: recall ${count.caught}/${count.lures} (${share(count.caught, count.lures)}), precision ${share(count.caught, count.caught + count.false)}, false on genuine ${count.false}/${count.genuine}`,
    `role callback: precision ${share(count.right, count.called)}, recall ${share(count.right, count.wanted)}, F1 ${share(2 * count.right, count.called + count.wanted)}`,
    ...(process.argv.includes('--misses') ? wrong : []),
  ].join('\n')
}

function readMails(file: string): readonly WrittenMail[] {
  const lines = readFileSync(`${FOLDER}${file}`, 'utf8').split('\n')
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as WrittenMail)
}

const reference = await loadReference()
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'))
for (const round of [...new Set(files.map((name) => name.replace(/-[a-z]+\.jsonl$/, '')))].sort()) {
  const mails = files.filter((name) => name.startsWith(`${round}-`)).flatMap(readMails)
  console.log(`\n## ${round}\n${measure(mails, reference)}`)
}
