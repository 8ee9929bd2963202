import type { Fact } from '../model/sighting.ts'
import { allotment } from './allotment.ts'
import { companies } from './companies.ts'
import type { Company } from './companies.ts'
import { facts } from './facts.ts'
import { operators } from './operators.ts'
import type { Operator } from './operators.ts'
import { WORLD } from './world-shape.ts'
import type { WorldShape } from './world-shape.ts'

/** A made-up world whose truth is known. Nothing of it is held but who is being asked for. */
export type World = {
  readonly shape: WorldShape
  readonly companies: readonly Company[]
  operators(): Generator<Operator>
  /** Sightings, operator by operator. */
  facts(): Generator<Fact>
}

/**
 * Makes a world: the same shape gives the same one, to the byte, on any machine.
 *
 * @example [...world({ seed: '7', numbers: 1_652, days: 33 }).facts()]
 */
export function world(changes: Partial<WorldShape> = {}): World {
  const shape: WorldShape = { ...WORLD, ...changes }
  const everyCompany = companies(allotment())
  return {
    shape,
    companies: everyCompany,
    operators: () => operators(shape),
    *facts() {
      for (const operator of operators(shape)) yield* facts(shape, operator, everyCompany)
    },
  }
}
