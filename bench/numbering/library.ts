import { existsSync } from 'node:fs'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { loadRangeTables } from '../../src/collect/range-tables.ts'
import { referenceFiles } from '../../src/collect/reference-files.ts'
import { rangesOf } from '../../src/enrich/ranges/range-facts.ts'
import type { RangesOf } from '../../src/model/number-facts.ts'
import type { PhoneNumber } from '../../src/model/phone-number.ts'
import { chance } from './chance.ts'
import { anyNumber, numberInRange } from './random-number.ts'

const ASKED = 1_000_000

/** The 50 calling codes whose countries have the most people or the most of this trade. */
const CODES = [
  1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 54, 55, 56, 57, 60, 61, 62, 63,
  64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 98, 212, 234, 254, 351, 353, 358, 380, 852, 971,
]

const TYPES: Readonly<Record<string, string>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed_line',
  FIXED_LINE_OR_MOBILE: 'fixed_line_or_mobile',
  VOIP: 'voip_unknown',
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium_rate',
  SHARED_COST: 'shared_cost',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'uan',
  VOICEMAIL: 'voicemail',
}

type Tally = {
  asked: number
  rewritten: number
  agreed: number
  readonly others: Map<string, { count: number; example: string }>
}

/** Where the table and libphonenumber-js with full metadata agree on validity and type, and every class of difference. */
export async function libraryReport(data: string): Promise<string> {
  const { plan } = await loadRangeTables(null)
  const look = rangesOf(plan, [])
  const examples = tally()
  for (const number of await exampleNumbers(data)) compare(number, look, examples)
  const randomly = tally()
  const random = chance(50)
  for (let count = 0; count < ASKED; count++) {
    compare(count % 2 === 0 ? anyNumber(plan, random, CODES) : numberInRange(plan, random, CODES), look, randomly)
  }
  return `## Against libphonenumber-js/max

Type and validity are one answer: a number of no type is none.

${described(`${examples.asked.toLocaleString('en')} example numbers of the metadata, all calling codes`, examples)}
${described(`${ASKED.toLocaleString('en')} random numbers of ${CODES.length} calling codes: half any digits of a possible length, half in a range`, randomly)}`
}

const tally = (): Tally => ({ asked: 0, rewritten: 0, agreed: 0, others: new Map() })

function compare(number: string, look: RangesOf, counted: Tally): void {
  counted.asked++
  const parsed = parsePhoneNumberFromString(number)
  const type = parsed?.getType()
  // The library takes a trunk prefix out of the digits and so answers for another number.
  if (parsed && parsed.number !== number) {
    counted.rewritten++
    return
  }
  const theirs = type === undefined ? 'unknown' : (TYPES[type] ?? type)
  const ours = look(number as PhoneNumber).lineType
  if (ours === theirs) {
    counted.agreed++
    return
  }
  const what = `+${parsed?.countryCallingCode ?? '?'}: ours ${ours}, theirs ${theirs}`
  const other = counted.others.get(what) ?? { count: 0, example: number }
  other.count++
  counted.others.set(what, other)
}

function described(title: string, { asked, rewritten, agreed, others }: Tally): string {
  const compared = asked - rewritten
  const rows = [...others]
    .toSorted(([, one], [, other]) => other.count - one.count)
    .map(([what, { count, example }]) => `| ${what} | ${count} | ${example} |`)
  return `### ${title}

${agreed.toLocaleString('en')} of ${compared.toLocaleString('en')} agree: ${((100 * agreed) / compared).toFixed(3)} %. ${rewritten.toLocaleString('en')} were left out, because the library takes a
trunk prefix out of their digits and answers for another number.

| class of difference | numbers | example |
| --- | --- | --- |
${rows.join('\n')}
`
}

async function exampleNumbers(data: string): Promise<string[]> {
  const archive = `${data}/libphonenumber-metadata.zip`
  if (!existsSync(archive)) {
    console.warn(`${archive} is not there: no example numbers were compared`)
    return []
  }
  const files = await referenceFiles([archive])
  return files.flatMap(({ name, bytes }) => {
    const code = /^metadata\/(\d+)\/examples\.csv$/.exec(name)?.[1]
    if (code === undefined) return []
    const lines = Buffer.from(bytes).toString('utf8').split('\n').slice(1)
    return lines.flatMap((line) => /"(\d+)"\s*$/.exec(line)?.[1] ?? []).map((national) => `+${code}${national}`)
  })
}
