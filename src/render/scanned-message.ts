import type { Issue } from '../model/issue.ts'
import type { Place, ScannedMessage, ScannedNumber } from '../model/scanned-message.ts'
import { isoTime } from './iso-time.ts'
import { plainText } from './plain-text.ts'
import { unreadWords } from './unread-words.ts'

/** Gives words weight where a terminal can; elsewhere they are left as they are. */
export type Paint = (weight: 'strong' | 'faint' | 'alarm', words: string) => string

const UNPAINTED: Paint = (_weight, words) => words

/** Hidden numbers are counted, and the first of them named. */
const HIDDEN_SHOWN = 3
const FILE_WIDTH = 60
const SUBJECT_WIDTH = 72

/** One line of `scan --json`, the same at every door. */
export function scannedMessageJson(message: ScannedMessage): Record<string, unknown> {
  const { sentAt, receivedAt, ...rest } = message
  return {
    file: rest.file,
    id: rest.id,
    messageId: rest.messageId,
    sentAt: sentAt === null ? null : isoTime(sentAt),
    receivedAt: receivedAt === null ? null : isoTime(receivedAt),
    from: rest.from,
    replyTo: rest.replyTo,
    subject: rest.subject,
    verdict: rest.verdict,
    template: rest.template,
    sketch: rest.sketch,
    attachments: rest.attachments,
    numbers: rest.numbers,
    issues: rest.issues,
  }
}

/** Whether there is anything in it that somebody who looks for lures would want to see. */
export function isTelling({ numbers, verdict }: ScannedMessage): boolean {
  return numbers.length > 0 || verdict.callbackPhishing
}

/** A message in which nothing was found, on one line. */
export function scannedMessageLine(message: ScannedMessage, paint: Paint = UNPAINTED): string {
  return headLine(message, paint)
}

/** The same for people: what the mail is, and below it a line for each number in it. */
export function scannedMessageView(message: ScannedMessage, paint: Paint = UNPAINTED): string {
  const { numbers, issues } = message
  const visible = numbers.filter((number) => number.visible)
  const hidden = numbers.filter((number) => !number.visible)
  return [
    headLine(message, paint),
    ...(isTelling(message) ? [senderLine(message, paint)] : []),
    ...visible.map((number) => numberLine(number, paint)),
    ...(hidden.length > 0 ? [hiddenLine(hidden, paint)] : []),
    ...issueLines(issues, paint),
  ].join('\n')
}

function headLine(message: ScannedMessage, paint: Paint): string {
  const { file, verdict, numbers } = message
  const name = paint('strong', shortened(file, FILE_WIDTH, 'start'))
  if (verdict.callbackPhishing) {
    const about = [spaced(verdict.theme), ...verdict.brands].filter((word) => word !== 'other').map(plainText)
    const sure = `${Math.round(verdict.confidence * 100)} %`
    return `${name}  ${paint('alarm', `callback phishing ${sure}`)}  ${about.join(', ')}`.trimEnd()
  }
  const unread = unreadWords(message)
  if (unread !== null) return `${name}  ${paint('strong', 'cannot tell')}: ${unread}`
  return `${name}  ${paint('faint', numbers.length === 0 ? 'no numbers' : 'no call-back lure')}`
}

function senderLine({ from, subject }: ScannedMessage, paint: Paint): string {
  const sender = from.name ? `${from.name} <${from.address}>` : from.address
  return `  ${shortened(subject || '(no subject)', SUBJECT_WIDTH, 'end')}  ${paint('faint', shortened(sender, SUBJECT_WIDTH, 'end'))}`
}

function numberLine(
  { e164, extension, role, region, lineType, where, disguises, raw }: ScannedNumber,
  paint: Paint,
): string {
  const number = `${e164}${extension ? ` x${shortened(extension, 10, 'end')}` : ''}`.padEnd(17)
  const kind = [region ?? '', spaced(lineType)].join(' ').trim()
  const dress =
    disguises.length > 0 ? `, written ${shortened(raw, 40, 'end')} (${disguises.map(spaced).join(', ')})` : ''
  const weight = role === 'callback' || role === 'messaging' ? 'alarm' : 'faint'
  return `  ${paint('strong', number)} ${paint(weight, ROLE_WORDS[role].padEnd(10))} ${kind}, in ${places(where)}${paint('faint', dress)}`
}

const ROLE_WORDS: Readonly<Record<ScannedNumber['role'], string>> = {
  callback: 'call back',
  messaging: 'messaging',
  decoy: 'decoy',
  contact: 'contact',
  other: 'other',
}

function places(where: readonly Place[]): string {
  const named = where.map(({ part, name, page }) =>
    [spaced(part), name ? shortened(name, 30, 'end') : '', page ? `page ${page}` : '']
      .filter((word) => word !== '')
      .join(' '),
  )
  return [...new Set(named)].join('; ')
}

function hiddenLine(hidden: readonly ScannedNumber[], paint: Paint): string {
  const shown = hidden.slice(0, HIDDEN_SHOWN).map(({ e164 }) => e164)
  const rest = hidden.length > HIDDEN_SHOWN ? ', …' : ''
  return paint('faint', `  ${hidden.length} hidden from the reader: ${shown.join(', ')}${rest}`)
}

/** One line for each kind of issue. */
function issueLines(issues: readonly Issue[], paint: Paint): string[] {
  const byCode = new Map<string, Issue[]>()
  for (const one of issues) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one])
  return [...byCode].map(([code, same]) => {
    const [{ part, at, saw }] = same as [Issue]
    const first = [part, at, saw && `(${saw})`].filter((word) => word !== undefined).join(' ')
    const more = same.length > 1 ? ` and ${same.length - 1} more` : ''
    return paint('faint', `  ! ${code} ${shortened(first, SUBJECT_WIDTH, 'end')}${more}`.trimEnd())
  })
}

const spaced = (code: string): string => code.replaceAll('_', ' ')

/** One harmless line, cut where it matters least. */
function shortened(text: string, width: number, cut: 'start' | 'end'): string {
  const line = plainText(text)
  if (line.length <= width) return line
  return cut === 'start' ? `…${line.slice(1 - width)}` : `${line.slice(0, width - 1)}…`
}
