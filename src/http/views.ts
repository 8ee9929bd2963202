import type { infer as Infer } from 'zod'
import type { Overview } from '../app/overview.ts'
import type { MentionedPart } from '../app/read-one.ts'
import { isoDay, isoTime } from '../render/iso-time.ts'
import { numberRowJson } from '../render/number-row.ts'
import type { ShownMessage } from '../analyze/messages-shown.ts'
import type { SeenOnce } from '../analyze/timeline.ts'
import type { Level } from '../model/risk.ts'
import type * as schemas from './schemas.ts'

const LEVELS: readonly (Level | null)[] = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, null]

export function sightingRow({ seenAt, ...seen }: SeenOnce): Infer<typeof schemas.SightingRow> {
  return { seenAt: isoTime(seenAt), ...seen }
}

export function messageRow({ seenAt, numbers, ...message }: ShownMessage): Infer<typeof schemas.MessageRow> {
  return { ...message, seenAt: isoTime(seenAt), numbers: [...numbers] }
}

export function overviewAnswer(found: Overview, now: number): Infer<typeof schemas.Overview> {
  const { totals, window, levels } = found
  return {
    asOf: isoTime(now),
    numbers: totals.numbers,
    sightings: totals.sightings,
    messages: totals.messages,
    firstSeen: window && isoTime(totals.firstSeenAt),
    lastSeen: window && isoTime(totals.lastSeenAt),
    window: window && {
      from: isoDay(window.fromAt),
      to: isoDay(window.toAt),
      active: window.active,
      newlySeen: window.newlySeen,
    },
    days: [...found.days],
    channels: [...found.channels],
    brands: [...found.brands],
    levels: {
      scored: levels.scored,
      counts: LEVELS.map((risk) => ({ risk, numbers: levels.counts.get(risk) ?? 0 })),
    },
    riskiest: found.riskiest.map(numberRowJson) as Infer<typeof schemas.NumberRow>[],
  }
}

/** Text as it is: who shows it has to show it as text. */
export function partAnswer(part: MentionedPart): Infer<typeof schemas.MessagePart> {
  const { kind, name, page, via, text, hidden, mentions, opens, shows } = part
  return {
    part: kind,
    name,
    page,
    via,
    text,
    hidden: [...hidden],
    mentions: mentions.map(({ start, end, number, role, visible }) => ({ start, end, e164: number, role, visible })),
    opens,
    shows,
  }
}
