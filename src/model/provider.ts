import type { CarrierClass } from './carrier.ts'
import type { LineType } from './line-type.ts'
import type { PartKind } from './message.ts'
import type { PhoneNumber } from './phone-number.ts'

/** What was seen of the malicious numbers of one provider, of one line type, or of all. Times are Unix milliseconds. */
export type Abuse = {
  readonly numbers: number
  readonly sightings: number
  /** Messages that wanted one of them used; a message with numbers of two providers counts in each. */
  readonly messages: number
  /** Campaigns that used one of them, and their part where each campaign is shared out over its numbers. */
  readonly campaigns: number
  readonly campaignShare: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /**
   * Days from the first sighting of a number to its last: half of them last so long or longer. naive: of those seen;
   * survival: by Kaplan–Meier, where a number that may go on is not taken for one that has ended.
   */
  readonly life: {
    readonly naive: number | null
    readonly survival: { readonly days: number | null; readonly low: number | null; readonly high: number | null }
  }
}

/** name: the company, else the provider as its source writes it; null for numbers whose provider nobody tells. */
export type ProviderAbuse = Abuse & {
  readonly name: string | null
  readonly carrierClass: CarrierClass
  readonly regions: readonly string[]
  readonly lineTypes: readonly { readonly lineType: LineType; readonly numbers: number }[]
  /** Numbers that the plan and the registers say it was given; null where they tell none. */
  readonly allocated: number | null
  /** Malicious numbers of each million that it was given. */
  readonly perMillion: number | null
}

export type LineTypeAbuse = Abuse & { readonly lineType: LineType }

/** A brand, and the numbers that mail in its name wanted used. */
export type BrandAbuse = {
  readonly brand: string
  readonly numbers: number
  readonly messages: number
  readonly campaigns: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /** Those of most messages. */
  readonly mostUsed: readonly { readonly number: PhoneNumber; readonly messages: number }[]
  readonly providers: readonly { readonly name: string | null; readonly numbers: number }[]
}

/** How many numbers and messages a kind of part carried. */
export type FormatUse = { readonly vehicle: PartKind; readonly numbers: number; readonly messages: number }
