import { parseArgs } from 'node:util'
import { compare } from '../src/analyze/rings/compare.ts'
import { numberOf } from '../src/analyze/rings/graph-parts.ts'
import { ringGraph } from '../src/analyze/rings/ring-graph.ts'
import { WEIGHTS } from '../src/analyze/rings/weights.ts'
import type { Level } from '../src/analyze/rings/weights.ts'
import { loadReference } from '../src/collect/reference.ts'
import { linesToCopy } from '../src/simulate/official-lines.ts'
import { world } from '../src/simulate/world.ts'
import { putAll } from '../test/made-members.ts'
import { membersOf } from '../test/ring-members.ts'

const USAGE = `npm run bench:ring-weights -- [--seeds N] [--numbers N] [--noise 0,0.2,…]

Counts, in made-up worlds of their own seeds, how often pairs agree that belong together and pairs that do not, and prints
the counts that src/analyze/rings/weights.ts holds. Where the table says what is strongest of a family, a second run with
the new table settles it.`

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '12' },
    numbers: { type: 'string', default: '4000' },
    noise: { type: 'string', default: '0,0.2,0.4,0.6,0.8,1' },
    help: { type: 'boolean', default: false },
  },
})

type Counts = { together: number; apart: number }

async function count(): Promise<void> {
  const reference = await loadReference()
  const officialLines = linesToCopy(reference.officialLines.values())
  const levels = new Map<Level, Counts>()
  const pairs: Counts = { together: 0, apart: 0 }
  for (const noise of values.noise.split(',').map(Number)) {
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const made = world({ seed: `weights-${seed}`, noise, numbers: Number(values.numbers), officialLines })
      const operatorOf = new Map<string, string>()
      for (const { id, numbers } of made.operators()) for (const { number } of numbers) operatorOf.set(number, id)
      const graph = ringGraph()
      putAll(graph, membersOf(made.facts()))
      graph.settle()
      const { parts } = graph
      for (const pair of graph.pairs()) {
        const [a, b] = [parts.pairs.a[pair]!, parts.pairs.b[pair]!]
        const [one, other] = [operatorOf.get(numberOf(parts, a)), operatorOf.get(numberOf(parts, b))]
        // A number that was read wrongly belongs to nobody.
        if (!one || !other) continue
        const which = one === other ? 'together' : 'apart'
        pairs[which] += 1
        for (const { level } of compare(parts, a, b)) {
          const counts = levels.get(level) ?? { together: 0, apart: 0 }
          counts[which] += 1
          levels.set(level, counts)
        }
      }
    }
  }
  const told = ({ together, apart }: Counts): string => `[${[together, apart].map(grouped).join(', ')}]`
  console.log(`const PAIRS: Counts = ${told(pairs)}\n\nconst COUNTED = {`)
  for (const level of Object.keys(WEIGHTS) as Level[]) {
    const name = /\W/.test(level) ? `'${level}'` : level
    console.log(`  ${name}: ${told(levels.get(level) ?? { together: 0, apart: 0 })},`)
  }
  console.log('} as const satisfies Record<string, Counts>')
}

/** As TypeScript writes it: 12_345. */
const grouped = (count: number): string => count.toLocaleString('en-US').replaceAll(',', '_')

if (values.help) console.error(USAGE)
else await count()
