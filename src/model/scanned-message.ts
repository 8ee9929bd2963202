import type { CarrierClass } from './carrier.ts'
import type { Issue } from './issue.ts'
import type { LineType } from './line-type.ts'
import type { Disguise, Role, RoleReason } from './mention.ts'
import type { Attachment, PartKind, ReadVia, Sender } from './message.ts'
import type { PhoneNumber } from './phone-number.ts'
import type { LureFacts, Signal, Theme } from './verdict.ts'

export type Place = {
  readonly part: PartKind
  readonly name: string | null
  readonly page: number | null
  readonly via: ReadVia
  readonly raw: string
  /** Whether its reader sees the number here. */
  readonly visible: boolean
  /** SHA-256 of the attachment; null in the message itself. */
  readonly attachment: string | null
}

export type ScannedNumber = {
  readonly e164: PhoneNumber
  readonly raw: string
  readonly region: string | null
  readonly lineType: LineType
  readonly provider: string | null
  readonly company: string | null
  readonly carrierClass: CarrierClass
  readonly extension: string | null
  readonly role: Role
  /** What decided the role. */
  readonly roleWhy: RoleReason
  readonly visible: boolean
  readonly where: readonly Place[]
  readonly disguises: readonly Disguise[]
}

/** What scanning one message says: one line of `scan --json`. Times are Unix milliseconds here, ISO text at the door. */
export type ScannedMessage = {
  readonly file: string
  readonly id: string
  readonly messageId: string | null
  readonly sentAt: number | null
  readonly receivedAt: number | null
  readonly from: Sender
  readonly replyTo: string | null
  readonly subject: string
  readonly verdict: {
    readonly callbackPhishing: boolean
    readonly confidence: number
    readonly theme: Theme
    readonly brands: readonly string[]
    readonly facts: LureFacts
    readonly signals: readonly Signal[]
  }
  readonly template: string
  /** MinHash sketch of its words. */
  readonly sketch: string
  readonly attachments: readonly Attachment[]
  readonly numbers: readonly ScannedNumber[]
  readonly issues: readonly Issue[]
}
