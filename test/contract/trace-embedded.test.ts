import { describe } from 'vitest'
import { blocksContract } from './blocks.contract.ts'
import { campaignsContract } from './campaigns.contract.ts'
import { keptContract } from './kept.contract.ts'
import { providersContract } from './providers.contract.ts'
import { lifeContract } from './life.contract.ts'
import { returnsContract } from './returns.contract.ts'
import { traceContract } from './trace.contract.ts'

describe('tracing on the embedded engine', () => {
  traceContract(() => Promise.resolve(null))
})

describe('providers and brands on the embedded engine', () => {
  providersContract(() => Promise.resolve(null))
})

describe('campaigns on the embedded engine', () => {
  campaignsContract(() => Promise.resolve(null))
})

describe('what is kept on the embedded engine', () => {
  keptContract(() => Promise.resolve(null))
})

describe('life on the embedded engine', () => {
  lifeContract(() => Promise.resolve(null))
})

describe('silences and returns on the embedded engine', () => {
  returnsContract(() => Promise.resolve(null))
})

describe('blocks on the embedded engine', () => {
  blocksContract(() => Promise.resolve(null))
})
