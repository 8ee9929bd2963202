import { expect, test } from 'vitest'
import { putAll } from '../../../test/made-members.ts'
import { membersOf } from '../../../test/ring-members.ts'
import { world } from '../../simulate/world.ts'
import { ringDocument, ringOfDocument } from './ring-document.ts'
import { ringGraph } from './ring-graph.ts'
import { ringOf } from './rings.ts'

test('a ring is read as it was written, in less than half of its JSON', () => {
  const graph = ringGraph()
  putAll(graph, membersOf(world({ seed: 'documents', numbers: 3_000, noise: 0.5 }).facts()))
  graph.settle()
  const rings = [...graph.groups()].map((group, at) => ringOf(graph.parts, `r-${at}`, group))
  expect(rings.length).toBeGreaterThan(10)
  const documents = rings.map(ringDocument)
  expect(documents.map(ringOfDocument)).toEqual(rings)
  expect(documents.join('').length).toBeLessThan(JSON.stringify(rings).length / 2)
})
