import { readNumber } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { OfficialLine } from '../model/reference.ts'
import { IMPERSONATED } from './cast.ts'
import type { ImpersonatedBrand } from './cast.ts'

/** Genuine lines that a ring may copy into its mail to look real, by brand and region. */
export type OfficialLines = ReadonlyMap<string, readonly PhoneNumber[]>

/** Picks the lines of impersonated brands from the table the program ships. */
export function linesToCopy(lines: Iterable<OfficialLine>): OfficialLines {
  const byBrand = new Map<string, PhoneNumber[]>()
  for (const { name, number, region } of lines) {
    const brand = IMPERSONATED.find((own) => name.startsWith(own.name))
    const read = readNumber(number)
    if (!brand || !region || !('number' in read)) continue
    const key = keyOf(brand, region)
    byBrand.set(key, [...(byBrand.get(key) ?? []), read.number])
  }
  return byBrand
}

/** The lines of a brand in a region; none where none is known. */
export function linesOf(lines: OfficialLines, brand: ImpersonatedBrand, region: string): readonly PhoneNumber[] {
  return lines.get(keyOf(brand, region)) ?? []
}

const keyOf = (brand: ImpersonatedBrand, region: string): string => `${brand.id}/${region}`
