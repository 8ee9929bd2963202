import * as z from 'zod'

// What answers and questions are made of, at every route.

export const time = z.string().describe('ISO 8601, UTC')
export const day = z.string().describe('UTC day, YYYY-MM-DD')
export const e164 = z.string().regex(/^\+[1-9]\d{4,14}$/)
export const count = z.int().min(0)
