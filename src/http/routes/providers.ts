import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { findBrands } from '../../app/find-brands.ts'
import { findProviders } from '../../app/find-providers.ts'
import type { KeptCampaigns } from '../../app/kept-campaigns.ts'
import { campaignJson } from '../../render/campaigns.ts'
import { abuseJson } from '../../render/providers.ts'
import { Brands, Providers } from '../provider-schemas.ts'
import { answers } from '../schemas.ts'
import type { Sources } from '../sources.ts'

const Page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
})

/** Who lends the numbers out, and in whose name they are used. */
export function providerRoutes(
  { store, reference, providerSizes }: Sources,
  keptCampaigns: KeptCampaigns,
): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    const tags = ['providers and brands']
    app.get(
      '/providers',
      {
        schema: {
          tags,
          summary: 'Providers and line types of malicious numbers, most numbers first',
          querystring: Page,
          response: answers(Providers),
        },
      },
      async ({ query: { offset, limit } }) => {
        const { all, providers, lineTypes } = await findProviders(
          store,
          await keptCampaigns(),
          reference,
          providerSizes,
        )
        const answer = {
          all: all && abuseJson(all),
          total: providers.length,
          offset,
          limit,
          providers: providers.slice(offset, offset + limit).map(abuseJson),
          lineTypes: lineTypes.map(abuseJson),
        }
        return answer as unknown as z.infer<typeof Providers>
      },
    )
    app.get(
      '/brands',
      { schema: { tags, summary: 'Brands, formats and the largest campaigns', response: answers(Brands) } },
      async () => {
        const { brands, formats, largest } = await findBrands(store, await keptCampaigns(), reference)
        const answer = { brands: brands.map(abuseJson), formats, largest: largest.map(campaignJson) }
        return answer as unknown as z.infer<typeof Brands>
      },
    )
    done()
  }
}
