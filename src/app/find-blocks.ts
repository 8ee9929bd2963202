import { maliciousNumbers } from '../analyze/block-queries.ts'
import { blocksOf } from '../analyze/blocks.ts'
import type { BlockOptions, SeenNumber } from '../analyze/blocks.ts'
import { factsOf } from '../enrich/facts.ts'
import type { Block } from '../model/block.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { NumberTables } from '../model/reference.ts'
import type { Store } from '../store/store.ts'

/** Finds the blocks that malicious numbers were handed out from. Genuine lines of organisations do not count. */
export async function findBlocks(
  store: Store,
  tables: NumberTables,
  { width = 1_000, min = 3 }: Partial<Pick<BlockOptions, 'width' | 'min'>> = {},
): Promise<Block[]> {
  const numbers: SeenNumber[] = []
  for await (const some of store.stream(maliciousNumbers())) {
    for (const seen of some) if (!tables.officialLines.has(numberFromDigits(seen.digits))) numbers.push(seen)
  }
  return blocksOf(numbers, { width, min, regionOf: (number) => factsOf(number, tables).region })
}
