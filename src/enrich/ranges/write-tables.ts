import { crc32 } from 'node:zlib'
import { grouped } from '../../model/grouped.ts'
import { elementaryRanges } from './elementary-ranges.ts'
import type { Claim } from './elementary-ranges.ts'
import { KEY_DIGITS } from './range-row.ts'
import type { RangeRow } from './range-row.ts'
import { aligned, CHECKED_FROM, CODES, COLUMNS, HEAD_AT, KINDS, MAGIC, VERSION } from './table-layout.ts'
import type { Column, ColumnName, Kind, TableHead, TableSource } from './table-layout.ts'

/**
 * What one source tells.
 *
 * isPlan: rows of a plan that differ in nothing are one range; those of a register stay apart, since each is a block
 *         that was handed out by itself.
 */
export type SourceRows = { readonly source: TableSource; readonly rows: readonly RangeRow[]; readonly isPlan: boolean }

/** Writes tables in one file. The same rows, in any order where they do not overlap, give the same bytes. */
export function writeTables(sources: readonly SourceRows[]): Uint8Array {
  const tables = sources.map(tableOf)
  const lengths = tables.flatMap(({ columns }) => COLUMNS.map((name) => columns[name].byteLength))
  // Offsets count from the end of the head, so that writing them does not move what they point to.
  let at = 0
  const offsets = lengths.map((length) => {
    const offset = at
    at = aligned(at + length)
    return offset
  })
  const heads = tables.map(({ source, keyDigits, columns }, table): TableHead => {
    const places = COLUMNS.map((name, index) => {
      const offset = offsets[table * COLUMNS.length + index] as number
      return [name, [kindOf(columns[name]), offset, columns[name].length]]
    })
    return { source, keyDigits, columns: Object.fromEntries(places) as TableHead['columns'] }
  })
  const head = Buffer.from(JSON.stringify(heads))
  const bodyAt = aligned(HEAD_AT + head.length)
  const bytes = Buffer.alloc(bodyAt + at)
  bytes.writeUInt32LE(MAGIC, 0)
  bytes.writeUInt32LE(VERSION, 4)
  bytes.writeUInt32LE(head.length, 12)
  head.copy(bytes, HEAD_AT)
  for (const [index, values] of tables.flatMap(({ columns }) => COLUMNS.map((name) => columns[name])).entries()) {
    const offset = bodyAt + (offsets[index] as number)
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset)
  }
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKED_FROM)), 8)
  return bytes
}

type Columns = Record<ColumnName, Column>
type Table = { readonly source: TableSource; readonly keyDigits: number; readonly columns: Columns }

function tableOf({ source, rows, isPlan }: SourceRows): Table {
  const strings = numbered<string>()
  strings.numberOf('')
  const text = (value: string | null): number => strings.numberOf(value ?? '')
  const profiles = numbered<string, readonly number[]>()
  const profileOf = ({ row, lengths }: Claim): number => {
    const { lineType, region, provider, timeZones, areaCode, assignment, status } = row
    const texts = [lineType, region, provider, timeZones, assignment, status].map(text)
    const profile = [lengths, areaCode, ...texts]
    return profiles.numberOf(profile.join(), profile)
  }
  const [starts, ranges, goesOn, rowProfile, rowArea]: [number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
  ]
  const codeStart: number[] = []
  const rowBase: number[] = []
  const byCode = grouped(rows, ({ callingCode }) => Number(callingCode))
  for (let code = 0; code < CODES; code++) {
    codeStart.push(starts.length)
    rowBase.push(rowProfile.length)
    // Rows are numbered anew for each code, which keeps their numbers small.
    const firstRows = new Map<string, number>()
    let last: { readonly key: string; readonly claims: readonly Claim[] } = { key: '', claims: [] }
    for (const { start, claims } of elementaryRanges(byCode.get(code) ?? [])) {
      const list = claims.map((claim) => [profileOf(claim), text(claim.row.area)] as const)
      const key = list.join(' ')
      const isSame = key === last.key && (isPlan || isSameRows(claims, last.claims))
      last = { key, claims }
      if (isSame) continue
      if (key !== '' && !firstRows.has(key)) {
        firstRows.set(key, rowProfile.length - (rowBase[code] as number) + 1)
        for (const [index, [profile, area]] of list.entries()) {
          goesOn.push(index < list.length - 1 ? 1 : 0)
          rowProfile.push(profile)
          rowArea.push(area)
        }
      }
      starts.push(start)
      ranges.push(firstRows.get(key) ?? 0)
    }
  }
  codeStart.push(starts.length)
  const isShort = starts.every((start) => start % SHORT_STEP === 0)
  const texts = strings.values.map((each) => Buffer.from(each))
  const profileColumn = (index: number): Column => narrowest(profiles.values.map((profile) => profile[index] as number))
  return {
    source,
    keyDigits: isShort ? SHORT_DIGITS : KEY_DIGITS,
    columns: {
      codeStart: Uint32Array.from(codeStart),
      rowBase: Uint32Array.from(rowBase),
      starts: isShort ? Uint32Array.from(starts, (start) => start / SHORT_STEP) : Float64Array.from(starts),
      rows: narrowest(ranges),
      rowGoesOn: Uint8Array.from(goesOn),
      rowProfile: narrowest(rowProfile),
      rowArea: narrowest(rowArea),
      lengths: profileColumn(0),
      areaCode: profileColumn(1),
      lineType: profileColumn(2),
      region: profileColumn(3),
      provider: profileColumn(4),
      timeZones: profileColumn(5),
      assignment: profileColumn(6),
      status: profileColumn(7),
      stringStarts: Uint32Array.from(ends(texts)),
      stringBytes: Uint8Array.from(Buffer.concat(texts)),
    },
  }
}

/** Where the key of every range ends in zeros, it is kept without them, which takes four bytes and not eight. */
const SHORT_DIGITS = 9
const SHORT_STEP = 10 ** (KEY_DIGITS - SHORT_DIGITS)

/** Whether a range goes on after another one was cut out of it, or beside it: the same rows speak. */
function isSameRows(some: readonly Claim[], others: readonly Claim[]): boolean {
  return some.length === others.length && some.every(({ row }, index) => row === others[index]?.row)
}

/** Gives numbers to values, from 0, in the order they first come. */
function numbered<Key extends string, Value = Key>() {
  const numbers = new Map<Key, number>()
  const values: (Value | Key)[] = []
  return {
    values: values as readonly Value[],
    numberOf(key: Key, value: Value | Key = key): number {
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, values.length)
      return values.push(value) - 1
    },
  }
}

function narrowest(values: readonly number[]): Column {
  let most = 0
  for (const value of values) most = Math.max(most, value)
  if (most < 0x100) return Uint8Array.from(values)
  return most < 0x10000 ? Uint16Array.from(values) : Uint32Array.from(values)
}

function kindOf(column: Column): Kind {
  return (Object.keys(KINDS) as Kind[]).find((kind) => column instanceof KINDS[kind]) as Kind
}

/** Where each text ends, and before them where the first begins. */
function ends(texts: readonly Buffer[]): number[] {
  let at = 0
  return [0, ...texts.map((text) => (at += text.length))]
}
