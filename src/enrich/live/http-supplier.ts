import type { LiveSignal, LiveSupplier } from '../../model/live-lookup.ts'
import { readingAt } from './value-at.ts'

/**
 * A supplier that only the operator knows.
 *
 * url, headers: with `{number}` for the E.164 number, `{digits}` for the same without its `+`, `{key}` for the key.
 * signals: where in the answer's JSON each stands, names and positions with dots between.
 */
export type HttpSupplier = {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signals: Partial<Readonly<Record<LiveSignal, string>>>
}

/** Asks any service that answers a GET with JSON. Values are told as they stand. */
export function httpSupplier(name: string, { url, headers = {}, signals }: HttpSupplier, key: string): LiveSupplier {
  const places = Object.entries(signals) as [LiveSignal, string][]
  return {
    name,
    signals: places.map(([signal]) => signal),
    request: (number) => ({
      method: 'GET',
      url: filled(url, { number: encodeURIComponent(number), digits: number.slice(1), key: encodeURIComponent(key) }),
      headers: Object.fromEntries(
        Object.entries(headers).map(([field, text]) => [field, filled(text, { number, digits: number.slice(1), key })]),
      ),
      body: null,
    }),
    read: (json) => Object.fromEntries(places.map(([signal, path]) => [signal, readingAt(json, path)])),
  }
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(number|digits|key)\}/g, (_, name: string) => values[name] ?? '')
}
