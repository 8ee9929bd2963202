import { describe } from 'vitest'
import { ringsContract } from './rings.contract.ts'

describe('rings on the embedded engine', () => {
  ringsContract(() => Promise.resolve(null))
})
