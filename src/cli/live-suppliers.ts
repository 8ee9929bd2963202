import { z } from 'zod'
import { LIVE_LIMITS } from '../app/live-look-up.ts'
import type { LiveLimits } from '../app/live-look-up.ts'
import { httpSupplier } from '../enrich/live/http-supplier.ts'
import { ipqs } from '../enrich/live/ipqs.ts'
import { telesign } from '../enrich/live/telesign.ts'
import { twilio, TWILIO_PACKAGES } from '../enrich/live/twilio.ts'
import { IntelError } from '../model/failures.ts'
import { LIVE_SIGNALS } from '../model/live-lookup.ts'
import type { LiveSignal, LiveSupplier } from '../model/live-lookup.ts'
import { CONFIG_FILE, keyVariable } from './settings.ts'
import type { LiveSettings } from './settings.ts'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
const url = z.string().refine(isSafe, 'it is an address that begins with https://')
const signals = z.partialRecord(z.enum(Object.keys(LIVE_SIGNALS) as [LiveSignal, ...LiveSignal[]]), z.string().min(1))
const LIVE = z.strictObject({
  budgetPerDay: z.int().min(0).optional(),
  maxAgeDays: z.number().positive().optional(),
  perSecond: z.number().positive().max(100).optional(),
  timeoutSeconds: z.number().positive().max(120).optional(),
  suppliers: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]{0,30}$/, 'a name in small letters, digits and _'),
      z.strictObject({
        url: url.optional(),
        headers: z.record(z.string(), z.string()).optional(),
        signals: signals.optional(),
        packages: z.array(z.enum(TWILIO_PACKAGES)).min(1).optional(),
      }),
    )
    .optional(),
})
type SupplierSettings = NonNullable<z.infer<typeof LIVE>['suppliers']>[string]

/** Makes one that is known from its documentation. */
type Make = (key: string, own: SupplierSettings) => LiveSupplier
const KNOWN: Readonly<Record<string, Make>> = {
  twilio: (key, own) => twilio(key, own.url, own.packages),
  telesign: (key, own) => telesign(key, own.url),
  ipqs: (key, own) => ipqs(key, own.url),
}

/**
 * Those to ask, and how much they may be asked.
 *
 * In:     names, as somebody typed them; settings, what the file says of it, and the keys.
 * Throws: IntelError `bad_config` where the file cannot be used or a key is missing, `bad_input` for a name nobody knows.
 */
export function liveSuppliers(
  names: readonly string[],
  { written, keys }: LiveSettings,
): { suppliers: readonly LiveSupplier[]; limits: LiveLimits } {
  const read = LIVE.safeParse(written)
  if (!read.success) {
    const [first] = read.error.issues
    throw new IntelError(
      'bad_config',
      `${CONFIG_FILE}: ${['live', ...(first?.path ?? [])].join('.')}: ${first?.message}`,
    )
  }
  const { suppliers = {}, timeoutSeconds, ...limits } = read.data
  const timeoutMillis = timeoutSeconds === undefined ? LIVE_LIMITS.timeoutMillis : timeoutSeconds * 1_000
  const supplierOf = (name: string): LiveSupplier => {
    const own = Object.hasOwn(suppliers, name) ? (suppliers[name] ?? {}) : {}
    const key = keys[name] ?? ''
    if (Object.hasOwn(KNOWN, name)) {
      if (key !== '') return (KNOWN[name] as Make)(key, own)
      throw new IntelError('bad_config', `${name} wants a key`, { hint: `put it into ${keyVariable(name)}` })
    }
    const { url: address, signals: places, headers = {} } = own
    if (address !== undefined && places !== undefined && Object.keys(places).length > 0)
      return httpSupplier(name, { url: address, headers, signals: places }, key)
    throw new IntelError('bad_input', `--live: there is no supplier ${name}`, {
      hint: `it is one of ${Object.keys(KNOWN).join(', ')}, or one that ${CONFIG_FILE} has url and signals of`,
    })
  }
  return { suppliers: [...new Set(names)].map(supplierOf), limits: { ...LIVE_LIMITS, ...limits, timeoutMillis } }
}

/** A key may go out in the clear only where it does not leave the machine. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)))
}
