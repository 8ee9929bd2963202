import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PICTURE_READINGS } from '../app/engines/engine-task.ts'
import type { PictureReading } from '../app/engines/engine-task.ts'
import { IntelError } from '../model/failures.ts'
import { isRegion } from '../model/phone-number.ts'
import type { Region } from '../model/phone-number.ts'

export const CONFIG_FILE = 'ringtrace.config.json'
const MAX_PORT = 65_535

/** What the file may hold, each of one kind. */
type Config = {
  readonly data?: string
  readonly clickhouseUrl?: string
  readonly region?: string
  readonly port?: number
  readonly names?: readonly string[]
  readonly ocr?: string
  readonly live?: object
}

type Kind = { readonly is: (value: unknown) => boolean; readonly called: string }

const TEXT: Kind = { is: (value) => typeof value === 'string', called: 'a text' }
const NUMBER: Kind = { is: Number.isInteger, called: 'a whole number' }
const OBJECT: Kind = {
  is: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  called: 'an object of settings',
}
const TEXTS: Kind = { is: (value) => Array.isArray(value) && value.every(TEXT.is), called: 'a list of texts' }

const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    data: TEXT,
    clickhouseUrl: TEXT,
    region: TEXT,
    port: NUMBER,
    names: TEXTS,
    ocr: TEXT,
    live: OBJECT,
  } satisfies Record<keyof Config, Kind>),
)

const VARIABLES = {
  data: 'RINGTRACE_DATA',
  clickhouseUrl: 'RINGTRACE_CLICKHOUSE_URL',
  region: 'RINGTRACE_REGION',
  port: 'RINGTRACE_PORT',
  names: 'RINGTRACE_NAMES',
  ocr: 'RINGTRACE_OCR',
} as const satisfies Record<Exclude<keyof Settings, 'isDataNamed' | 'live'>, string>

const KEY_PREFIX = 'RINGTRACE_LIVE_KEY_'

/** Where the key of a supplier is to be put. Only the environment has keys: a file is copied, and shown around. */
export function keyVariable(supplier: string): string {
  return `${KEY_PREFIX}${supplier.toUpperCase()}`
}

function liveKeys(environment: NodeJS.ProcessEnv): LiveSettings['keys'] {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, key = '']) =>
      name.startsWith(KEY_PREFIX) ? [[name.slice(KEY_PREFIX.length).toLowerCase(), key]] : [],
    ),
  )
}

/** Of suppliers that look-ups may ask. written: what the file says of them, unread; keys, by their names. */
export type LiveSettings = { readonly written: object; readonly keys: Readonly<Record<string, string>> }

/** What every command may need to know of its surroundings. Flags go before variables, variables before the file. */
export type Settings = {
  /** Folder of the embedded store and the look-up index, absolute. */
  readonly data: string
  /** Whether somebody named that folder, rather than nobody saying anything. */
  readonly isDataNamed: boolean
  /** A server or cluster to use instead of the embedded engine; null for embedded. */
  readonly clickhouseUrl: string | null
  /** Region of numbers that do not say theirs; null to go by the message alone. */
  readonly region: Region | null
  readonly port: number
  /** Host names the server goes by without listening on them: those a proxy before it is reached at. */
  readonly names: readonly string[]
  /** How much of what is drawn is read. */
  readonly ocr: PictureReading
  /** Whom look-ups may ask where they are told to. */
  readonly live: LiveSettings
}

export type SettingFlags = {
  readonly data?: string
  readonly region?: string
  readonly port?: number
  readonly name?: readonly string[]
  readonly ocr?: string
}

/**
 * Reads the settings. What is empty is not set.
 *
 * Throws: IntelError `bad_input` where a flag, `bad_config` where a variable or the file cannot be used, naming it.
 */
export function readSettings(flags: SettingFlags = {}, environment: NodeJS.ProcessEnv = process.env): Settings {
  const config = readConfig()
  const given = <Value>(
    name: keyof typeof VARIABLES,
    read: (setting: Setting) => Value,
    flag?: string,
  ): Value | null => {
    const places: readonly Setting[] = [
      { text: flag ?? '', where: `--${name.replace(/s$/, '')}`, code: 'bad_input' },
      { text: environment[VARIABLES[name]] ?? '', where: VARIABLES[name], code: 'bad_config' },
      { text: String(config[name] ?? ''), where: `${CONFIG_FILE}: ${name}`, code: 'bad_config' },
    ]
    const setting = places.find(({ text }) => text !== '')
    return setting ? read(setting) : null
  }
  const data = given('data', ({ text }) => text, flags.data)
  return {
    data: resolve(data ?? '.ringtrace'),
    isDataNamed: data !== null,
    clickhouseUrl: given('clickhouseUrl', httpUrl),
    region: given('region', regionOf, flags.region),
    port: given('port', portOf, flags.port?.toString()) ?? 8480,
    names: given('names', namesOf, flags.name?.join()) ?? [],
    ocr: given('ocr', pictureReadingOf, flags.ocr) ?? 'auto',
    live: { written: config.live ?? {}, keys: liveKeys(environment) },
  }
}

/** What was set, where, and what it is to be wrong there. */
type Setting = { readonly text: string; readonly where: string; readonly code: 'bad_input' | 'bad_config' }

function httpUrl(setting: Setting): string {
  const { text } = setting
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  // It may hold a password, so it is not shown.
  throw unusable(setting, 'not an http or https address')
}

function regionOf(setting: Setting): Region {
  const region = setting.text.toUpperCase()
  if (isRegion(region)) return region
  throw unusable(setting, `no region ${setting.text}`, 'use an ISO 3166 code such as US, GB or BR')
}

function pictureReadingOf(setting: Setting): PictureReading {
  const reading = PICTURE_READINGS.find((each) => each === setting.text)
  if (reading) return reading
  throw unusable(setting, `it is one of ${PICTURE_READINGS.join(', ')}`)
}

function portOf(setting: Setting): number {
  const port = Number(setting.text)
  if (/^\d{1,5}$/.test(setting.text) && port <= MAX_PORT) return port
  throw unusable(setting, `a port is a whole number from 0 to ${MAX_PORT}`)
}

function namesOf(setting: Setting): string[] {
  return setting.text.split(',').map((text) => {
    const name = text.trim().toLowerCase()
    if (/^[a-z0-9.-]+$/.test(name)) return name
    throw unusable(setting, `"${name}" is no host name`, 'write it without a port, such as ringtrace.example.org')
  })
}

function unusable({ where, code }: Setting, why: string, hint?: string): IntelError {
  return new IntelError(code, `${where}: ${why}`, { ...(hint !== undefined && { hint }) })
}

function readConfig(): Config {
  if (!existsSync(CONFIG_FILE)) return {}
  let json: unknown
  try {
    json = JSON.parse(readFileSync(CONFIG_FILE, 'utf8'))
  } catch (cause) {
    throw new IntelError('bad_config', `${CONFIG_FILE} is not JSON: ${(cause as Error).message}`, { cause })
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new IntelError('bad_config', `${CONFIG_FILE}: it holds an object of settings`)
  for (const [name, value] of Object.entries(json)) {
    const kind = KINDS.get(name)
    if (!kind)
      throw new IntelError('bad_config', `${CONFIG_FILE}: ${name}: no such setting`, {
        hint: `it may hold ${[...KINDS.keys()].join(', ')}`,
      })
    if (!kind.is(value)) throw new IntelError('bad_config', `${CONFIG_FILE}: ${name}: it is ${kind.called}`)
  }
  return json
}
