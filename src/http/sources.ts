import type { LookUpSources } from '../app/look-up.ts'
import type { ReaderPool } from '../app/reader-pool.ts'
import type { ProviderSize } from '../enrich/ranges/provider-sizes.ts'
import type { Region } from '../model/phone-number.ts'
import type { Reference } from '../model/reference.ts'
import type { NumberIndex } from '../store/number-index.ts'
import type { Store } from '../store/store.ts'

/** What the routes answer from. */
export type Sources = {
  readonly store: Store
  readonly index: NumberIndex
  readonly reference: Reference
  readonly reader: ReaderPool
  /** How many numbers each provider was given. */
  readonly providerSizes: readonly ProviderSize[]
  /** Where national numbers belong when a request does not say. */
  readonly region: Region | null
  readonly clock: () => number
}

/** The sources of look-ups made now. */
export function lookUpSources({ index, reference, region, clock }: Sources): LookUpSources {
  return { index, reference, region, now: clock() }
}
