import { DOMAIN_WORDS, IMPERSONATED } from './cast.ts'
import type { ImpersonatedBrand, Language } from './cast.ts'
import { HABITUAL_DISGUISES } from './disguise.ts'
import type { DisguiseName } from './disguise.ts'
import { KITS, noiseShares } from './noise.ts'
import type { Print } from './noise.ts'
import type { PlanName } from './plans.ts'
import { SKETCH } from '../model/sketch.ts'
import { random as randomOf } from './random.ts'
import type { Random } from './random.ts'
import type { WorldShape } from './world-shape.ts'

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

/** choices: which phrase of each place of a template, endlessly. fingerprint, sketch: what stands for its words. */
export type Dialect = Print & { readonly choices: readonly number[] }

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
export function mailHabits(
  random: Random,
  plan: PlanName,
  numbers: number,
  { seed, noise }: Pick<WorldShape, 'seed' | 'noise'>,
): MailHabits {
  const shares = noiseShares(noise)
  const noisy = random.fork('noise')
  const language = LANGUAGE_OF[plan]
  const brands = IMPERSONATED.filter((brand) => brand.languages.includes(language))
  const domain = (): string => `${random.pick(DOMAIN_WORDS)}-${random.pick(DOMAIN_WORDS)}-${random.hex(4)}.example`
  const senderDomains = several(1 + Math.floor(numbers / NUMBERS_A_DOMAIN), domain)
  return {
    language,
    brands: several(1 + random.streak(0.5), () => random.pick(brands)),
    dialects: several(1 + Math.floor(numbers / NUMBERS_A_DIALECT), (at) => {
      const own = dialect(random, random.fork('sketch', at))
      const kit = randomOf(`${seed}/kit/${language}/${noisy.below(KITS)}`)
      return noisy.chance(shares.kits) ? dialect(kit, kit) : own
    }),
    vehicles: several(1 + random.streak(0.5), () => random.weighted(VEHICLE_WEIGHTS)),
    senderDomains,
    replyTo: random.chance(0.3) ? `${random.pick(DOMAIN_WORDS)}.${random.hex(4)}@freemail.example` : null,
    disguises: several(random.below(3), () => random.pick(HABITUAL_DISGUISES)),
    filler: random.chance(shares.fillers) ? random.below(FILLERS) : null,
    copiesOfficialLines: random.chance(shares.decoys),
  }
}

function dialect(random: Random, sketching: Random): Dialect {
  return {
    choices: Array.from({ length: PLACES }, () => random.below(2 ** 16)),
    fingerprint: random.hex(16),
    sketch: sketching.hex(SKETCH.bands * SKETCH.digits),
  }
}

function several<T>(count: number, make: (at: number) => T): T[] {
  return [...new Set(Array.from({ length: count }, (_, at) => make(at)))]
}
