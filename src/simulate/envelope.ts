import { headerText } from './mime.ts'

/** The headers of a generated mail. Times are Unix milliseconds. */
export type Envelope = {
  /** Hex digits. */
  readonly id: string
  readonly sentAt: number
  readonly fromName: string
  readonly fromAddress: string
  readonly replyTo: string | null
  readonly subject: string
}

const TRANSIT_MILLIS = 4_000

/** Header lines in order. X-Ringtrace-Simulated says what the mail is, wherever it ends up. */
export function headers(envelope: Envelope): readonly (readonly [string, string])[] {
  const { id, sentAt, fromName, fromAddress, replyTo, subject } = envelope
  const domain = fromAddress.slice(fromAddress.indexOf('@') + 1)
  return [
    ['Received', `from ${domain} (192.0.2.25) by mx.recipient.example with ESMTPS; ${date(sentAt + TRANSIT_MILLIS)}`],
    ['X-Ringtrace-Simulated', 'made by ringtrace simulate; nobody sent this'],
    ['From', `${displayName(fromName)} <${fromAddress}>`],
    ['To', 'recipient@recipient.example'],
    ...(replyTo ? ([['Reply-To', replyTo]] as const) : []),
    ['Subject', headerText(subject)],
    ['Date', date(sentAt)],
    ['Message-ID', `<${id.slice(0, 32)}@${domain}>`],
  ]
}

function displayName(name: string): string {
  const text = headerText(name)
  return text === name ? `"${name.replace(/["\\]/g, '')}"` : text
}

/** A date as RFC 5322 writes it, in UTC. */
function date(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000')
}
