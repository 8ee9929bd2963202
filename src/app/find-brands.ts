import { brandMessages, brandNumbers, formatUses } from '../analyze/providers/provider-queries.ts'
import type { BrandNumber } from '../analyze/providers/provider-queries.ts'
import type { Campaign } from '../model/campaign.ts'
import type { BrandAbuse, FormatUse } from '../model/provider.ts'
import type { NumberTables } from '../model/reference.ts'
import type { Store } from '../store/store.ts'
import { providerOf, rememberedFacts, tally } from './provider-of.ts'

/** What mail pretended to be, and how it carried its numbers. */
export type Brands = {
  readonly brands: readonly BrandAbuse[]
  readonly formats: readonly FormatUse[]
  readonly largest: readonly Campaign[]
}

const MOST_USED = 8
const LARGEST = 10

/** Brands, most messages first; what carried the numbers; and the ten largest of all campaigns. */
export async function findBrands(store: Store, campaigns: readonly Campaign[], tables: NumberTables): Promise<Brands> {
  const facts = rememberedFacts(tables)
  const inCampaigns = new Map(tally(campaigns.flatMap(({ brands }) => brands.map((brand) => [brand, 1] as const))))
  const messages = new Map((await store.ask(brandMessages())).map((each) => [each.brand, each.messages]))
  const byBrand = new Map<string, BrandNumber[]>()
  for await (const some of store.stream(brandNumbers())) {
    for (const one of some) {
      const same = byBrand.get(one.brand)
      if (same) same.push(one)
      else byBrand.set(one.brand, [one])
    }
  }
  const brands = [...byBrand].map(([brand, own]): BrandAbuse => ({
    brand,
    numbers: own.length,
    messages: messages.get(brand) ?? 0,
    campaigns: inCampaigns.get(brand) ?? 0,
    firstSeenAt: own.reduce((first, { firstSeenAt }) => Math.min(first, firstSeenAt), Infinity),
    lastSeenAt: own.reduce((last, { lastSeenAt }) => Math.max(last, lastSeenAt), -Infinity),
    mostUsed: own.slice(0, MOST_USED).map((one) => ({ number: one.number, messages: one.messages })),
    providers: tally(own.map(({ number }) => [providerOf(facts(number)), 1])).map(([name, numbers]) => ({
      name,
      numbers,
    })),
  }))
  return {
    brands: brands.sort((a, b) => b.messages - a.messages || (a.brand < b.brand ? -1 : 1)),
    formats: await store.ask(formatUses()),
    largest: campaigns.slice(0, LARGEST),
  }
}
