import type { TableChange } from '../../model/table-summary.ts'
import { KEY_DIGITS } from './range-row.ts'
import type { RangeTable } from './range-table.ts'

/** What a newer table says otherwise than an older one, by country; what did not change is left out. */
export function tableChanges(older: RangeTable | null, newer: RangeTable | null): TableChange[] {
  const counts = new Map<string, { added: number; removed: number; changed: number }>()
  const codes = new Set([...(older?.codes ?? []), ...(newer?.codes ?? [])])
  for (const code of codes) {
    const [before, after] = [piecesOf(older, code), piecesOf(newer, code)]
    let [one, other] = [0, 0]
    let last = ''
    while (one < before.length || other < after.length) {
      const [old, now] = [before[one], after[other]]
      const end = Math.min(old?.end ?? Infinity, now?.end ?? Infinity)
      if (old?.end === end) one++
      if (now?.end === end) other++
      const [said, says] = [old?.says ?? '', now?.says ?? '']
      // A range of the one may lie in pieces in the other: that is one difference, and not as many.
      const difference = said === says ? '' : `${said} ${says}`
      if (difference !== '' && difference !== last) {
        const country = now?.region ?? old?.region ?? `+${code}`
        const count = counts.get(country) ?? { added: 0, removed: 0, changed: 0 }
        count[said === '' ? 'added' : says === '' ? 'removed' : 'changed']++
        counts.set(country, count)
      }
      last = difference
    }
  }
  return [...counts]
    .map(([country, count]) => ({ country, ...count }))
    .toSorted((one, other) => (one.country < other.country ? -1 : 1))
}

type Piece = { readonly end: number; readonly says: string; readonly region: string | null }

/** All keys of a calling code in pieces, gaps among them. */
function piecesOf(table: RangeTable | null, code: number): Piece[] {
  const gap = (end: number): Piece => ({ end, says: '', region: null })
  if (!table?.codes.includes(code)) return [gap(10 ** KEY_DIGITS)]
  const [first, end] = table.rangesOf(code)
  const pieces = [gap(table.startOf(first))]
  for (let range = first; range < end; range++) {
    const rows = table.rowsOf(code, range)
    const region = rows[0] === undefined ? null : table.region(rows[0])
    pieces.push({ end: table.endOf(code, range), says: rows.map((row) => saying(table, row)).join('; '), region })
  }
  return pieces.filter(({ end: at }) => at > 0)
}

function saying(table: RangeTable, row: number): string {
  const told = [table.lineType, table.region, table.provider, table.area, table.assignment, table.status]
  return [
    table.lengths(row),
    table.areaCode(row),
    table.timeZones(row).join('&'),
    ...told.map((tell) => tell(row)),
  ].join('|')
}
