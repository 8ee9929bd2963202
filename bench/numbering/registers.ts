import { existsSync } from 'node:fs'
import { loadRangeTables } from '../../src/collect/range-tables.ts'
import { referenceFiles } from '../../src/collect/reference-files.ts'
import { loadReference } from '../../src/collect/reference.ts'
import { rangesOf } from '../../src/enrich/ranges/range-facts.ts'
import type { RangeRow } from '../../src/enrich/ranges/range-row.ts'
import { openTables } from '../../src/enrich/ranges/range-table.ts'
import { writeTables } from '../../src/enrich/ranges/write-tables.ts'
import { registerRows } from '../../src/enrich/registers/numbering-plan.ts'
import { REGISTERS } from '../../src/enrich/registers/registers.ts'
import type { RegisterKind } from '../../src/enrich/registers/registers.ts'
import type { CarrierOf } from '../../src/model/carrier.ts'
import type { RangeFacts, RangesOf } from '../../src/model/number-facts.ts'
import type { PhoneNumber } from '../../src/model/phone-number.ts'
import { chance } from './chance.ts'

const ASKED = 20_000

const CASES: readonly (readonly [name: string, kind: RegisterKind, files: readonly string[]])[] = [
  ['UK 07', 'ofcom', ['ofcom-S7.csv']],
  ['UK 03', 'ofcom', ['ofcom-S3.csv']],
  ['UK 08', 'ofcom', ['ofcom-S8.csv']],
  ['France', 'arcep', ['arcep-MAJNUM.csv', 'arcep-identifiants_CE.csv']],
  ['Canada', 'cnac', ['canada-COCodeStatus_ALL.zip']],
  ['Russia', 'russia', ['russia-DEF-9xx.csv']],
]

type Asked = { readonly number: PhoneNumber; readonly row: RangeRow }

/** How far the built-in table agrees with the registers of four countries, and the same with each loaded. */
export async function registersReport(data: string): Promise<string> {
  if (!existsSync(data)) return `## Against registers\n\nnot measured: ${data} is not there\n`
  const { plan, registers } = await loadRangeTables(null)
  const { carrierOf } = await loadReference()
  const builtIn = rangesOf(plan, registers)
  const lines: string[] = []
  const wrong = new Map<string, number>()
  for (const [name, kind, names] of CASES) {
    const files = await referenceFiles(names.map((each) => `${data}/${each}`))
    const source = registerRows(kind, REGISTERS[kind], files)
    const asked = allocatedNumbers(source.rows)
    const [table] = openTables(Uint8Array.from(writeTables([source])))
    if (!table) continue
    const alone = agreement(asked, builtIn, carrierOf, wrong, name)
    const loaded = agreement(asked, rangesOf(plan, [...registers, table]), carrierOf)
    lines.push(`| ${name} | ${alone.join(' | ')} | ${loaded.slice(1).join(' | ')} |`)
  }
  const most = [...wrong].toSorted(([, one], [, other]) => other - one).slice(0, 30)
  return `## Against registers

${ASKED.toLocaleString('en')} random allocated numbers each, every number as likely as any other. Covered: something is told. Agreed: of
those covered, as the register has it; providers after the company table.

| register | line type covered | agreed | provider covered | agreed | with it loaded: line type agreed | provider covered | agreed |
| --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

Where the built-in provider is another one (or another name of the same one), most often:

${most.map(([what, count]) => `- ${count} × ${what}`).join('\n')}
`
}

/** Random numbers out of rows that are handed out, each with the narrowest row that holds it. */
function allocatedNumbers(rows: readonly RangeRow[]): Asked[] {
  const random = chance(20_000)
  const byPrefix = new Map(rows.map((row) => [`${row.callingCode} ${row.first}`, row]))
  const handedOut = rows.filter(({ assignment, provider }) => assignment === 'allocated' && provider !== null)
  const lengthOf = ({ lengths }: RangeRow): number => 31 - Math.clz32(lengths)
  const sizeOf = (row: RangeRow): number =>
    (Number(row.last) - Number(row.first) + 1) * 10 ** (lengthOf(row) - row.first.length)
  const ends: number[] = []
  let all = 0
  for (const row of handedOut) ends.push((all += sizeOf(row)))
  const asked: Asked[] = []
  while (asked.length < ASKED) {
    const at = random() * all
    const row = handedOut[indexAfter(ends, at)] as RangeRow
    const national = String(
      Number(row.first) * 10 ** (lengthOf(row) - row.first.length) + Math.floor(random() * sizeOf(row)),
    ).padStart(lengthOf(row), '0')
    // A register may hand a part of a block to somebody else: then that is the row that counts.
    let narrowest = row
    for (let end = row.first.length + 1; end <= national.length; end++) {
      const inner = byPrefix.get(`${row.callingCode} ${national.slice(0, end)}`)
      if (inner && inner !== row && inner.first === inner.last) narrowest = inner
    }
    if (narrowest.provider !== null)
      asked.push({ number: `+${row.callingCode}${national}` as PhoneNumber, row: narrowest })
  }
  return asked
}

function indexAfter(ends: readonly number[], at: number): number {
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}

function agreement(
  asked: readonly Asked[],
  look: RangesOf,
  carrierOf: CarrierOf,
  wrong = new Map<string, number>(),
  name = '',
): string[] {
  let [typed, typeAgreed, typeAsked, provided, providerAgreed] = [0, 0, 0, 0, 0]
  for (const { number, row } of asked) {
    const facts = look(number)
    if (row.lineType !== null) {
      typeAsked++
      if (facts.lineType !== 'unknown') typed++
      if (facts.lineType === row.lineType) typeAgreed++
    }
    if (facts.provider === null) continue
    provided++
    if (isSame(facts, row, carrierOf)) providerAgreed++
    else {
      const what = `${name}: ${facts.provider} / ${row.provider}`
      wrong.set(what, (wrong.get(what) ?? 0) + 1)
    }
  }
  const types = typeAsked === 0 ? ['not told by it', '–'] : [percent(typed, typeAsked), percent(typeAgreed, typed)]
  return [...types, percent(provided, asked.length), percent(providerAgreed, provided)]
}

function isSame({ provider, region }: RangeFacts, row: RangeRow, carrierOf: CarrierOf): boolean {
  if (provider === null || row.provider === null) return false
  if (provider === row.provider) return true
  const [ours, theirs] = [carrierOf(provider, region), carrierOf(row.provider, region)]
  return ours !== null && theirs !== null && ours.company === theirs.company
}

const percent = (part: number, all: number): string => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`)
