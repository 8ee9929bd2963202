import { cpus, totalmem } from 'node:os'

/** One measured line of a benchmark: the same work done by us and by a named peer in the same run. */
export type Figure = {
  readonly work: string
  readonly size: string
  readonly ours: number
  readonly unit: string
  /** Absent where nobody else does this work. */
  readonly peer?: { readonly name: string; readonly value: number }
}

/** A benchmark program: measures, and says nothing itself. */
export type Benchmark = () => Promise<readonly Figure[]>

/** Milliseconds that `work` takes: the median of `rounds` after one that is not counted. */
export async function medianMillis(work: () => unknown, rounds = 5): Promise<number> {
  await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** The machine the figures were taken on, for the head of a table. */
export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model.trim() || 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
}

/** Figures as a Markdown table. */
export function markdown(figures: readonly Figure[]): string {
  const number = (value: number): string =>
    value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
  const rows = figures.map(({ work, size, ours, unit, peer }) =>
    [
      work,
      size,
      `${number(ours)} ${unit}`,
      peer ? `${number(peer.value)} ${unit} (${peer.name})` : '–',
      peer ? `${number(ours / peer.value)} ×` : '–',
    ].join(' | '),
  )
  return [
    '| work | size | Ringtrace | peer | ratio |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}
