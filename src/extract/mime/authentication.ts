import type { Authentication } from '../../model/message.ts'

/** Longer results are not the work of a mail server. */
const MAX_LENGTH = 16_384
const MAX_DOMAINS = 32

type Header = { readonly key: string; readonly value: string }

/** One method's result with the value it was found for, as RFC 8601 writes it; comments and quoted strings are gone before. */
const RESULT = /^\s*(dkim|spf|dmarc|arc)\s*=\s*([a-z]+)/i
const VALUE_OF = {
  dkim: /\sheader\.(?:d|i)\s*=\s*([^\s;]+)/i,
  spf: /\ssmtp\.(?:mailfrom|helo)\s*=\s*([^\s;]+)/i,
  dmarc: /\sheader\.from\s*=\s*([^\s;]+)/i,
} as const
const DOMAIN = /^[a-z0-9._-]{1,253}$/

/**
 * Reads what the receiving server says of the sender. Only the topmost result counts: servers write above what they
 * were given, so everything below may be the sender's own. Where that server has verified the chain of a forwarder (ARC),
 * the forwarder's result of the newest link counts as well.
 *
 * In:  headers, topmost first, keys in small letters.
 * Out: null where nobody wrote a result. A mailbox whose server writes none must not let foreign ones through.
 * Source: RFC 8601, Authentication-Results; RFC 8617, ARC.
 */
export function authenticationOf(headers: readonly Header[]): Authentication | null {
  const own = headers.find(({ key }) => key === 'authentication-results')
  if (!own) return null
  const results = resultsIn(own.value)
  const isChainKept = results.some(({ method, result }) => method === 'arc' && result === 'pass')
  const forwarded = isChainKept ? headers.find(({ key }) => key === 'arc-authentication-results') : undefined
  const all = [...results, ...(forwarded ? resultsIn(forwarded.value) : [])]
  const proven = all.flatMap(({ result, domain }) => (result === 'pass' && domain !== '' ? [domain] : []))
  return {
    proven: [...new Set(proven)].slice(0, MAX_DOMAINS),
    isRefuted:
      all.some(({ method, result }) => method === 'dmarc' && result === 'fail') &&
      !all.some(({ method, result }) => method === 'dmarc' && result === 'pass'),
  }
}

function resultsIn(value: string): { method: string; result: string; domain: string }[] {
  return bare(value.slice(0, MAX_LENGTH))
    .split(';')
    .flatMap((part) => {
      const [, method = '', result = ''] = RESULT.exec(part) ?? []
      if (!method) return []
      const name = method.toLowerCase()
      const found = name === 'arc' ? '' : (VALUE_OF[name as keyof typeof VALUE_OF].exec(part)?.[1] ?? '')
      return [{ method: name, result: result.toLowerCase(), domain: domainIn(found.toLowerCase()) }]
    })
}

/** The domain of an address, or the domain that the value is. */
function domainIn(value: string): string {
  const domain = value.slice(value.lastIndexOf('@') + 1).replace(/\.$/, '')
  return DOMAIN.test(domain) ? domain : ''
}

/**
 * The value with its comments as blanks and its quoted strings empty: a sender chooses what his local part holds, and
 * servers copy it into comments too, so a quote within a comment hides its brackets.
 */
function bare(value: string): string {
  let depth = 0
  let isQuoted = false
  let kept = ''
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at)
    if (character === '\\') at++
    else if (character === '"') {
      isQuoted = !isQuoted
      if (depth === 0) kept += character
    } else if (isQuoted) continue
    else if (character === '(') depth++
    else if (character === ')') {
      depth = Math.max(0, depth - 1)
      kept += ' '
    } else if (depth === 0) kept += character
  }
  return kept
}
