import { lengthValidity } from './length-validity.ts'
import type { Allocation, RangeFacts, RangesOf, UnknownReason } from '../../model/number-facts.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import { NumberKey } from './number-key.ts'
import { KEY_DIGITS } from './range-row.ts'
import type { RangeTable } from './range-table.ts'

/** What one table says of the number at hand: keys from `start` up to `end` are of one range. */
type Statement = { readonly table: RangeTable; readonly row: number; readonly start: number; readonly end: number }

/**
 * Puts what several tables say of a number together.
 *
 * In:  plan, the table that has every country; registers, tables that know some of them better, as by the block. Among
 *      these the narrower range is believed, and of two as narrow the newer source; what none of them tells, the plan
 *      tells. Only a register tells that nobody has a range, and then nobody is its provider.
 * Out: the facts of a number. One that a register says is handed out is valid, also where the plan does not have it.
 */
export function rangesOf(plan: RangeTable, registers: readonly RangeTable[]): RangesOf {
  const key = new NumberKey(plan.codes)
  const byCode = tablesByCode(registers)
  return (number) => {
    if (!key.read(number)) return nothingOf('', 'invalid_country_code')
    const callingCode = String(key.code)
    const inPlan = statementOf(plan, key)
    const told = registersOf(byCode.get(key.code), key)
    if (!inPlan && told.length === 0)
      return nothingOf(callingCode, lengthValidity(plan.lengthsOf(key.code), key.length))
    const all = inPlan ? (told.length === 0 ? [inPlan] : [...told, inPlan]) : told
    const assigned = told.find(({ table, row }) => table.assignment(row) !== 'unknown')
    const assignment = assigned?.table.assignment(assigned.row) ?? 'unknown'
    const isFree = assignment === 'unallocated'
    const typed = all.find(({ table, row }) => table.lineType(row) !== null)
    const provided = isFree ? undefined : all.find(({ table, row }) => table.provider(row) !== null)
    const block = (isFree ? assigned : provided) ?? null
    const isValid = inPlan !== null || assignment === 'allocated'
    const ofPlan = inPlan ?? (told[0] as Statement)
    const areaCode = ofPlan.table.areaCode(ofPlan.row)
    const area = inPlan?.table.area(inPlan.row) ?? first(told, ({ table, row }) => table.area(row))
    return {
      region: ofPlan.table.region(ofPlan.row) ?? first(told, ({ table, row }) => table.region(row)),
      callingCode,
      validity: isValid ? 'valid' : lengthValidity(plan.lengthsOf(key.code), key.length),
      lineType: typed?.table.lineType(typed.row) ?? 'unknown',
      provider: provided?.table.provider(provided.row) ?? null,
      area,
      areaCode: areaCode === 0 ? null : number.slice(-key.length, areaCode - key.length || undefined),
      timeZones: ofPlan.table.timeZones(ofPlan.row),
      assignment,
      status: assigned?.table.status(assigned.row) ?? null,
      allocation: block && allocationOf(block, callingCode, key.length),
      origins: {
        lineType: typed ? typed.table.origin : 'not_told',
        provider: provided ? provided.table.origin : isFree ? 'not_allocated' : 'not_told',
        assignment: assigned ? assigned.table.origin : 'not_told',
      },
    }
  }
}

function tablesByCode(tables: readonly RangeTable[]): ReadonlyMap<number, readonly RangeTable[]> {
  const codes = new Set(tables.flatMap((table) => table.codes))
  return new Map([...codes].map((code) => [code, tables.filter((table) => table.codes.includes(code))]))
}

function registersOf(tables: readonly RangeTable[] | undefined, key: NumberKey): Statement[] {
  const told: Statement[] = []
  for (const table of tables ?? []) {
    const statement = statementOf(table, key)
    if (statement) told.push(statement)
  }
  return told.length < 2 ? told : told.sort(bySpecificity)
}

/** The narrowest first, of those as narrow the newest. */
function bySpecificity(one: Statement, other: Statement): number {
  const byWidth = one.end - one.start - (other.end - other.start)
  return byWidth || (other.table.source.date ?? '').localeCompare(one.table.source.date ?? '')
}

function statementOf(table: RangeTable, { code, key, length }: NumberKey): Statement | null {
  const range = table.rangeAt(code, key)
  const row = range < 0 ? -1 : table.rowAt(code, range, length)
  return row < 0 ? null : { table, row, start: table.startOf(range), end: table.endOf(code, range) }
}

function first<Value>(statements: readonly Statement[], told: (statement: Statement) => Value | null): Value | null {
  for (const statement of statements) {
    const value = told(statement)
    if (value !== null) return value
  }
  return null
}

/** The numbers of one length that a range holds. */
function allocationOf({ start, end }: Statement, callingCode: string, length: number): Allocation {
  const step = 10 ** (KEY_DIGITS - length)
  const [low, high] = [Math.ceil(start / step), Math.ceil(end / step) - 1]
  const numberOf = (national: number) => numberFromDigits(Number(callingCode) * 10 ** length + national)
  return { first: numberOf(low), last: numberOf(high), size: high - low + 1 }
}

function nothingOf(callingCode: string, validity: RangeFacts['validity']): RangeFacts {
  const why: UnknownReason = 'not_in_plan'
  return {
    region: null,
    callingCode,
    validity,
    lineType: 'unknown',
    provider: null,
    area: null,
    areaCode: null,
    timeZones: [],
    assignment: 'unknown',
    status: null,
    allocation: null,
    origins: { lineType: why, provider: why, assignment: why },
  }
}
