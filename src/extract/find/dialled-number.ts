import type { LinkAction } from '../../model/message.ts'

const CALLS = new Set(['tel', 'callto', 'facetime', 'facetime-audio', 'skype'])
const TELEPHONE = new Set([...CALLS, 'sms', 'smsto', 'viber', 'rcs'])

/** Characters that turn or hide digits where an address is shown. */
const UNSEEN = /[\p{Cf}\p{Cc}]+/gu

const MAX_LENGTH = 2_000

/**
 * The number a link dials or writes to, as text: `tel:%2B1804…` gives `+1804…`.
 *
 * Out: null for a link that holds none. Messaging links (`wa.me` and the like) always hold it in international form.
 */
export function dialledNumber(href: string): string | null {
  const address = cleaned(href)
  const scheme = schemeOf(address)
  if (scheme === undefined) return null
  const rest = address.slice(scheme.length + 1)
  if (TELEPHONE.has(scheme)) return telephone(scheme, rest)
  if (scheme === 'whatsapp' || scheme === 'tg') return international(queried(rest, 'phone'))
  if (scheme !== 'http' && scheme !== 'https') return null
  return URL.canParse(address) ? messaging(new URL(address)) : null
}

/** What a link with a number does: calls it, or writes to it. */
export function linkAction(href: string): LinkAction {
  return CALLS.has(schemeOf(cleaned(href)) ?? '') ? 'call' : 'message'
}

function cleaned(href: string): string {
  return href.slice(0, MAX_LENGTH).replace(UNSEEN, '').trim()
}

function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase()
}

function telephone(scheme: string, rest: string): string | null {
  const [written = '', ...parameters] = decoded(rest.replace(/^\/+/, '')).split(/[?;&]/)
  const number = scheme === 'viber' ? (queried(rest, 'number') ?? '') : written
  const extension = parameters.find((parameter) => /^ext=/i.test(parameter))?.slice(4)
  if (!/\d/.test(number)) return null
  return extension ? `${number.trim()} ext. ${extension}` : number.trim()
}

function messaging(url: URL): string | null {
  const host = url.hostname.replace(/^(?:www|chat|web)\./, '')
  if (host === 'wa.me') return international(decoded(url.pathname).replace(/^\/+/, ''))
  if (host === 'api.whatsapp.com' || host === 'whatsapp.com') return international(url.searchParams.get('phone'))
  if (host === 't.me' || host === 'signal.me')
    return international(`${decoded(url.pathname)}${url.hash}`.replace(/^[/#p]+/, ''))
  return null
}

function international(text: string | null): string | null {
  if (text === null || !/^\+?[\d\s().-]{7,30}$/.test(text.replace(UNSEEN, ''))) return null
  return `+${text.replace(/\D/g, '')}`
}

function queried(rest: string, name: string): string | null {
  return new URLSearchParams(rest.slice(rest.indexOf('?') + 1)).get(name)
}

/** Percent signs that are not an encoding are left as they are. */
function decoded(text: string): string {
  const decodedBytes = text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
  return decodedBytes.replace(UNSEEN, '')
}
