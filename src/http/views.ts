import type { infer as Infer } from 'zod'
import type { Overview, ScoredNumber } from '../app/overview.ts'
import type { MentionedPart } from '../app/read-one.ts'
import { isoDay, isoTime } from '../render/iso-time.ts'
import type { ShownMessage } from '../analyze/messages-shown.ts'
import type { SeenOnce } from '../analyze/timeline.ts'
import type { Block } from '../model/block.ts'
import type { Ring } from '../model/ring.ts'
import type { Level } from '../model/risk.ts'
import type * as schemas from './schemas.ts'

const SAMPLE = 4
const LEVELS: readonly (Level | null)[] = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, null]

export function numberRow({ number, profile, risk }: ScoredNumber): Infer<typeof schemas.NumberRow> {
  const records = profile?.records ?? []
  const first = Math.min(...records.map(({ firstSeenAt }) => firstSeenAt))
  const last = Math.max(...records.map(({ lastSeenAt }) => lastSeenAt))
  return {
    number,
    risk: risk.level,
    sightings: records.reduce((sum, { sightings }) => sum + sightings, 0),
    firstSeen: records.length > 0 ? isoTime(first) : null,
    lastSeen: records.length > 0 ? isoTime(last) : null,
    ring: profile?.ring?.id ?? null,
  }
}

export function sightingRow({ seenAt, ...seen }: SeenOnce): Infer<typeof schemas.SightingRow> {
  return { seenAt: isoTime(seenAt), ...seen }
}

export function ringRow(ring: Ring): Infer<typeof schemas.RingRow> {
  return {
    ...life(ring),
    id: ring.id,
    numbers: ring.numbers.length,
    messages: ring.messages,
    links: ring.links.length,
    brands: [...ring.brands],
    senderDomains: [...ring.senderDomains],
    sample: ring.numbers.slice(-SAMPLE),
  }
}

export function ringAnswer(
  ring: Ring,
  members: readonly ScoredNumber[],
  shown: readonly ShownMessage[],
): Infer<typeof schemas.RingAnswer> {
  return {
    ...life(ring),
    id: ring.id,
    messages: ring.messages,
    brands: [...ring.brands],
    senderDomains: [...ring.senderDomains],
    numbers: members.map(numberRow),
    links: ring.links.map((link) => ({ ...link, messages: [...link.messages] })),
    shown: shown.map(({ seenAt, numbers, ...message }) => ({
      ...message,
      seenAt: isoTime(seenAt),
      numbers: [...numbers],
    })),
  }
}

export function blockRow({
  prefix,
  width,
  region,
  numbers,
  runs,
  pValue,
  ...seen
}: Block): Infer<typeof schemas.BlockRow> {
  return { prefix, width, region, numbers: [...numbers], runs: [...runs], pValue, ...life(seen) }
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
    riskiest: found.riskiest.map(numberRow),
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

function life({ firstSeenAt, lastSeenAt }: { firstSeenAt: number; lastSeenAt: number }): {
  firstSeen: string
  lastSeen: string
} {
  return { firstSeen: isoTime(firstSeenAt), lastSeen: isoTime(lastSeenAt) }
}
