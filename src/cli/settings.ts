import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'
import { IntelError } from '../model/failures.ts'
import { regionNamed } from '../model/phone-number.ts'
import type { Region } from '../model/phone-number.ts'

const CONFIG_FILE = 'ringtrace.config.json'

const Config = z
  .object({ data: z.string(), clickhouseUrl: z.string(), region: z.string(), port: z.int().min(0).max(65_535) })
  .partial()
  .strict()

/** What every command may need to know of its surroundings. Flags go before variables, variables before the file. */
export type Settings = {
  /** Folder of the embedded store and the look-up index, absolute. */
  readonly data: string
  /** A server or cluster to use instead of the embedded engine; null for embedded. */
  readonly clickhouseUrl: string | null
  /** Region of numbers that do not say theirs; null to go by the message alone. */
  readonly region: Region | null
  readonly port: number
}

export type SettingFlags = { readonly data?: string; readonly region?: string; readonly port?: number }

/**
 * Reads the settings.
 *
 * Throws: IntelError `bad_config` where the file or a variable cannot be used.
 */
export function readSettings(flags: SettingFlags = {}, environment: NodeJS.ProcessEnv = process.env): Settings {
  const config = readConfig()
  const region = flags.region ?? environment['RINGTRACE_REGION'] ?? config.region
  const url = environment['RINGTRACE_CLICKHOUSE_URL'] || config.clickhouseUrl
  return {
    data: resolve(flags.data ?? environment['RINGTRACE_DATA'] ?? config.data ?? '.ringtrace'),
    clickhouseUrl: url ? httpUrl(url) : null,
    region: region ? regionNamed(region) : null,
    port: flags.port ?? config.port ?? 8480,
  }
}

function httpUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new IntelError('bad_config', 'RINGTRACE_CLICKHOUSE_URL is not an http or https address')
}

function readConfig(): z.infer<typeof Config> {
  if (!existsSync(CONFIG_FILE)) return {}
  let json: unknown
  try {
    json = JSON.parse(readFileSync(CONFIG_FILE, 'utf8'))
  } catch (cause) {
    throw new IntelError('bad_config', `${CONFIG_FILE} is not JSON: ${(cause as Error).message}`, { cause })
  }
  const read = Config.safeParse(json)
  if (read.success) return read.data
  const [first] = read.error.issues
  throw new IntelError('bad_config', `${CONFIG_FILE}: ${first?.path.join('.') || 'file'}: ${first?.message}`)
}
