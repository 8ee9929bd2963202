import type { Mention } from '../src/model/mention.ts'
import type { HiddenSpan, LinkAction, Message, Part, PartKind } from '../src/model/message.ts'
import { isVisible } from '../src/model/message.ts'
import { readNumber } from '../src/model/phone-number.ts'
import type { PhoneNumber } from '../src/model/phone-number.ts'

/** A part whose text hides what stands between ⟦ and ⟧. */
export function part(kind: PartKind, written: string, opens?: LinkAction): Part {
  const hidden: HiddenSpan[] = []
  let text = ''
  for (const piece of written.split(/(⟦[^⟧]*⟧)/)) {
    const isHidden = piece.startsWith('⟦')
    const shown = isHidden ? piece.slice(1, -1) : piece
    if (isHidden) hidden.push({ start: text.length, end: text.length + shown.length, why: 'display' })
    text += shown
  }
  return {
    kind,
    name: null,
    page: null,
    via: kind === 'link' ? 'link' : 'text',
    text,
    hidden,
    attachment: null,
    ...(opens && { opens }),
  }
}

export function message(
  parts: readonly Part[],
  from = { name: 'Anna Berg', address: 'anna@example.org' },
  subject = '',
): Message {
  return {
    id: '0'.repeat(64),
    messageId: null,
    sentAt: null,
    receivedAt: null,
    from,
    replyTo: null,
    authentication: null,
    subject,
    parts: [...(subject ? [part('subject', subject)] : []), ...parts],
    attachments: [],
    issues: [],
  }
}

export function numberOf(text: string): PhoneNumber {
  const read = readNumber(text, 'US')
  if ('error' in read) throw new Error(`${text}: ${read.error}`)
  return read.number
}

/** A mention of each place where one of the written numbers stands. */
export function mentionsOf({ parts }: Message, ...written: readonly string[]): Mention[] {
  return parts.flatMap((one, index) =>
    written.flatMap((raw) =>
      [...one.text.matchAll(new RegExp(raw.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map((match): Mention => {
        const end = match.index + raw.length
        const visible = isVisible(one, match.index, end)
        return {
          number: numberOf(raw),
          region: null,
          extension: null,
          raw,
          start: match.index,
          end,
          disguises: [],
          part: index,
          visible,
        }
      }),
    ),
  )
}
