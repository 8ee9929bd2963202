/**
 * What is to be seen in a generated mail: the shape of the hand-labelled sets, so that the same benchmark measures both.
 *
 * f: file. where: place of the number. obf: how it was dressed up. toad: call-back phishing or not.
 */
export type Label = {
  readonly f: string
  readonly numbers: readonly LabelledNumber[]
  readonly toad: boolean
  readonly brand: readonly string[]
  readonly lang: string
  readonly lure: string
  readonly unsure: string
  /** Who sent it: an operator of truth.json; null for genuine mail. */
  readonly operator: string | null
}

export type LabelledNumber = {
  readonly e164: string
  readonly raw: string
  readonly where: 'body' | 'subject' | 'pdf' | 'image' | 'calendar' | 'html_attachment' | 'tel_link' | 'from'
  readonly role: 'callback' | 'decoy' | 'contact'
  readonly obf: readonly string[]
}

/** A mail with the truth about it. */
export type SimulatedMail = { readonly file: string; readonly bytes: Uint8Array; readonly label: Label }
