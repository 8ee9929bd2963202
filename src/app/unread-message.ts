import type { Issue, IssueCode } from '../model/issue.ts'
import type { ScannedMessage } from '../model/scanned-message.ts'
import { NO_FACTS } from '../model/verdict.ts'

/** What scanning says of a mail that could not be read: that, and nothing else. id: '' where its bytes are not known. */
export function unreadMessage(file: string, id: string, issue: Issue): ScannedMessage {
  return {
    file,
    id,
    messageId: null,
    sentAt: null,
    receivedAt: null,
    from: { name: '', address: '' },
    replyTo: null,
    subject: '',
    verdict: { callbackPhishing: false, confidence: 0, theme: 'other', brands: [], facts: NO_FACTS, signals: [] },
    template: '',
    sketch: '',
    attachments: [],
    numbers: [],
    issues: [issue],
  }
}

const NOTHING_READ: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'message_empty',
  'message_unreadable',
  'message_too_large',
  'time_limit',
  'memory_limit',
  'worker_died',
])

/** Whether nothing of a mail could be read. */
export function isUnread({ issues }: ScannedMessage): boolean {
  return issues.some(({ code }) => NOTHING_READ.has(code))
}
