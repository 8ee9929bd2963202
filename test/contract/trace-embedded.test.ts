import { describe } from 'vitest'
import { traceContract } from './trace.contract.ts'

describe('tracing on the embedded engine', () => {
  traceContract(() => Promise.resolve(null))
})
