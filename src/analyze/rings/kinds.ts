import { isOpenPlatform, isOpenSender } from '../../model/open-senders.ts'
import type { LinkKind } from '../../model/ring.ts'

/** Kinds that say the same thing twice: who shares a message shares its words and its file, too. */
export type Family = 'content' | 'sender' | 'hands' | 'block'

/**
 * What numbers are brought together by.
 *
 * family:      of a family only the strongest evidence counts.
 * mostNumbers: what more numbers share is a hub and ties none. No lure of the labelled mail shows more than nine
 *              numbers: a message or a file with more is a directory. Of the rest it is as many as can be weighed again
 *              within milliseconds.
 * isAnchor:    strangers hardly ever share it: what tells senders apart in a thing that they might.
 * isOwn:       whether a value may be its sender's own at all.
 */
type Kind = {
  readonly family: Family
  readonly mostNumbers: number
  readonly isAnchor: boolean
  readonly isOwn?: (value: string) => boolean
}

export const KINDS = {
  message: { family: 'content', mostNumbers: 10, isAnchor: true },
  attachment: { family: 'content', mostNumbers: 10, isAnchor: true },
  picture: { family: 'content', mostNumbers: 500, isAnchor: true },
  template: { family: 'content', mostNumbers: 2_000, isAnchor: false },
  pdf_kit: { family: 'content', mostNumbers: 2_000, isAnchor: false },
  reply_to: { family: 'sender', mostNumbers: 2_000, isAnchor: true, isOwn: isOwnAddress },
  sender_domain: { family: 'sender', mostNumbers: 2_000, isAnchor: false, isOwn: (domain) => !isOpenSender(domain) },
  account: { family: 'hands', mostNumbers: 50, isAnchor: true },
  device: { family: 'hands', mostNumbers: 50, isAnchor: true },
  ip: { family: 'hands', mostNumbers: 50, isAnchor: false },
  service: { family: 'hands', mostNumbers: 500, isAnchor: false },
  block: { family: 'block', mostNumbers: 100, isAnchor: true },
} as const satisfies Partial<Record<LinkKind, Kind>>

export type ThingKind = keyof typeof KINDS

/** By the number they are stored as. */
export const KIND_NAMES = Object.keys(KINDS) as readonly ThingKind[]

/** An address at a free-mail house is its owner's alone; what an invoicing service answers from is everyone's. */
function isOwnAddress(address: string): boolean {
  return !isOpenPlatform(address.slice(address.lastIndexOf('@') + 1))
}

/** Neighbours share a hundred. */
export const BLOCK_WIDTH = 100

/** Whether a value of a kind can tie at all. */
export function canTie(kind: ThingKind, value: string): boolean {
  const { isOwn }: Kind = KINDS[kind]
  return value !== '' && (isOwn?.(value) ?? true)
}
