import { domainOf, isFromProven } from '../model/message.ts'
import type { Message } from '../model/message.ts'
import type { Reference, Service } from '../model/reference.ts'

type Template = {
  readonly marks: RegExp | null
  readonly fields: readonly { readonly begin: RegExp; readonly end: RegExp }[]
  readonly ends: RegExp | null
}

/**
 * Finds the service whose mail carries a stranger's words: by its sender, which the receiving server must not have
 * refuted, or, for mail in somebody else's name, by its signature together with the words of its template.
 *
 * In:  seen, what is seen of the message's parts.
 */
export function serviceOf(message: Message, seen: readonly string[], services: Reference['services']): Service | null {
  const { authentication, from } = message
  if (authentication?.isRefuted) return null
  const address = from.address.toLowerCase()
  const proven = authentication?.proven ?? []
  const isSender = (one: Service): boolean => one.addresses.includes(address) || isWithin(domainOf(from), one.domains)
  const sender = services.find((one) => one.addresses.includes(address)) ?? services.find(isSender)
  // Where no server looked, the sender is taken by his word.
  if (sender) return isFromProven(message) === false ? null : sender
  const isSigner = (one: Service): boolean =>
    one.marks.length > 0 &&
    proven.some((domain) => signs(domain, one)) &&
    seen.some((text) => templateOf(one).marks?.test(text) ?? false)
  return services.find(isSigner) ?? null
}

/** A domain that signs for the service, or the one its senders' addresses belong to. */
function signs(domain: string, { addresses, domains }: Service): boolean {
  return isWithin(domain, domains) || addresses.some((address) => domainOf({ name: '', address }) === domain)
}

export type Span = { readonly start: number; readonly end: number }

/**
 * Where in a text of the service's mail the stranger's words stand. What a stranger wrote may hold the words of the
 * template too: hence the last end of a template counts, and a field ends as late as it can.
 *
 * Out: fields, where they surely stand; foot, from where on the service speaks alone.
 */
export function zonesOf(service: Service, text: string): { readonly fields: readonly Span[]; readonly foot: number } {
  const { fields, ends } = templateOf(service)
  const foot = bottomOf(ends, text) ?? text.length
  const spans = fields.flatMap(({ begin, end }) => {
    const begins = begin.exec(text)
    if (!begins) return []
    const start = begins.index + begins[0].length
    const upTo = text.slice(start, Math.max(start, foot))
    return [{ start, end: start + (lastOf(end, upTo) ?? upTo.length) }]
  })
  return { fields: spans, foot }
}

/** Where the words stand for the last time, whichever of them. */
function bottomOf(pattern: RegExp | null, text: string): number | null {
  if (!pattern) return null
  let last: number | null = null
  for (const { index } of text.matchAll(new RegExp(pattern.source, 'giu'))) last = index
  return last
}

/** Where the earliest of the words stands whose last place it is: an end of the template that is not repeated below. */
function lastOf(pattern: RegExp | null, text: string): number | null {
  if (!pattern) return null
  const last = new Map<string, number>()
  for (const match of text.matchAll(new RegExp(pattern.source, 'giu'))) {
    last.set(match[0].toLowerCase().replace(/\s+/g, ' '), match.index)
  }
  return last.size === 0 ? null : Math.min(...last.values())
}

const templates = new WeakMap<Service, Template>()

function templateOf(service: Service): Template {
  const known = templates.get(service)
  if (known) return known
  const template = {
    marks: phrases(service.marks),
    fields: service.fields.flatMap(([begins, ends]) => {
      const [begin, end] = [phrases(begins), phrases(ends)]
      return begin && end ? [{ begin, end }] : []
    }),
    ends: phrases(service.ends),
  }
  templates.set(service, template)
  return template
}

/** Phrases as they may be broken over lines and quoted, at the beginning of a word. */
function phrases(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null
  const patterns = words.map((phrase) =>
    phrase
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/['’]/g, "['’]")
      .replace(/\s+/g, '\\s{1,8}'),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})`, 'iu')
}

function isWithin(domain: string, domains: readonly string[]): boolean {
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`))
}
