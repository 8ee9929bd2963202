import { readFile } from 'node:fs/promises'
import { carriers } from '../enrich/carriers.ts'
import type { Operator } from '../enrich/carriers.ts'
import { rangesOf } from '../enrich/ranges/range-facts.ts'
import { shortCodesOf } from '../enrich/ranges/short-codes.ts'
import { IntelError } from '../model/failures.ts'
import type { Brand, OfficialLine, Reference, Service } from '../model/reference.ts'
import { loadRangeTables } from './range-tables.ts'

/** The file as it lies in data/: a source is written once, lines name it. */
type OfficialNumbers = {
  readonly sources: Readonly<Record<string, string>>
  readonly lines: readonly (readonly [number: string, name: string, region: OfficialLine['region'], source: string])[]
}

const DATA = new URL('../../data/', import.meta.url)

/**
 * Reads the tables the program ships, and those of number ranges that a data folder has beside them.
 *
 * Throws: IntelError `bad_config` where the installation has lost one, or one of the folder cannot be used.
 */
export async function loadReference(data: string | null = null): Promise<Reference> {
  const [brands, services, official, operators, { plan, shortCodes, registers }] = await Promise.all([
    readTable<readonly Brand[]>('brands.json'),
    readTable<readonly Service[]>('services.json'),
    readTable<OfficialNumbers>('official-numbers.json'),
    readTable<readonly Operator[]>('operators.json'),
    loadRangeTables(data),
  ])
  const officialLines = new Map(
    official.lines.flatMap(([number, name, region, source]) =>
      waysToDial(number).map((dialled) => [
        dialled,
        { number: dialled, name, region, source: official.sources[source] ?? source },
      ]),
    ),
  )
  return {
    brands,
    services,
    officialLines,
    carrierOf: carriers(operators),
    rangesOf: rangesOf(plan, registers),
    shortCodeOf: shortCodesOf(shortCodes),
  }
}

/** Brazil's lines without an area code, 4004 and the like, are dialled from other towns with the town's. Source: Anatel. */
const BRAZIL_EVERYWHERE = /^\+55((?:300|40\d)\d{5})$/
const FIRST_AREA_CODE = 11
const AREA_CODES = 89

function waysToDial(number: string): readonly string[] {
  const local = BRAZIL_EVERYWHERE.exec(number)?.[1]
  if (!local) return [number]
  return [number, ...Array.from({ length: AREA_CODES }, (_, index) => `+55${FIRST_AREA_CODE + index}${local}`)]
}

async function readTable<Table>(name: string): Promise<Table> {
  const file = new URL(name, DATA)
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Table
  } catch (cause) {
    throw new IntelError('bad_config', `cannot read the table ${name}: ${(cause as Error).message}`, {
      hint: 'install ringtrace again',
      cause,
    })
  }
}
