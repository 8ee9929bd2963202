import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARRIER_CLASSES } from '../model/carrier.ts'
import { carriers } from './carriers.ts'
import type { Operator } from './carriers.ts'
import { operatorWords } from './operator-name.ts'

const table = JSON.parse(readFileSync(new URL('../../data/operators.json', import.meta.url), 'utf8')) as Operator[]
const carrierOf = carriers(table)

describe('a name without its legal form', () => {
  test.each([
    ['ПАО "МТС"', 'мтс'],
    ['ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО "Ростелеком"', 'ростелеком'],
    ['Level 3 Communications, LLC - CA', 'level 3 communications'],
    ['1&1 Mobilfunk GmbH', '1 1 mobilfunk'],
    ['Société française du radiotéléphone S.A.', 'societe francaise du radiotelephone'],
    ['(AQ) LIMITED', 'aq'],
    ['E-Plus Mobilfunk GmbH & Co. KG', 'e plus mobilfunk'],
    ['TDC A/S', 'tdc'],
    ['Sinch L.L.C.', 'sinch'],
    ['Limited', 'limited'],
    ['—', ''],
  ])('of %s is %j', (name, words) => {
    expect(operatorWords(name).join(' ')).toBe(words)
  })
})

describe('a company is known by', () => {
  test.each<readonly [name: string, region: string | null, company: string, carrierClass: string]>([
    ['ONVOY, LLC - IL', 'US', 'Sinch', 'voip_wholesale'],
    ['Neutral Tandem-New Jersey, LLC', 'US', 'Sinch', 'voip_wholesale'],
    ['LEVEL 3 COMMUNICATIONS, LLC - TX', 'US', 'Lumen', 'voip_wholesale'],
    ['QWEST CORPORATION', 'US', 'Lumen', 'fixed_operator'],
    ['BANDWIDTH.COM CLEC, LLC - GA', 'US', 'Bandwidth', 'cpaas'],
    ['Voxbone SA', 'FR', 'Bandwidth', 'cpaas'],
    ['CELLCO PARTNERSHIP DBA VERIZON WIRELESS', 'US', 'Verizon', 'mno'],
    ['Nexmo Inc.', null, 'Vonage', 'cpaas'],
    ['Vonage America Inc.', 'US', 'Vonage', 'voip_consumer'],
    ['ООО "Т2 МОБАЙЛ"', 'RU', 'T2', 'mno'],
    ['Orange', 'GB', 'EE', 'mno'],
    ['Orange', 'FR', 'Orange', 'mno'],
    ['Vodafone', 'IN', 'Vi', 'mno'],
    ['T-Mobile', 'NL', 'Odido', 'mno'],
  ])('%s in %s', (name, region, company, carrierClass) => {
    expect(carrierOf(name, region)).toMatchObject({ company, carrierClass })
  })
})

test('what is merely like a name is nobody’s', () => {
  for (const name of ['Orange County Telephone', 'Onvoys', 'Twili', 'Three Rivers Telco', 'Bird Telephone Company', ''])
    expect([name, carrierOf(name, 'US')]).toEqual([name, null])
})

test('the longer beginning goes before the shorter, and one of the region before both', () => {
  const own = carriers([
    ['Bell', 'fixed_operator', 'a', ['bell*']],
    ['Bell Mobility', 'mno', 'b', ['bell mobility*']],
    ['Bell of Here', 'mno', 'c', ['bell*'], ['XX']],
  ])
  expect(['Bell Mobility Inc', 'Bell West'].map((name) => own(name, 'CA')?.company)).toEqual(['Bell Mobility', 'Bell'])
  expect(own('Bell West', 'XX')?.company).toBe('Bell of Here')
})

test('any name has at most one company, and the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('US', 'GB', null), (name, region) => {
      expect(carrierOf(name, region)).toEqual(carrierOf(name, region))
    }),
  )
})

describe('the table', () => {
  test('has hundreds of companies, each with its class, a public source and names', () => {
    expect(new Set(table.map(([company]) => company)).size).toBeGreaterThan(400)
    for (const [company, carrierClass, source, names] of table) {
      expect([company, CARRIER_CLASSES.includes(carrierClass), /^https:\/\/[\w.-]+\.\w+/.test(source)]).toEqual([
        company,
        true,
        true,
      ])
      expect([company, names.length > 0 && names.every((name) => operatorWords(name).length > 0)]).toEqual([
        company,
        true,
      ])
    }
  })
  test('gives no name to two companies of one region', () => {
    const holders = new Map<string, string>()
    const twice: string[] = []
    for (const [company, , , names, regions = ['']] of table)
      for (const name of names)
        for (const region of regions) {
          const key = `${region} ${operatorWords(name).join(' ')}`
          if (holders.has(key)) twice.push(`${key}: ${holders.get(key)}, ${company}`)
          holders.set(key, company)
        }
    expect(twice).toEqual([])
  })
})

const REFERENCE = new URL('../../../shared/data/reference/', import.meta.url)
const hasRegisters = existsSync(REFERENCE)
if (!hasRegisters) console.warn(`SKIPPED: names of registers are not looked up: there is no ${REFERENCE.pathname}`)

test.skipIf(!hasRegisters && !process.env['CI'])(
  'most of what registers have handed out is of companies it knows',
  () => {
    const rowsOf = (file: string, encoding: BufferEncoding): string[][] =>
      readFileSync(new URL(file, REFERENCE), encoding)
        .split('\n')
        .slice(1)
        .map((line) =>
          [...line.matchAll(/(?:^|[;,])("[^"]*"|[^;,]*)/g)].map(([, cell = '']) => cell.replaceAll('"', '')),
        )
    const shareOf = (region: string, rows: readonly (readonly [name: string, numbers: number])[]): number => {
      const all = rows.reduce((sum, [, numbers]) => sum + numbers, 0)
      const known = rows.filter(([name]) => carrierOf(name, region) !== null)
      return known.reduce((sum, [, numbers]) => sum + numbers, 0) / all
    }
    const mobiles = rowsOf('ofcom-S7.csv', 'utf8')
      .filter(([, status = '', holder = '']) => status.startsWith('Allocated') && holder !== '')
      .map(([block = '', , holder = '']) => [holder, 10 ** (10 - block.replaceAll(' ', '').length)] as const)
    expect(shareOf('GB', mobiles)).toBeGreaterThan(0.97)
    const russian = readFileSync(new URL('russia-DEF-9xx.csv', REFERENCE), 'utf8').split('\n').slice(1)
    const ranges = russian.map((line) => line.split(';')).filter((cells) => cells.length > 5)
    expect(
      shareOf(
        'RU',
        ranges.map(([, , , numbers, holder = '']) => [holder, Number(numbers)]),
      ),
    ).toBeGreaterThan(0.98)
  },
)
