import { describe } from 'vitest'
import { campaignsContract } from './campaigns.contract.ts'
import { traceContract } from './trace.contract.ts'

describe('tracing on the embedded engine', () => {
  traceContract(() => Promise.resolve(null))
})

describe('campaigns on the embedded engine', () => {
  campaignsContract(() => Promise.resolve(null))
})
