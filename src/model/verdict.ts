import type { Role } from './mention.ts'

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

/**
 * What a message is up to.
 *
 * roles: one for each mention, in the order of the mentions.
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
  readonly roles: readonly Role[]
  readonly template: string
}
