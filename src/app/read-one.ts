import { factsOf } from '../enrich/facts.ts'
import { findMentions } from '../extract/find/find-mentions.ts'
import { readMessage } from '../extract/read-message.ts'
import type { Engines } from '../extract/engines.ts'
import type { ReadLimits } from '../extract/read-limits.ts'
import { judge } from '../lure/judge.ts'
import { grouped } from '../model/grouped.ts'
import { issue } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import type { Mention, Role, RoleReason } from '../model/mention.ts'
import type { Message, Part } from '../model/message.ts'
import type { Region } from '../model/phone-number.ts'
import type { Reference } from '../model/reference.ts'
import type { Place, ScannedMessage, ScannedNumber } from '../model/scanned-message.ts'
import { mentionedParts } from './mentioned-parts.ts'

/** What reading a mail needs beside the mail. region: where national numbers belong when nothing in the mail tells. */
export type Reading = {
  readonly engines: Engines
  readonly limits: ReadLimits
  readonly reference: Reference
  readonly region: Region | null
}

/** Strongest first: a number that is to be called in one place is a call-back number, whatever it is elsewhere. */
const BY_STRENGTH: readonly Role[] = ['callback', 'messaging', 'decoy', 'contact', 'other']

export type RoledMention = Mention & { readonly role: Role; readonly roleWhy: RoleReason }

/** A part with the numbers that stand in it, for who wants to see its words. */
export type MentionedPart = Part & { readonly mentions: readonly RoledMention[] }

/** isCut: there was more than is worth showing, and parts hold the beginning of it. */
export type ReadMail = {
  readonly scanned: ScannedMessage
  readonly parts: readonly MentionedPart[]
  readonly isCut: boolean
}

/** Reads one mail as its victim does: what it says, which numbers stand in it, what it wants done with them. */
export async function readOne(bytes: Uint8Array, file: string, reading: Reading): Promise<ScannedMessage> {
  return (await readMentions(bytes, file, reading)).scanned
}

/** The same, with the words of the mail and the places of the numbers in them. */
export async function readWithParts(bytes: Uint8Array, file: string, reading: Reading): Promise<ReadMail> {
  const { scanned, parts, mentions } = await readMentions(bytes, file, reading)
  return { scanned, ...mentionedParts(parts, mentions) }
}

type Mentioned = {
  readonly scanned: ScannedMessage
  readonly parts: readonly Part[]
  readonly mentions: readonly RoledMention[]
}

async function readMentions(bytes: Uint8Array, file: string, reading: Reading): Promise<Mentioned> {
  const { engines, limits, reference, region } = reading
  const message = await readMessage(bytes, engines, limits)
  const found = findMentions(message, region)
  const mentions = found.slice(0, limits.mentions)
  const unread = found.length - mentions.length
  const { roles, roleReasons, template, sketch, ...verdict } = judge(message, mentions, reference)
  const roled = mentions.map((mention, index): RoledMention => ({
    ...mention,
    role: roles[index] ?? 'other',
    roleWhy: roleReasons[index] ?? 'unexplained',
  }))
  const scanned: ScannedMessage = {
    file,
    id: message.id,
    messageId: message.messageId,
    sentAt: message.sentAt,
    receivedAt: message.receivedAt,
    from: message.from,
    replyTo: message.replyTo,
    subject: message.subject,
    verdict,
    template,
    sketch,
    attachments: message.attachments,
    numbers: scannedNumbers(message, roled, reference),
    issues: toldIssues(message.issues, unread, limits),
  }
  return { scanned, parts: message.parts, mentions: roled }
}

/** unread: mentions beyond the limit. */
function toldIssues(all: readonly Issue[], unread: number, limits: ReadLimits): readonly Issue[] {
  const told = unread === 0 ? all : [issue('part_limit', { saw: `${unread} more numbers` }), ...all]
  if (told.length <= limits.issues) return told
  const more = told.length - limits.issues + 1
  return [...told.slice(0, limits.issues - 1), issue('part_limit', { saw: `${more} more issues` })]
}

/** Distinct numbers in the order of their first mention. */
function scannedNumbers(
  message: Message,
  mentions: readonly RoledMention[],
  reference: Reference,
): readonly ScannedNumber[] {
  const byNumber = grouped(mentions, ({ number }) => number)
  return [...byNumber].map(([number, same]): ScannedNumber => {
    const facts = factsOf(number, reference)
    const shown = same.find((mention) => mention.visible) ?? same[0]
    const strongest = BY_STRENGTH.flatMap((role) => same.filter((mention) => mention.role === role))[0]
    return {
      e164: number,
      raw: shown?.raw ?? '',
      region: facts.region,
      lineType: facts.lineType,
      provider: facts.provider,
      company: facts.company,
      carrierClass: facts.carrierClass,
      extension: same.find((mention) => mention.extension)?.extension ?? null,
      role: strongest?.role ?? 'other',
      roleWhy: strongest?.roleWhy ?? 'unexplained',
      visible: same.some((mention) => mention.visible),
      where: same.map((mention) => placeOf(message, mention)),
      disguises: [...new Set(same.flatMap((mention) => mention.disguises))],
    }
  })
}

function placeOf(message: Message, { part: index, raw, visible }: Mention): Place {
  const part = message.parts[index]
  return {
    part: part?.kind ?? 'body',
    name: part?.name ?? null,
    page: part?.page ?? null,
    via: part?.via ?? 'text',
    raw,
    visible,
    attachment: part?.attachment ?? null,
  }
}
