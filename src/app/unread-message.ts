import type { Issue } from '../model/issue.ts'
import type { ScannedMessage } from '../model/scanned-message.ts'

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
    verdict: { callbackPhishing: false, confidence: 0, theme: 'other', brands: [], signals: [] },
    template: '',
    numbers: [],
    issues: [issue],
  }
}
