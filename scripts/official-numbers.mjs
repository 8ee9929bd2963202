// Writes data/official-numbers.json from the companies' list of datenanfragen.de and the brands' lines kept by hand.
//   node scripts/official-numbers.mjs COMPANIES.csv
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A plus and 15 digits. German direct lines may be longer than E.164 allows. */
const MAX_E164_LENGTH = 16
const COMPANIES = 'datenanfragen.de company database (CC0)'

const [companies] = process.argv.slice(2)
if (!companies) {
  console.error('usage: node scripts/official-numbers.mjs COMPANIES.csv')
  process.exit(2)
}

const rows = (file) => parse(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true, bom: true })
const written = [
  ...rows(new URL('brand-lines.csv', import.meta.url)),
  ...rows(companies).map(({ phone, name }) => ({ phone, name, source: COMPANIES })),
]

const sources = new Map()
const lines = new Map()
let unreadable = 0
for (const { phone, name, source } of written) {
  const parsed = parsePhoneNumberFromString(phone)
  if (!parsed?.isPossible() || parsed.number.length > MAX_E164_LENGTH) {
    unreadable++
    continue
  }
  if (lines.has(parsed.number)) continue
  if (!sources.has(source)) sources.set(source, `s${sources.size + 1}`)
  lines.set(parsed.number, [parsed.number, name, parsed.country ?? null, sources.get(source)])
}

const byNumber = [...lines.values()].sort(([a], [b]) => (a < b ? -1 : 1))
const sourceTable = Object.fromEntries([...sources].map(([source, key]) => [key, source]))
writeFileSync(
  new URL('../data/official-numbers.json', import.meta.url),
  `{\n"sources": ${JSON.stringify(sourceTable)},\n"lines": [\n${byNumber.map((line) => JSON.stringify(line)).join(',\n')}\n]\n}\n`,
)
console.error(`${byNumber.length} lines written, ${unreadable} rows without a readable number left out`)
