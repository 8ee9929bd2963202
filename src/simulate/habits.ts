import { DOMAIN_WORDS, IMPERSONATED } from './cast.ts'
import type { ImpersonatedBrand, Language } from './cast.ts'
import { HABITUAL_DISGUISES } from './disguise.ts'
import type { DisguiseName } from './disguise.ts'
import type { PlanName } from './plans.ts'
import type { Random } from './random.ts'

/** Where a simulated mail carries its number. A letter's words stand in the body in every case but the pictures'. */
const VEHICLES = [
  'body',
  'html',
  'link',
  'subject',
  'sender_name',
  'calendar',
  'pdf',
  'picture_pdf',
  'picture',
  'html_attachment',
] as const
export type Vehicle = (typeof VEHICLES)[number]

const VEHICLE_WEIGHTS: Readonly<Record<Vehicle, number>> = {
  body: 22,
  html: 26,
  link: 7,
  subject: 4,
  sender_name: 3,
  calendar: 8,
  pdf: 16,
  picture_pdf: 4,
  picture: 5,
  html_attachment: 5,
}

/** How a ring writes: what ties its mails together however often it changes its numbers. */
export type MailHabits = {
  readonly language: Language
  readonly brands: readonly ImpersonatedBrand[]
  /** Each picks the phrases of one template; the ring goes from one to the next. */
  readonly dialects: readonly Dialect[]
  readonly vehicles: readonly Vehicle[]
  /** Used up one after the other. */
  readonly senderDomains: readonly string[]
  readonly replyTo: string | null
  readonly disguises: readonly DisguiseName[]
  /** Which stolen newsletter is hidden in its mails; several rings may share one. */
  readonly filler: number | null
  readonly copiesOfficialLines: boolean
}

/** choices: which phrase of each place of a template, endlessly. fingerprint: what stands for its words. */
export type Dialect = { readonly choices: readonly number[]; readonly fingerprint: string }

export const FILLERS = 12
const PLACES = 8

const LANGUAGE_OF: Readonly<Record<PlanName, Language>> = {
  US: 'en',
  US_TOLL_FREE: 'en',
  CA: 'en',
  GB: 'en',
  BR: 'pt',
  DE: 'de',
  FR: 'fr',
  ES: 'es',
  NL: 'nl',
}

const NUMBERS_A_DIALECT = 25
const NUMBERS_A_DOMAIN = 12

/** What a ring of so many numbers of a plan is in the habit of. */
export function mailHabits(random: Random, plan: PlanName, numbers: number): MailHabits {
  const language = LANGUAGE_OF[plan]
  const brands = IMPERSONATED.filter((brand) => brand.languages.includes(language))
  const domain = (): string => `${random.pick(DOMAIN_WORDS)}-${random.pick(DOMAIN_WORDS)}-${random.hex(4)}.example`
  const senderDomains = several(1 + Math.floor(numbers / NUMBERS_A_DOMAIN), domain)
  return {
    language,
    brands: several(1 + random.streak(0.5), () => random.pick(brands)),
    dialects: several(1 + Math.floor(numbers / NUMBERS_A_DIALECT), () => ({
      choices: Array.from({ length: PLACES }, () => random.below(2 ** 16)),
      fingerprint: random.hex(16),
    })),
    vehicles: several(1 + random.streak(0.5), () => random.weighted(VEHICLE_WEIGHTS)),
    senderDomains,
    replyTo: random.chance(0.3) ? `${random.pick(DOMAIN_WORDS)}.${random.hex(4)}@freemail.example` : null,
    disguises: several(random.below(3), () => random.pick(HABITUAL_DISGUISES)),
    filler: random.chance(0.35) ? random.below(FILLERS) : null,
    copiesOfficialLines: random.chance(0.3),
  }
}

function several<T>(count: number, make: () => T): T[] {
  return [...new Set(Array.from({ length: count }, make))]
}
