import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { KeptCampaigns } from '../../app/kept-campaigns.ts'
import { campaignJson } from '../../render/campaigns.ts'
import { answers, Campaigns } from '../schemas.ts'

const Page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
  ring: z.string().max(64).optional().describe('Only those of this ring'),
})

/** Mails of one make from one ring. */
export function campaignRoutes(keptCampaigns: KeptCampaigns): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get(
      '/campaigns',
      {
        schema: {
          tags: ['rings and blocks'],
          summary: 'Campaigns, most messages first',
          querystring: Page,
          response: answers(Campaigns),
        },
      },
      async ({ query: { offset, limit, ring } }) => {
        const all = await keptCampaigns()
        const found = ring === undefined ? all : all.filter((campaign) => campaign.ring === ring)
        const page = found.slice(offset, offset + limit).map(campaignJson)
        return { total: found.length, offset, limit, campaigns: page } as z.infer<typeof Campaigns>
      },
    )
    done()
  }
}
