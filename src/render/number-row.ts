import type { Lookup } from '../model/lookup.ts'
import { lookupJson } from './lookup.ts'

/** What a list tells of a number, in the words of its look-up. */
export function numberRowJson(lookup: Lookup): Record<string, unknown> {
  const { number, risk, sightings, firstSeen, lastSeen, ring } = lookupJson(lookup)
  return { number, risk, sightings, firstSeen, lastSeen, ring }
}
