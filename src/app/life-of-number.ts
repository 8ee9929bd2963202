import { activeDays, seenWith } from '../analyze/life/number-queries.ts'
import { sliceCondition } from '../analyze/life/slice-condition.ts'
import { spellsOf } from '../analyze/life/spells.ts'
import type { SeenWith, Spell } from '../model/life.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Store } from '../store/store.ts'

/** The spells of one number, and what it was seen with; of sightings that accuse it. */
export type NumberLife = { readonly spells: readonly Spell[]; readonly seenWith: SeenWith }

const WITH_NOTHING: SeenWith = { subjects: [], brands: [], vehicles: [], senderDomains: [] }

export async function lifeOfNumber(store: Store, number: PhoneNumber): Promise<NumberLife> {
  const everything = sliceCondition({}, null)
  const spells = spellsOf(await store.ask(activeDays(everything, number)))
  const [seen] = await store.ask(seenWith(everything, [number]))
  return { spells, seenWith: seen?.seenWith ?? WITH_NOTHING }
}
