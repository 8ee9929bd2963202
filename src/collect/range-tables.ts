import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTables } from '../enrich/ranges/range-table.ts'
import type { RangeTable } from '../enrich/ranges/range-table.ts'
import { SHORT_CODES } from '../enrich/ranges/short-codes.ts'
import { PLAN_NAME, TABLE_SUFFIX, TABLES_FOLDER } from '../enrich/ranges/table-layout.ts'
import { IntelError } from '../model/failures.ts'

/** plan: of every country; registers: what knows some of them better, those shipped with the plan among them. */
export type RangeTables = {
  readonly plan: RangeTable
  /** Short codes, by region; null where the plan is of before there were any. */
  readonly shortCodes: RangeTable | null
  readonly registers: readonly RangeTable[]
}

/** The table that the program ships. */
export const SHIPPED_PLAN = fileURLToPath(new URL(`../../data/${PLAN_NAME}${TABLE_SUFFIX}`, import.meta.url))

/**
 * Opens the tables of number ranges: the plan, the newer one of a data folder before the shipped one, and the registers
 * that were added to that folder.
 *
 * In:     data, a data folder; null for what is shipped alone.
 * Throws: IntelError `bad_config` where one of them cannot be used, naming it.
 */
export async function loadRangeTables(data: string | null): Promise<RangeTables> {
  const folder = data === null ? null : join(data, TABLES_FOLDER)
  const names = folder === null ? [] : await tablesIn(folder)
  const own = `${PLAN_NAME}${TABLE_SUFFIX}`
  const planFile = folder !== null && names.includes(own) ? join(folder, own) : SHIPPED_PLAN
  const [plan, ...shipped] = tablesOf(planFile)
  if (!plan) throw new IntelError('bad_config', `${planFile}: there is no table in it`)
  const added: RangeTable[] = []
  for (const name of names) if (name !== own) added.push(...tablesOf(join(folder ?? '', name)))
  // A register that was added stands for the shipped one of the same name.
  const shortCodes = shipped.find(({ source }) => source.name === SHORT_CODES) ?? null
  const others = shipped.filter((table) => table !== shortCodes)
  const registers = others.filter(({ source }) => !added.some((table) => table.source.name === source.name))
  return { plan, shortCodes, registers: [...registers, ...added] }
}

async function tablesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(TABLE_SUFFIX)).toSorted()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new IntelError('bad_config', `cannot read ${folder}: ${(error as Error).message}`, { cause: error })
  }
}

/** Throws: IntelError `bad_config`. */
export function tablesOf(file: string): readonly RangeTable[] {
  try {
    // In one go: read by promises a file comes in pieces, each of which waits for a thread.
    return openTables(readFileSync(file))
  } catch (cause) {
    const hint =
      file === SHIPPED_PLAN ? 'install ringtrace again' : `remove ${file}, or make it again with ringtrace reference`
    throw new IntelError('bad_config', `${file}: ${(cause as Error).message}`, { hint, cause })
  }
}
