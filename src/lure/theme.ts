import { THEMES } from '../model/verdict.ts'
import type { Theme } from '../model/verdict.ts'
import type { Lure } from './lure.ts'
import { isFortune } from './signals.ts'

type Rule = { readonly theme: Theme; readonly when: (lure: Lure) => boolean }

const brandTheme = (lure: Lure): string | null => lure.brands.find(({ brand }) => brand.theme)?.brand.theme ?? null

/** Protection that is renewed is a renewal, whoever's name it carries; an infected device is tech support. */
const DEVICE = /\b(?:virus|trojan|malware|infected|firewall|defender|your (?:pc|computer|device) (?:is|has)|windows)\b/i
const CRYPTO = /\b(?:bitcoin|btc|ethereum|eth|crypto\w*|wallet|usdt|blockchain)\b/i

const PROTECTION: ReadonlySet<string> = new Set(['subscription_renewal', 'tech_support'])

/** What the lure pretends to be about: the first rule that holds says it. */
const RULES: readonly Rule[] = [
  { theme: 'advance_fee', when: isFortune },
  {
    theme: 'mobile_solicitation',
    when: ({ wordings, callable }) => wordings.has('asks_for_number') && callable.length === 0,
  },
  {
    theme: 'subscription_renewal',
    when: ({ wordings, brands }) =>
      wordings.has('renewal') && brands.some(({ brand }) => PROTECTION.has(brand.theme ?? '')),
  },
  {
    theme: 'tech_support',
    when: (lure) =>
      brandTheme(lure) === 'tech_support' || (DEVICE.test(lure.text) && lure.wordings.has('security_alert')),
  },
  {
    theme: 'crypto_security',
    when: (lure) =>
      brandTheme(lure) === 'crypto_security' || (CRYPTO.test(lure.text) && lure.wordings.has('security_alert')),
  },
  {
    theme: 'hand_off',
    when: ({ placed }) => placed.length > 0 && placed.every(({ asking }) => asking === 'messaging'),
  },
]

export function themeOf(lure: Lure): Theme {
  const ruled = RULES.find(({ when }) => when(lure))
  if (ruled) return ruled.theme
  const theme = brandTheme(lure)
  const known = THEMES.find((name) => name === theme)
  if (known) return known
  if (lure.wordings.has('renewal')) return 'subscription_renewal'
  if (!lure.wordings.has('charge') || !lure.wordings.has('amount')) return 'other'
  return /\border/i.test(lure.text) ? 'order_confirmation' : 'payment_receipt'
}
