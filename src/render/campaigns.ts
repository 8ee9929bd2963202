import type { Campaign } from '../model/campaign.ts'
import { isoDay, isoPeriod } from './iso-time.ts'
import { many } from './many.ts'
import { plainText } from './plain-text.ts'

/** Numbers, brands and domains that the terminal shows of one campaign. */
const LISTED = 4

/** The JSON of a campaign. Days are UTC. */
export function campaignJson({ firstSeenAt, lastSeenAt, ...rest }: Campaign): Record<string, unknown> {
  return { ...rest, firstSeen: isoDay(firstSeenAt), lastSeen: isoDay(lastSeenAt) }
}

/** A campaign for people: how large it is, what it wants called, and what it is made of. */
export function campaignSummary(campaign: Campaign): string {
  const { id, messages, numbers, brands, senderDomains, vehicles, ring, firstSeenAt, lastSeenAt } = campaign
  return [
    `${id}  ${many(messages, 'message')}, ${isoPeriod(firstSeenAt, lastSeenAt)}, ${ring ? `ring ${ring}` : 'no ring'}`,
    `  ${many(numbers.length, 'number')}: ${some(numbers)}`,
    ...(brands.length > 0 ? [`  brands ${some(brands)}`] : []),
    ...(senderDomains.length > 0 ? [`  senders ${some(senderDomains)}`] : []),
    `  in ${some(vehicles.map((vehicle) => vehicle.replaceAll('_', ' ')))}; ${madeOf(campaign)}`,
  ].join('\n')
}

function madeOf({ templates, attachments, pictures }: Campaign): string {
  const told = [
    templates > 0 ? many(templates, 'text') : '',
    attachments > 0 ? many(attachments, 'file') : '',
    pictures > 0 ? many(pictures, 'picture') : '',
  ].filter((words) => words !== '')
  return told.length > 0 ? told.join(', ') : 'nothing to tell its make by'
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).map(plainText).join(', ')
  return names.length > LISTED ? `${shown} and ${names.length - LISTED} more` : shown
}
