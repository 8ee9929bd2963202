import { arrivalsOf } from '../analyze/blocks/batches.ts'
import { arrivalDays, seenNumbers } from '../analyze/blocks/block-queries.ts'
import type { Counted } from '../analyze/blocks/block-queries.ts'
import { blockFinder, blocksAmong, SURROUNDINGS } from '../analyze/blocks/blocks.ts'
import type { BlockContext, Place } from '../analyze/blocks/blocks.ts'
import type { SeenNumber } from '../analyze/blocks/seen-number.ts'
import { factsOf } from '../enrich/facts.ts'
import type { Block, ToldBlock } from '../model/block.ts'
import { CHANNEL_NAMES } from '../model/channel.ts'
import type { ChannelName } from '../model/channel.ts'
import { digitsOf } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { blockStart } from '../model/profile.ts'
import type { BlockWidth } from '../model/profile.ts'
import type { NumberTables } from '../model/reference.ts'
import type { Store } from '../store/store.ts'
import { providerOf } from './provider-of.ts'

/**
 * Which blocks are wanted.
 *
 * channels: whose sightings count; null for those that prove. Complaints carry spoofed innocents.
 * provider: part of the name, in any case. region: ISO 3166 code.
 */
export type BlockWish = {
  readonly width: BlockWidth
  readonly min: number
  readonly channels: readonly ChannelName[] | null
  readonly provider: string | null
  readonly region: string | null
}

const ANY: BlockWish = { width: 1_000, min: 3, channels: null, provider: null, region: null }

/** The channels that count where complaints do: all. */
export const WITH_COMPLAINTS = CHANNEL_NAMES

/** Finds the blocks that numbers were handed out from together. Genuine lines of organisations do not count. */
export async function findBlocks(
  store: Store,
  tables: NumberTables,
  wish: Partial<BlockWish> = {},
): Promise<ToldBlock[]> {
  const { width, min, channels, provider, region } = { ...ANY, ...wish }
  const finder = blockFinder({ ...(await contextOf(store, tables, { width, channels })), min })
  for await (const some of countedNumbers(store, tables, { channels })) finder.add(some)
  const part = provider?.toLowerCase()
  return finder
    .end()
    .filter((block) => region === null || block.region === region)
    .filter((block) => part === undefined || (block.provider ?? '').toLowerCase().includes(part))
}

/** One block as it is shown: with each of its seen numbers. */
export type ShownBlock = { readonly block: Block; readonly seen: readonly SeenNumber[] }

/** The block that a number stands in, whether it stands out or not; null where nothing in it was seen. */
export async function shownBlock(
  store: Store,
  tables: NumberTables,
  { number, width, channels }: Pick<BlockWish, 'width' | 'channels'> & { readonly number: PhoneNumber },
): Promise<ShownBlock | null> {
  const from = blockStart(digitsOf(number), width)
  const million = from - (from % SURROUNDINGS)
  const within = { from: million, to: million + SURROUNDINGS - 1 }
  const around: SeenNumber[] = []
  for await (const some of countedNumbers(store, tables, { channels, within })) around.push(...some)
  const context = await contextOf(store, tables, { width, channels })
  for (const block of blocksAmong(around, 1, context)) {
    if (block.start !== from) continue
    return { block, seen: around.filter(({ digits }) => digits >= from && digits < from + width) }
  }
  return null
}

async function contextOf(
  store: Store,
  tables: NumberTables,
  { width, channels }: Pick<BlockWish, 'width' | 'channels'>,
): Promise<BlockContext> {
  const days = await store.ask(arrivalDays({ channels }))
  const asOf = days.reduce((last, { lastSeenAt }) => Math.max(last, lastSeenAt), 0)
  return { width, arrivals: arrivalsOf(days), asOf, placeOf: (number) => placeOf(number, tables) }
}

function placeOf(number: PhoneNumber, tables: NumberTables): Place {
  const facts = factsOf(number, tables)
  return { region: facts.region, provider: providerOf(facts), allocation: facts.allocation }
}

async function* countedNumbers(store: Store, tables: NumberTables, counted: Counted): AsyncGenerator<SeenNumber[]> {
  const official = new Set([...tables.officialLines.keys()].map((number) => Number(number)))
  for await (const some of store.stream(seenNumbers(counted))) {
    yield some.filter(({ digits }) => !official.has(digits))
  }
}
