import { DAY_MILLIS } from '../../model/day.ts'
import { issue } from '../../model/issue.ts'
import type { Issue } from '../../model/issue.ts'
import type { Message } from '../../model/message.ts'
import { readMailDate } from './mail-date.ts'

/**
 * Before, hardly a mail crossed the internet, and none wanted to be called back; and none comes from the next century.
 * What is ahead of the clock is for those to tell who have one.
 */
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)
/** Clocks run ahead by hours; servers try for days to deliver. */
const MOST_AHEAD = DAY_MILLIS
const MOST_UNDERWAY = 30 * DAY_MILLIS

/**
 * When a mail was sent and received, as far as that can be true.
 *
 * In:  headers, topmost first; issues takes `date_implausible` where the sender's date is missing or cannot be true.
 */
export function messageTimes(
  headers: readonly { readonly key: string; readonly value: string }[],
  issues: Issue[],
): Pick<Message, 'sentAt' | 'receivedAt'> {
  if (headers.length === 0) return { sentAt: null, receivedAt: null }
  const received = headers.find(({ key }) => key === 'received')?.value ?? ''
  const receivedAt = plausible(readMailDate(received.slice(received.lastIndexOf(';') + 1)))
  const written = headers.find(({ key }) => key === 'date')?.value ?? ''
  const sentAt = plausible(readMailDate(written))
  const fits =
    sentAt !== null &&
    (receivedAt === null || (sentAt <= receivedAt + MOST_AHEAD && sentAt >= receivedAt - MOST_UNDERWAY))
  if (fits) return { sentAt, receivedAt }
  issues.push(issue('date_implausible', { saw: written }))
  return { sentAt: null, receivedAt }
}

function plausible(at: number | null): number | null {
  return at !== null && at >= EARLIEST && at < LATEST ? at : null
}
