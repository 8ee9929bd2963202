import type { Abuse, BrandAbuse, FormatUse, LineTypeAbuse, ProviderAbuse } from '../model/provider.ts'
import { isoDay, isoPeriod } from './iso-time.ts'
import { many } from './many.ts'
import { plainText } from './plain-text.ts'

type Told = Record<string, unknown>

/** The JSON of a provider, a line type, a brand: days are UTC. */
export function abuseJson<Row extends { readonly firstSeenAt: number; readonly lastSeenAt: number }>(row: Row): Told {
  const { firstSeenAt, lastSeenAt, ...rest } = row
  return { ...rest, firstSeen: isoDay(firstSeenAt), lastSeen: isoDay(lastSeenAt) }
}

/** A provider for people: how many numbers, of how many it was given, and how long they last there. */
export function providerSummary(provider: ProviderAbuse, all: Abuse): string {
  const { name, carrierClass, numbers, regions, lineTypes, perMillion, allocated, firstSeenAt, lastSeenAt } = provider
  const kind = carrierClass === 'unknown' ? '' : `, ${spaced(carrierClass)}`
  const given =
    allocated === null || perMillion === null
      ? 'nobody tells how many numbers it was given'
      : `${rounded(perMillion)} of each million it was given (${allocated.toLocaleString('en-US')})`
  return [
    `${name === null ? 'provider not known' : plainText(name)}${kind}  ${many(numbers, 'number')}, ${share(numbers, all.numbers)} of all; ${share(provider.campaignShare, 1)} of campaigns`,
    `  ${regions.slice(0, 6).join(', ') || 'no region'} · ${lineTypes
      .slice(0, 3)
      .map((type) => spaced(type.lineType))
      .join(', ')} · ${isoPeriod(firstSeenAt, lastSeenAt)}`,
    `  ${given}`,
    `  ${lifeWords(provider)}`,
  ].join('\n')
}

/** A line type on one line. */
export function lineTypeSummary(type: LineTypeAbuse, all: Abuse): string {
  const { lineType, numbers, campaignShare } = type
  return `${spaced(lineType).padEnd(22)} ${many(numbers, 'number')}, ${share(numbers, all.numbers)}; ${share(campaignShare, 1)} of campaigns; ${lifeWords(type)}`
}

/** A brand for people, with the numbers its mail used most. */
export function brandSummary({ brand, numbers, messages, campaigns, mostUsed, providers }: BrandAbuse): string {
  const used = mostUsed.slice(0, 3).map((one) => `${one.number} (${one.messages})`)
  const from = providers
    .slice(0, 3)
    .map(({ name, numbers: own }) => `${name === null ? 'not known' : plainText(name)} ${own}`)
  return [
    `${plainText(brand)}  ${many(messages, 'message')}, ${many(numbers, 'number')}, ${many(campaigns, 'campaign')}`,
    `  most used ${used.join(', ')}`,
    `  from ${from.join(', ')}`,
  ].join('\n')
}

/** What carried the numbers, on one line. */
export function formatsLine(formats: readonly FormatUse[]): string {
  const all = formats.reduce((sum, { messages }) => sum + messages, 0)
  return formats.map(({ vehicle, messages }) => `${spaced(vehicle)} ${share(messages, all)}`).join(', ')
}

function lifeWords({ life: { naive, survival } }: Abuse): string {
  const { days, low, high } = survival
  if (naive === null) return 'nothing seen of how long they last'
  if (days === null) return `half of those seen last ${many(naive, 'day')}; more than half may still go on`
  if (days === 0) return 'half of the numbers were seen on a single day'
  return `half last ${many(days, 'day')} or longer (95 %: ${low ?? '?'} to ${high ?? 'not reached'}; of those seen ${naive})`
}

const spaced = (code: string): string => code.replaceAll('_', ' ')

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

const rounded = (value: number): string => (value >= 10 ? String(Math.round(value)) : value.toPrecision(2))
