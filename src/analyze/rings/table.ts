type Kinds = Readonly<
  Record<string, Float64ArrayConstructor | Int32ArrayConstructor | Uint16ArrayConstructor | Uint8ArrayConstructor>
>

/** Rows of numbers, column by column: millions of them are a few arrays, and nothing for the collector to visit. */
export type Table<K extends Kinds> = { readonly [Name in keyof K]: InstanceType<K[Name]> } & {
  /** A row to fill in: every column of it has to be set. Columns may be other arrays from then on. */
  take(): number
  /** Gives a row back, to be taken again. */
  free(row: number): void
}

const FIRST_ROWS = 1_024

/** In: the columns, and what each holds. */
export function table<K extends Kinds>(kinds: K): Table<K> {
  const names = Object.keys(kinds)
  const columns: Record<string, InstanceType<K[string]>> = {}
  for (const name of names) columns[name] = new kinds[name]!(FIRST_ROWS) as InstanceType<K[string]>
  const freed: number[] = []
  let [rows, room] = [0, FIRST_ROWS]
  const grow = (): void => {
    room *= 2
    for (const name of names) {
      const column = new kinds[name]!(room)
      column.set(columns[name]!)
      columns[name] = column as InstanceType<K[string]>
    }
  }
  const ways = {
    take(): number {
      const again = freed.pop()
      if (again !== undefined) return again
      if (rows === room) grow()
      return rows++
    },
    free: (row: number): void => void freed.push(row),
  }
  return Object.assign(columns, ways) as unknown as Table<K>
}
