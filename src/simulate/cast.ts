import type { Theme } from '../model/verdict.ts'
import type { OperatorKind } from './world-shape.ts'

/** What an operator pretends to be. `id` and `theme` are those of data/brands.json and of verdicts. */
export type ImpersonatedBrand = {
  readonly id: string
  readonly name: string
  readonly product: string
  readonly theme: Theme
  readonly industry: string
  readonly languages: readonly Language[]
}

export const LANGUAGES = ['en', 'pt', 'de', 'fr', 'es', 'nl'] as const
export type Language = (typeof LANGUAGES)[number]

const EVERYWHERE: readonly Language[] = LANGUAGES

const brand = (
  id: string,
  name: string,
  product: string,
  theme: Theme,
  industry: string,
  languages: readonly Language[] = EVERYWHERE,
): ImpersonatedBrand => ({ id, name, product, theme, industry, languages })

export const IMPERSONATED: readonly ImpersonatedBrand[] = [
  brand('norton', 'Norton', 'Norton 360 Deluxe', 'subscription_renewal', 'software'),
  brand('mcafee', 'McAfee', 'McAfee Total Protection', 'subscription_renewal', 'software'),
  brand('geek_squad', 'Geek Squad', 'Geek Squad Protection Plan', 'subscription_renewal', 'software', ['en']),
  brand('microsoft', 'Microsoft', 'Microsoft Defender', 'tech_support', 'software'),
  brand('paypal', 'PayPal', 'Bitcoin 0.0112', 'payment_receipt', 'finance_payments'),
  brand('amazon', 'Amazon', 'MacBook Air 15', 'order_confirmation', 'ecommerce'),
  brand('apple', 'Apple', 'iPhone 17 Pro', 'order_confirmation', 'ecommerce'),
  brand('ebay', 'eBay', 'Gift Card', 'order_confirmation', 'ecommerce', ['en', 'de']),
  brand('coinbase', 'Coinbase', 'Coinbase Wallet', 'crypto_security', 'finance_crypto', ['en', 'de', 'nl']),
  brand('binance', 'Binance', 'Binance Pay', 'crypto_security', 'finance_crypto'),
  brand('dhl', 'DHL', 'Express 2041', 'delivery', 'logistics'),
  brand('bradesco', 'Bradesco', 'Cartão Bradesco', 'bank_impersonation', 'finance_banking', ['pt']),
  brand('nubank', 'Nubank', 'Cartão Nubank', 'bank_impersonation', 'finance_banking', ['pt']),
]

type Provider = { readonly name: string; readonly carrierClass: string }

/** Providers are invented, each of a class; a world must not accuse a real one. */
export const PROVIDERS: { readonly voip: readonly Provider[]; readonly mobile: readonly Provider[] } = {
  voip: [
    { name: 'Northlight Voice', carrierClass: 'voip_wholesale' },
    { name: 'Paperkite Communications', carrierClass: 'cpaas' },
    { name: 'Dialoft', carrierClass: 'cpaas' },
    { name: 'Saltmarsh Telecom', carrierClass: 'voip_wholesale' },
    { name: 'Ringwell', carrierClass: 'voip_consumer' },
  ],
  mobile: [
    { name: 'Cobalt Mobile', carrierClass: 'mvno' },
    { name: 'Fernway SIM', carrierClass: 'mvno' },
    { name: 'Ostara Mobile', carrierClass: 'mno' },
    { name: 'Thingsline', carrierClass: 'iot' },
  ],
}

/** What accounts are made on with numbers from pools. */
export const SERVICES = [
  { name: 'whatsapp', industry: 'social_media', scenario: 'account_farming' },
  { name: 'telegram', industry: 'social_media', scenario: 'lure_posting' },
  { name: 'google', industry: 'internet_infrastructure', scenario: 'fake_account_registration' },
  { name: 'openai', industry: 'internet_infrastructure', scenario: 'fake_account_registration' },
  { name: 'tinder', industry: 'dating', scenario: 'traffic_diversion' },
  { name: 'amazon', industry: 'ecommerce', scenario: 'coupon_abuse' },
  { name: 'shopee', industry: 'ecommerce', scenario: 'new_user_bonus' },
  { name: 'uber', industry: 'ride_hailing', scenario: 'new_user_bonus' },
  { name: 'doordash', industry: 'food_delivery', scenario: 'referral_abuse' },
  { name: 'binance', industry: 'finance_crypto', scenario: 'money_laundering' },
  { name: 'steam', industry: 'gaming', scenario: 'fake_account_registration' },
  { name: 'booking', industry: 'travel', scenario: 'fake_reviews' },
] as const

/** What a country's targets are: ISO alpha-2, by weight. */
export const TARGET_COUNTRIES = { US: 40, GB: 10, BR: 10, DE: 9, CA: 7, FR: 6, ES: 5, NL: 4, IN: 5, AU: 4 } as const

export const COMPANY_NAMES = [
  'Alder & Finch Books',
  'Baywater Cycles',
  'Copperfield Garden Centre',
  'Dunmore Opticians',
  'Elmhurst Bakery',
  'Fairlight Concerts',
  'Greenholm Dental',
  'Harborview Hotel',
  'Ivybridge Museum',
  'Juniper Travel',
  'Kestrel Outdoor',
  'Larkspur Florists',
  'Millbrook Choir',
  'Northgate Pharmacy',
  'Oakley Tiles',
  'Pinecrest Camp',
  'Quayside Theatre',
  'Rosewood Veterinary',
  'Silverton Library',
  'Thornbury Orchard',
  'Underhill Pottery',
  'Valehouse Interiors',
  'Westmere Sailing Club',
  'Yarrow Wholefoods',
] as const

export const FIRST_NAMES = [
  'Alex',
  'Maria',
  'Jordan',
  'Sam',
  'Ana',
  'Jonas',
  'Camille',
  'Lucía',
  'Pieter',
  'Taylor',
] as const
export const LAST_NAMES = [
  'Miller',
  'Silva',
  'Weber',
  'Dubois',
  'García',
  'de Vries',
  'Brown',
  'Santos',
  'Fischer',
] as const
export const DOMAIN_WORDS = [
  'billing',
  'care',
  'desk',
  'notice',
  'secure',
  'service',
  'order',
  'update',
  'team',
  'hub',
] as const

/** Whose numbers are in a world against their will. */
export const INNOCENT: ReadonlySet<OperatorKind> = new Set<OperatorKind>(['spoofed_bystanders', 'interception_cards'])
