import type { Role, RoleReason } from './mention.ts'
import type { PhoneNumber } from './phone-number.ts'

/** What a lure pretends to be about. */
export const THEMES = [
  'subscription_renewal',
  'tech_support',
  'payment_receipt',
  'order_confirmation',
  'telecom_tv',
  'crypto_security',
  'brokerage',
  'bank_impersonation',
  'government',
  'delivery',
  'hand_off',
  'advance_fee',
  'mobile_solicitation',
  'other',
] as const
export type Theme = (typeof THEMES)[number]

/** One named signal that fired; points are log-odds. */
export type Signal = { readonly code: string; readonly points: number; readonly text: string }

/** Where a brand is named or shown. */
export type BrandPlace = 'sender_name' | 'subject' | 'text' | 'logo'

/** Kinds of ids that a pretext carries, to be asked for on the phone. */
export type PretextKind = 'invoice' | 'order' | 'case' | 'transaction' | 'customer' | 'shipment'

/** Money that a message speaks of. currency: ISO 4217, null where the sign is of several countries or there is none. */
export type Amount = { readonly value: number; readonly currency: string | null; readonly raw: string }

/**
 * What a message pretends, in pieces that mails of one campaign share.
 *
 * service:      id of the service that truly sent it and lets strangers write into its mail.
 * brands:       brands it names and does not come from, each with where.
 * amount:       the sum the pretext is about.
 * pretextId:    the id of the made-up invoice, order or case.
 * callToAction: the words that ask for the call, with the number they ask to be called.
 */
export type LureFacts = {
  readonly service: string | null
  readonly impersonates: readonly { readonly brand: string; readonly in: readonly BrandPlace[] }[]
  readonly amount: Amount | null
  readonly pretextId: { readonly kind: PretextKind; readonly value: string } | null
  readonly callToAction: { readonly number: PhoneNumber; readonly words: string } | null
  readonly isUrgent: boolean
}

/** Of a message that pretends nothing. */
export const NO_FACTS: LureFacts = {
  service: null,
  impersonates: [],
  amount: null,
  pretextId: null,
  callToAction: null,
  isUrgent: false,
}

/**
 * What a message is up to.
 *
 * roles, roleReasons: one for each mention, in the order of the mentions.
 * template: fingerprint of the message's words that survives changed names, amounts and ids; 16 hex digits, '' where
 *           there are too few words to tell.
 * confidence: probability of callback phishing, 0–1.
 */
export type Verdict = {
  readonly callbackPhishing: boolean
  readonly confidence: number
  readonly theme: Theme
  readonly brands: readonly string[]
  readonly signals: readonly Signal[]
  readonly facts: LureFacts
  readonly roles: readonly Role[]
  readonly roleReasons: readonly RoleReason[]
  readonly template: string
  /** MinHash sketch of the same words, `''` where there is no fingerprint. Source: `lure/sketch.ts`. */
  readonly sketch: string
}
