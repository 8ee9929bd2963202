import { crc32 } from 'node:zlib'
import { IntelError } from '../../model/failures.ts'
import type { LineType } from '../../model/line-type.ts'
import type { Assignment, FactSource } from '../../model/number-facts.ts'
import { KEY_DIGITS } from './range-row.ts'
import { aligned, CHECKED_FROM, CODES, COLUMNS, HEAD_AT, KINDS, MAGIC, VERSION } from './table-layout.ts'
import type { Column, ColumnName, TableHead, TableSource } from './table-layout.ts'

/** What a row tells, beside where it lies. Columns of a row are asked one by one, so that nobody pays for all. */
export type RangeTable = {
  readonly source: TableSource
  /** The same, as facts name it. */
  readonly origin: FactSource
  /** Calling codes that it speaks of, as numbers. */
  readonly codes: readonly number[]
  readonly size: number
  /** The range that holds a key of a calling code; -1 where none does. */
  readonly rangeAt: (code: number, key: number) => number
  /** The row that speaks for numbers of a length in a range; -1 where none does. */
  readonly rowAt: (code: number, range: number, length: number) => number
  /** All rows that speak in a range, each for lengths of its own. */
  readonly rowsOf: (code: number, range: number) => readonly number[]
  /** Lengths that any row of a calling code speaks for, as bits. */
  readonly lengthsOf: (code: number) => number
  /** The first range of a calling code, and the one after its last. */
  readonly rangesOf: (code: number) => readonly [first: number, end: number]
  /** The least key of a range, and the one after its last. */
  readonly startOf: (range: number) => number
  readonly endOf: (code: number, range: number) => number
  readonly lineType: (row: number) => LineType | null
  readonly region: (row: number) => string | null
  readonly provider: (row: number) => string | null
  readonly area: (row: number) => string | null
  readonly timeZones: (row: number) => readonly string[]
  readonly areaCode: (row: number) => number
  readonly assignment: (row: number) => Assignment
  readonly status: (row: number) => string | null
  readonly lengths: (row: number) => number
}

/**
 * Opens the tables of a file: views over its bytes, which are not copied and not parsed.
 *
 * Throws: IntelError `bad_config` where it is no such file, of another version, or damaged.
 */
export function openTables(file: Uint8Array<ArrayBuffer>): readonly RangeTable[] {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < HEAD_AT || view.getUint32(0, true) !== MAGIC) throw unusable('it is no table of number ranges')
  const version = view.getUint32(4, true)
  if (version !== VERSION) throw unusable(`it is of version ${version}, this program reads version ${VERSION}`)
  if (view.getUint32(8, true) !== crc32(bytes.subarray(CHECKED_FROM))) throw unusable('its checksum is wrong')
  const headLength = view.getUint32(12, true)
  const heads = JSON.parse(Buffer.from(bytes.subarray(HEAD_AT, HEAD_AT + headLength)).toString()) as TableHead[]
  return heads.map((head) => tableOf(head, bytes, aligned(HEAD_AT + headLength)))
}

function unusable(why: string): IntelError {
  return new IntelError('bad_config', `the table of number ranges cannot be used: ${why}`)
}

function tableOf(
  { source, keyDigits, columns }: TableHead,
  bytes: Uint8Array<ArrayBuffer>,
  bodyAt: number,
): RangeTable {
  const column = (name: ColumnName): Column => {
    const [kind, offset, length] = columns[name]
    return new KINDS[kind](bytes.buffer, bytes.byteOffset + bodyAt + offset, length)
  }
  const all = Object.fromEntries(COLUMNS.map((name) => [name, column(name)])) as Record<ColumnName, Column>
  const { codeStart, rowBase, starts, rows, rowGoesOn, rowProfile, rowArea, lengths } = all
  const step = 10 ** (KEY_DIGITS - keyDigits)
  const text = stringsOf(all.stringStarts, all.stringBytes as Uint8Array)
  const told = (name: ColumnName) => {
    const values = all[name]
    return (row: number): string | null => text(values[rowProfile[row] as number] as number) || null
  }
  const timeZones = told('timeZones')
  const split = new Map<string | null, readonly string[]>([[null, []]])
  const zonesOf = (joined: string | null): readonly string[] => {
    const known = split.get(joined) ?? joined?.split('&') ?? []
    split.set(joined, known)
    return known
  }
  const lengthsByCode = new Map<number, number>()
  return {
    source,
    origin: { name: source.title, date: source.date },
    size: starts.length,
    codes: Array.from({ length: CODES }, (_, code) => code).filter(
      (code) => (codeStart[code + 1] as number) > (codeStart[code] as number),
    ),
    rangeAt(code, key) {
      const begin = codeStart[code] as number
      const wanted = keyDigits === KEY_DIGITS ? key : Math.floor(key / step)
      let low = begin
      let high = codeStart[code + 1] as number
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((starts[middle] as number) <= wanted) low = middle + 1
        else high = middle
      }
      return low > begin ? low - 1 : -1
    },
    rowAt(code, range, length) {
      const first = rows[range] as number
      if (first === 0) return -1
      let row = (rowBase[code] as number) + first - 1
      for (;;) {
        if ((((lengths[rowProfile[row] as number] as number) >>> length) & 1) === 1) return row
        if (rowGoesOn[row] === 0) return -1
        row++
      }
    },
    rowsOf(code, range) {
      const first = rows[range] as number
      if (first === 0) return []
      const found = [(rowBase[code] as number) + first - 1]
      while (rowGoesOn[found.at(-1) as number] === 1) found.push((found.at(-1) as number) + 1)
      return found
    },
    rangesOf: (code) => [codeStart[code] as number, codeStart[code + 1] as number],
    lengthsOf(code) {
      const known = lengthsByCode.get(code)
      if (known !== undefined) return known
      let bits = 0
      const end = code + 1 < CODES ? (rowBase[code + 1] as number) : rowProfile.length
      for (let row = rowBase[code] as number; row < end; row++) bits |= lengths[rowProfile[row] as number] as number
      lengthsByCode.set(code, bits)
      return bits
    },
    startOf: (range) => (starts[range] as number) * step,
    endOf: (code, range) =>
      range + 1 < (codeStart[code + 1] as number) ? (starts[range + 1] as number) * step : 10 ** KEY_DIGITS,
    lineType: told('lineType') as RangeTable['lineType'],
    region: told('region'),
    provider: told('provider'),
    area: (row) => text(rowArea[row] as number) || null,
    timeZones: (row) => zonesOf(timeZones(row)),
    areaCode: (row) => all.areaCode[rowProfile[row] as number] as number,
    assignment: told('assignment') as RangeTable['assignment'],
    status: told('status'),
    lengths: (row) => lengths[rowProfile[row] as number] as number,
  }
}

/** Strings by their number, each decoded when it is first asked for. */
function stringsOf(starts: Column, bytes: Uint8Array): (number: number) => string {
  const decoded: string[] = []
  return (number) => {
    const known = decoded[number]
    if (known !== undefined) return known
    const text = Buffer.from(bytes.subarray(starts[number], starts[number + 1])).toString()
    decoded[number] = text
    return text
  }
}
