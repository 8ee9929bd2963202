import { mailings } from '../analyze/campaigns/campaign-queries.ts'
import type { Mailing } from '../analyze/campaigns/campaign-queries.ts'
import { campaignsOf } from '../analyze/campaigns/campaigns.ts'
import type { CampaignSources } from '../analyze/campaigns/gathered.ts'
import { lookalikes } from '../analyze/campaigns/lookalikes.ts'
import { memberships } from '../analyze/rings/stored-rings.ts'
import type { Campaign } from '../model/campaign.ts'
import type { Store } from '../store/store.ts'

/** The campaigns of everything that was seen, with the rings that the last tracing found; most messages first. */
export async function findCampaigns(store: Store): Promise<Campaign[]> {
  const { seen, sources } = await campaignSources(store)
  return campaignsOf(seen, sources)
}

/** What campaigns are made from. */
export async function campaignSources(
  store: Store,
): Promise<{ readonly seen: readonly Mailing[]; readonly sources: CampaignSources }> {
  const seen: Mailing[] = []
  for await (const some of store.stream(mailings())) seen.push(...some)
  const rings = new Map((await store.ask(memberships())).map(({ number, ring }) => [number, ring]))
  return { seen, sources: { ringOf: (number) => rings.get(number) ?? null, lookalikes: lookalikes() } }
}
