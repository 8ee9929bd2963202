import type { TableChange, TableSummary } from '../model/table-summary.ts'
import { many } from './many.ts'
import { plainText } from './plain-text.ts'

const CODES_SHOWN = 5

/** A table of number ranges, for people: what it is, and below it what changed by country. */
export function tableSummaryView({ name, title, date, ranges, callingCodes, changes }: TableSummary): string {
  const codes = callingCodes.slice(0, CODES_SHOWN).map((code) => `+${code}`)
  const rest = callingCodes.length - codes.length
  const places = rest > 0 ? [many(callingCodes.length, 'calling code')] : codes.length > 0 ? [codes.join(' ')] : []
  const line = `${plainText(name)}  ${plainText(title)}, ${date ?? 'no date'}: ${[many(ranges, 'range'), ...places].join(', ')}`
  if (!changes) return line
  if (changes.length === 0) return `${line}\n  nothing changed`
  return [line, ...changes.map((change) => `  ${changeLine(change)}`)].join('\n')
}

function changeLine({ country, added, removed, changed }: TableChange): string {
  const parts = [
    [added, 'added'],
    [removed, 'removed'],
    [changed, 'changed'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString('en')} ${word}`)
  return `${country.padEnd(4)} ${told.join(', ')}`
}
