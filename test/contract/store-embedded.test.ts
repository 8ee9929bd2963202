import { describe } from 'vitest'
import { storeContract } from './store.contract.ts'

describe('the store on the embedded engine', () => storeContract(async () => null))
