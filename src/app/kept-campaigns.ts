import { LAST_TRACED, WATERMARK } from '../analyze/watermark.ts'
import type { Campaign } from '../model/campaign.ts'
import type { Store } from '../store/store.ts'
import { findCampaigns } from './find-campaigns.ts'

/** The campaigns of everything that was seen when it was asked, most messages first. */
export type KeptCampaigns = () => Promise<readonly Campaign[]>

/**
 * Makes campaigns once for all who ask, and anew only when something was taken in or rings changed. Whoever asks while
 * they are being made shares the next answer with all others who do, since the one under way may miss what came since.
 */
export function keptCampaigns(store: Store): KeptCampaigns {
  let kept: { readonly of: string; readonly campaigns: readonly Campaign[] } | null = null
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Promise<readonly Campaign[]> | null = null

  const current = async (): Promise<readonly Campaign[]> => {
    next = null
    const of = await stateOf(store)
    if (kept?.of !== of) kept = { of, campaigns: await findCampaigns(store) }
    return kept.campaigns
  }
  return () => {
    if (next) return next
    next = underWay.then(current)
    underWay = next.catch(() => {})
    return next
  }
}

/** What campaigns are made from, as a word. */
async function stateOf(store: Store): Promise<string> {
  const [watermark] = await store.ask(WATERMARK)
  const [traced = ''] = await store.ask(LAST_TRACED)
  return `${watermark!.mark}, ${traced}`
}
