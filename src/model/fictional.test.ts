import { describe, expect, test } from 'vitest'
import { fictionalRange } from './fictional.ts'
import { readNumber } from './phone-number.ts'
import type { Region } from './phone-number.ts'

const rangeOf = (written: string, region: Region) => {
  const read = readNumber(written, region)
  return 'error' in read ? null : fictionalRange(read.number)
}

describe('nobody answers', () => {
  test.each<[string, Region, string]>([
    ['(803) 555-0147', 'US', 'ATIS'],
    ['1-800-555-0199', 'US', 'ATIS'],
    ['020 7946 0123', 'GB', 'Ofcom'],
    ['0113 496 0123', 'GB', 'Ofcom'],
    ['01632 960123', 'GB', 'Ofcom'],
    ['07700 900123', 'GB', 'Ofcom'],
    ['08081 570123', 'GB', 'Ofcom'],
    ['0909 879 0123', 'GB', 'Ofcom'],
    ['(02) 5550 1234', 'AU', 'ACMA'],
    ['0491 570 156', 'AU', 'ACMA'],
    ['01 99 00 12 34', 'FR', 'ARCEP'],
    ['06 39 98 12 34', 'FR', 'ARCEP'],
    ['030 23125 123', 'DE', 'Bundesnetzagentur'],
    ['0171 39200 12', 'DE', 'Bundesnetzagentur'],
    ['08-465 004 12', 'SE', 'PTS'],
  ])('at %s in %s', (written, region, source) => {
    expect(rangeOf(written, region)?.source).toContain(source)
  })
})

describe('somebody may answer', () => {
  test.each<[string, Region]>([
    ['(803) 555-0247', 'US'],
    ['1-888-555-0147', 'US'],
    ['(803) 655-0147', 'US'],
    ['020 7947 0123', 'GB'],
    ['07701 900123', 'GB'],
    ['01 98 00 12 34', 'FR'],
    ['030 23126 123', 'DE'],
    ['06 12345678', 'NL'],
  ])('at %s in %s', (written, region) => {
    expect(rangeOf(written, region)).toBeNull()
  })
})
