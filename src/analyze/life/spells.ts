import type { Spell } from '../../model/life.ts'

/**
 * The spells of a number.
 *
 * In: days on which it was seen, ascending.
 * @example spellsOf([{ day: 1, sightings: 1 }, { day: 2, sightings: 1 }, { day: 5, sightings: 1 }])[1]?.coolDownDays // => 2
 */
export function spellsOf(days: readonly { readonly day: number; readonly sightings: number }[]): Spell[] {
  const spells: Spell[] = []
  for (const { day, sightings } of days) {
    const last = spells.at(-1)
    if (last && day === last.toDay + 1) {
      spells[spells.length - 1] = { ...last, toDay: day, sightings: last.sightings + sightings }
    } else spells.push({ fromDay: day, toDay: day, sightings, coolDownDays: last ? day - last.toDay - 1 : null })
  }
  return spells
}
