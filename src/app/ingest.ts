import type { PhoneNumber } from '../model/phone-number.ts'
import { issue } from '../model/issue.ts'
import type { ScannedMessage } from '../model/scanned-message.ts'
import { batchWriter } from './batch-writer.ts'
import type { Memory } from './import-records.ts'
import { issueTally } from './issue-tally.ts'
import type { IssueCount } from './issue-tally.ts'
import { sightingsOf } from './sightings-of-message.ts'
import { timeOfMessage } from './time-of-message.ts'
import type { MessageTiming } from './time-of-message.ts'
import { isUnread } from './unread-message.ts'

export type IngestOptions = MessageTiming & {
  /** The mailbox the messages came from. */
  readonly source: string
  /** Which messages are remembered: all, being held to be scam, or those judged to be callback phishing. */
  readonly remember: 'all' | 'callback_phishing'
}

export type IngestProgress = { readonly messages: number; readonly written: number }

export type IngestSummary = {
  readonly messages: number
  /** Of them, those that could not be read. */
  readonly unread: number
  /** Of them, those read and not remembered, being judged harmless. */
  readonly leftOut: number
  readonly callbackPhishing: number
  readonly numbers: number
  readonly newNumbers: number
  /** Sightings the store acknowledged; those it knew already are among them and change nothing. */
  readonly written: number
  readonly issues: readonly IssueCount[]
}

/** Remembers the numbers of scanned messages. The same message twice changes no answer. */
export async function ingest(
  { store, index }: Memory,
  messages: AsyncIterable<ScannedMessage>,
  { source, remember, ...timing }: IngestOptions,
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<IngestSummary> {
  await store.refreshIndex()
  const knownBefore = index.size()
  const issues = issueTally()
  const numbers = new Set<PhoneNumber>()
  const counts = { messages: 0, unread: 0, leftOut: 0, callbackPhishing: 0, written: 0 }
  const writer = batchWriter(store, (written) => {
    counts.written = written
    onProgress(counts)
  })
  for await (const message of messages) {
    counts.messages++
    onProgress(counts)
    issues.add(message.issues.map(({ at, ...own }) => ({ ...own, at: at ? `${message.file} ${at}` : message.file })))
    if (isUnread(message)) counts.unread++
    if (message.verdict.callbackPhishing) counts.callbackPhishing++
    if (remember === 'callback_phishing' && !message.verdict.callbackPhishing) {
      counts.leftOut++
      continue
    }
    const seenAt = timeOfMessage(message, timing)
    if (seenAt === null) {
      const isTold = message.issues.some(({ code }) => code === 'date_implausible')
      if (message.numbers.length > 0 && !isTold) issues.add([issue('date_implausible', { at: message.file })])
      continue
    }
    const sightings = sightingsOf(message, source, seenAt)
    for (const { number } of sightings) numbers.add(number)
    await writer.add(sightings)
  }
  await writer.end()
  await store.refreshIndex()
  return { ...counts, numbers: numbers.size, newNumbers: index.size() - knownBefore, issues: issues.counts() }
}
