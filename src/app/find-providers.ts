import { abuseBy } from '../analyze/providers/abuse.ts'
import { maliciousThousands } from '../analyze/providers/provider-queries.ts'
import type { Thousand } from '../analyze/providers/provider-queries.ts'
import type { ProviderSize } from '../enrich/ranges/provider-sizes.ts'
import { grouped } from '../model/grouped.ts'
import type { Campaign } from '../model/campaign.ts'
import type { NumberFacts } from '../model/number-facts.ts'
import type { Abuse, LineTypeAbuse, ProviderAbuse } from '../model/provider.ts'
import type { NumberTables } from '../model/reference.ts'
import type { Store } from '../store/store.ts'
import { providerOf, rememberedFacts, tally } from './provider-of.ts'

/** all: null where nothing malicious was seen. */
export type Providers = {
  readonly all: Abuse | null
  readonly providers: readonly ProviderAbuse[]
  readonly lineTypes: readonly LineTypeAbuse[]
}

/**
 * Who lends out the malicious numbers, and what kinds of lines they are; most numbers first.
 *
 * In: campaigns, all there are; sizes, how many numbers each provider was given.
 */
export async function findProviders(
  store: Store,
  campaigns: readonly Campaign[],
  tables: NumberTables,
  sizes: readonly ProviderSize[],
): Promise<Providers> {
  const thousands: Thousand[] = []
  for await (const some of store.stream(maliciousThousands())) thousands.push(...some)
  const facts = rememberedFacts(tables)
  const byName = abuseBy(thousands, campaigns, (number) => providerOf(facts(number)))
  const allocated = sizesByName(sizes, tables)
  const about = aboutByName(thousands.map(({ number, lives }) => ({ facts: facts(number), numbers: lives.length })))
  return {
    all: abuseBy(thousands, campaigns, () => true).get(true) ?? null,
    providers: [...byName]
      .map(([name, abuse]): ProviderAbuse => {
        const given = (name === null ? null : allocated.get(name)) ?? null
        const perMillion = given ? (abuse.numbers / given) * 1_000_000 : null
        return { name, ...about.get(name)!, ...abuse, allocated: given, perMillion }
      })
      .sort(byNumbers),
    lineTypes: [...abuseBy(thousands, campaigns, (number) => facts(number).lineType)]
      .map(([lineType, abuse]) => ({ lineType, ...abuse }))
      .sort(byNumbers),
  }
}

type Told = { readonly facts: NumberFacts; readonly numbers: number }

function aboutByName(
  told: readonly Told[],
): Map<string | null, Pick<ProviderAbuse, 'carrierClass' | 'regions' | 'lineTypes'>> {
  const groups = grouped(told, ({ facts }) => providerOf(facts))
  const about = ([name, own]: [string | null, Told[]]) =>
    [
      name,
      {
        carrierClass: name === null ? ('unknown' as const) : own[0]!.facts.carrierClass,
        regions: tally(own.map(({ facts, numbers }) => [facts.region, numbers])).flatMap(([region]) => region ?? []),
        lineTypes: tally(own.map(({ facts, numbers }) => [facts.lineType, numbers])).map(([lineType, numbers]) => ({
          lineType,
          numbers,
        })),
      },
    ] as const
  return new Map([...groups].map(about))
}

function sizesByName(sizes: readonly ProviderSize[], { carrierOf }: NumberTables): Map<string, number> {
  return new Map(
    tally(sizes.map(({ provider, region, numbers }) => [carrierOf(provider, region)?.company ?? provider, numbers])),
  )
}

const byNumbers = (a: Abuse, b: Abuse): number => b.numbers - a.numbers || b.sightings - a.sightings
