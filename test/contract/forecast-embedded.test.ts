import { describe } from 'vitest'
import { forecastContract } from './forecast.contract.ts'

describe('the forecast on the embedded engine', () => {
  forecastContract(() => Promise.resolve(null))
})
