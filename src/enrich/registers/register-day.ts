/** A day written day first, as 06/11/1995, or month first; null where it is none. Out: YYYY-MM-DD. */
export function registerDay(text: string, order: 'day first' | 'month first' = 'day first'): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text.trim())
  if (!match) return null
  const [one, two, year] = [match[1] ?? '', match[2] ?? '', match[3] ?? '']
  const [day, month] = order === 'day first' ? [one, two] : [two, one]
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The later of two days; null stands for none. */
export function laterDay(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one
}
