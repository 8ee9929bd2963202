import type { PhoneNumber } from './phone-number.ts'

/** Whether a supplier answered, for one signal. Vocabulary of the field: unknown is never the same as safe. */
export const SIGNAL_STATUSES = [
  'ok',
  'no_coverage',
  'not_found',
  'stale',
  'supplier_error',
  'not_requested',
  'unauthorized',
  'invalid_input',
] as const
export type SignalStatus = (typeof SIGNAL_STATUSES)[number]

/** What a supplier can be asked that no table tells, or tells as of today. */
export const LIVE_SIGNALS = {
  valid: 'whether the numbering plan has it, as the supplier sees it',
  active: 'whether somebody uses it now',
  line_type: 'what kind of line it is, in this vocabulary',
  carrier: 'who carries it now, after porting',
  region: 'ISO 3166 code',
  caller_name: 'the name that is shown with its calls (CNAM)',
  sim_swap: 'when its SIM was last changed, or whether it was',
  prepaid: 'whether it is prepaid',
  blocked: 'whether the supplier keeps it on a list of its own',
  recent_abuse: 'whether the supplier knows of abuse',
  score: 'the supplier’s own score, in its own scale: its claim, and no part of ours',
} as const
export type LiveSignal = keyof typeof LIVE_SIGNALS

export type LiveValue = string | number | boolean

/** What one supplier says of one signal. value: null where status is neither `ok` nor `stale`; askedAt: Unix milliseconds. */
export type LiveAnswer = {
  readonly supplier: string
  readonly signal: LiveSignal
  readonly status: SignalStatus
  readonly value: LiveValue | null
  readonly askedAt: number
}

/** A request as it goes out. It holds a key: no part of it is ever shown. */
export type LiveRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** What came back. status: of HTTP; null where nothing came. */
export type LiveResponse = { readonly status: number | null; readonly json: unknown }

/** What an answer says of a signal: a value, or why there is none; null where it says nothing. */
export type LiveReading = { readonly value: LiveValue } | { readonly status: SignalStatus } | null

/** A service that knows numbers: how it is asked, and how its answer is read. Pure: somebody else sends. */
export type LiveSupplier = {
  readonly name: string
  readonly signals: readonly LiveSignal[]
  request(number: PhoneNumber): LiveRequest
  /** In: the JSON of an answer that came with a status of 2xx. What is null or left out was not found. */
  read(json: unknown): Partial<Readonly<Record<LiveSignal, LiveReading>>>
}
