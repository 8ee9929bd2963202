import type { PhoneNumber } from '../model/phone-number.ts'
import type { Allotment } from './allotment.ts'
import { COMPANY_NAMES } from './cast.ts'
import { FILLERS } from './habits.ts'
import { random } from './random.ts'

/** A genuine company: its newsletters are stolen as hidden filler, its own mail is innocent. */
export type Company = { readonly name: string; readonly domain: string; readonly number: PhoneNumber }

/** The companies of a world. They take their numbers first. */
export function companies(allotted: Allotment): readonly Company[] {
  return COMPANY_NAMES.map((name) => ({
    name,
    domain: `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
    number: allotted.bystander('US'),
  }))
}

/** Whose newsletter a filler is: always the same three companies. */
export function fillerCompanies(all: readonly Company[], filler: number): readonly Company[] {
  const chance = random(`filler/${filler % FILLERS}`)
  const first = chance.below(all.length)
  return [0, 1, 2].map((next) => all[(first + next) % all.length]!)
}
