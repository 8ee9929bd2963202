import { isIP } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { IntelError } from '../model/failures.ts'

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/**
 * Keeps other people's web pages out: a browser on this machine can reach a loopback port, and so can every page in it.
 *
 * In: names, hosts that are this server besides localhost and plain addresses. A rebound name is never one of them.
 */
export function guard(app: FastifyInstance, names: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    const { host = '', origin } = request.headers
    if (!isOwnHost(host, names)) {
      throw new IntelError('bad_input', 'this server does not go by that host name', {
        hint: 'open it by its address, or start it with --name and this name',
      })
    }
    if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host.toLowerCase())) {
      throw new IntelError('bad_input', 'requests from pages of another origin are not answered')
    }
  })
}

/**
 * Whether a Host header names this server. Plain addresses do: DNS rebinding needs a name.
 *
 * @example isOwnHost('127.0.0.1:8480', []) // => true
 * @example isOwnHost('rebound.example:8480', []) // => false
 */
export function isOwnHost(host: string, names: readonly string[]): boolean {
  if (!URL.canParse(`http://${host}`)) return false
  const { hostname, pathname } = new URL(`http://${host}`)
  const bare = hostname.replace(/^\[|\]$/g, '')
  return pathname === '/' && (bare === 'localhost' || isIP(bare) !== 0 || names.includes(bare))
}
