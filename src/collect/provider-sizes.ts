import { providerSizes } from '../enrich/ranges/provider-sizes.ts'
import type { ProviderSize } from '../enrich/ranges/provider-sizes.ts'
import { loadRangeTables } from './range-tables.ts'

/** How many numbers each provider was given, by the tables of the program and of a data folder. Throws: `bad_config`. */
export async function loadProviderSizes(data: string | null): Promise<readonly ProviderSize[]> {
  const { plan, registers } = await loadRangeTables(data)
  return providerSizes(plan, registers)
}
