import type { PhoneNumber, Region } from './phone-number.ts'

/** How a number was dressed up so that software does not find it; named after what was done to it. */
export const DISGUISES = [
  'letter_for_digit',
  'lookalike_digit',
  'invisible_character',
  'separator',
  'spaced_digits',
  'bracket',
  'line_break',
  'bidi',
  'reversed',
  'spelled_out',
  'vanity',
  'glued',
  'missing_plus',
] as const
export type Disguise = (typeof DISGUISES)[number]

export const ROLES = ['callback', 'messaging', 'decoy', 'contact', 'other'] as const
export type Role = (typeof ROLES)[number]

/** Why a number was given its role: what decided. */
export const ROLE_REASONS = [
  'hidden',
  'fictional',
  'own_number',
  'official_line',
  'quoted',
  'far_below',
  'conference',
  'service_template',
  'service_field',
  'footer',
  'copied',
  'messenger',
  'fax',
  'asked_to_call',
  'help_line',
  'most_plainly_given',
  'letter',
  'introduced',
  'unexplained',
] as const
export type RoleReason = (typeof ROLE_REASONS)[number]

/** What a number is for, and why it is thought so. */
export type RoleGiven = { readonly role: Role; readonly why: RoleReason }

/** A number found in a text. Offsets are UTF-16 code units into that text, end exclusive; raw is text.slice(start, end). */
export type Found = {
  readonly number: PhoneNumber
  readonly region: Region | null
  readonly extension: string | null
  readonly raw: string
  readonly start: number
  readonly end: number
  readonly disguises: readonly Disguise[]
}

/** One number standing in one part of a message; `part` is the index into the message's parts. */
export type Mention = Found & { readonly part: number; readonly visible: boolean }
