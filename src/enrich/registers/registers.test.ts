import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { referenceFiles } from '../../collect/reference-files.ts'
import { IntelError } from '../../model/failures.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import type { RegisterFile } from './register.ts'
import { REGISTERS } from './registers.ts'
import type { RegisterKind } from './registers.ts'

const DATA = '../shared/data/reference'
const isThere = existsSync(DATA)
if (!isThere) console.warn(`${DATA} is not there: registers are read from made-up lines alone`)

const file = (text: string, name = 'file.csv', encoding: 'utf8' | 'latin1' = 'utf8'): RegisterFile => ({
  name,
  bytes: Buffer.from(text, encoding),
})
const read = (kind: RegisterKind, ...files: RegisterFile[]): readonly RangeRow[] => REGISTERS[kind].read(files).rows

const OFCOM_HEAD = 'NMS Number Block: Number Block,Block Status,CP Name,Non Geo Number Length,Allocation Date'
const OFCOM = `${OFCOM_HEAD}\r\n7400 1,Allocated,"Example, Mobile Ltd",10 digit numbers,06/11/1995\r\n7400 2,Quarantined,,10 digit numbers,\r\n`
const OFCOM_PLACES = `NMS Number Block: Number Block,Block Status,CP Name,Geographic Number Length,Allocation Date,Notes\n1134 96 0,Allocated,Example Telecom Ltd,3+7,21/05/1997,\n16973 2,Allocated,Other Ltd,Mixed 4+5 & 4+6,,\n`
const MAJNUM = `EZABPQM;Tranche_Debut;Tranche_Fin;Mnémo;Territoire;Date_Attribution
0162;0162000000;0162999999;EXAM;Métropole;01/01/2017
0700040;07000400000000;07000409999999;EXAM;Métropole;02/01/2017
069700;0697000000;0697009999;NONE;Martinique;01/01/2017
118000;118000;118000;EXAM;National;01/01/2017
`
const NAMES = `IDENTITE_OPERATEUR;CODE_OPERATEUR;SIRET_ACTEUR\n"Exemple Télécom";EXAM;1\n`
const CNAC = `"NPA","CO Code (NXX)","Status","Pooled","Exchange Area","Province","Company","OCN","Remarks"
,,,,,,,2025-09-12
204,200,"In Service","N","Winnipeg","MB","Example Inc.","4727",
204,203,"Available","N",,,,,
`
const RUSSIA = `\uFEFFАВС/ DEF;От;До;Емкость;Оператор;Регион;Территория ГАР;ИНН\n933;7703471;7704199;729;ООО "ПРИМЕР";Москва;Москва;7733808377`
const CODES = `Code Status For :500,521	File Updated :03/07/2023\nNPA	NXX	Use	OCN 	Company   \n500	200	AS	6010	EXAMPLE WIRELESS, LLC   \n500	201	VC		\n`
const ANATEL = `# Nome da Prestadora;CNPJ da Prestadora;Código Nacional;Prefixo;Faixa Inicial;Faixa Final;Status\nEXEMPLO S.A.;66970229000167;11;97801;0000;0999;1\n`
const ANATEL_CODES = `Nome da Prestadora;CNPJ da Prestadora;Código Não Geográfico;Status\nEXEMPLO S.A.;40432544000147;8007227505;1\n`
const BLOCKS = `State,NPA,NXX,X,OCN,Company,Rate Center\nSC,803,555,2,123A,Example CLEC,COLUMBIA\n`
const CENTRAL = `State	NPA-NXX	OCN	Company	RateCenter	EffectiveDate	Use	AssignDate	Initial/Growth	Pooled Code File Updated : 09/12/2017\nSC	803-555	123A	EXAMPLE, LLC	COLUMBIA		AS			\n`
const BNETZA = `RNB;Zuteilungsnehmer\n(0)15019;Beispiel GmbH\n`
const PREFIXES = `calling_code,prefix,last_prefix,lengths,provider,line_type,region,status\n+852,5100,5199,8,Example HK,mobile,HK,\n852,52,,8,,,,reserved\n`

test.each<[RegisterKind, RegisterFile[], Partial<RangeRow>]>([
  ['ofcom', [file(OFCOM)], { callingCode: '44', first: '74001', provider: 'Example, Mobile Ltd', lineType: 'mobile' }],
  ['ofcom', [file(OFCOM_PLACES)], { first: '1134960', lineType: 'fixed_line', lengths: 1 << 10 }],
  [
    'arcep',
    [file(MAJNUM, 'a', 'latin1'), file(NAMES, 'b', 'latin1')],
    { first: '162000000', provider: 'Exemple Télécom' },
  ],
  ['cnac', [file(CNAC)], { first: '204200', provider: 'Example Inc.', area: 'Winnipeg, MB', status: 'In Service' }],
  ['russia', [file(RUSSIA)], { first: '9337703471', last: '9337704199', provider: 'ООО "ПРИМЕР"', lineType: 'mobile' }],
  ['nanpa-5xx', [file(CODES)], { first: '500200', provider: 'EXAMPLE WIRELESS, LLC', assignment: 'allocated' }],
  ['nanpa-codes', [file(CENTRAL)], { first: '803555', provider: 'EXAMPLE, LLC', area: 'COLUMBIA, SC' }],
  ['nanpa-blocks', [file(BLOCKS)], { first: '8035552', provider: 'Example CLEC' }],
  ['anatel', [file(ANATEL, 'f', 'latin1')], { first: '11978010000', last: '11978010999', lineType: 'mobile' }],
  ['anatel', [file(ANATEL_CODES)], { first: '8007227505', lineType: 'toll_free' }],
  ['bnetza', [file(BNETZA)], { callingCode: '49', first: '15019', provider: 'Beispiel GmbH', lineType: 'mobile' }],
  ['prefixes', [file(PREFIXES)], { callingCode: '852', first: '5100', last: '5199', provider: 'Example HK' }],
])('%s tells who has a block', (kind, files, told) => {
  expect(read(kind, ...files)[0]).toMatchObject(told)
})

test('what nobody has is told with the word of the register, and without a provider', () => {
  const free = { assignment: 'unallocated', provider: null }
  expect(read('ofcom', file(OFCOM))[1]).toMatchObject({ ...free, status: 'Quarantined' })
  expect(read('cnac', file(CNAC))[1]).toMatchObject({ ...free, status: 'Available' })
  expect(read('nanpa-5xx', file(CODES))[1]).toMatchObject({ ...free, status: 'Vacant' })
  expect(read('prefixes', file(PREFIXES))[1]).toMatchObject({ ...free, status: 'reserved' })
})

test('lengths of a British place are sums of its parts, also where they are mixed', () => {
  expect(read('ofcom', file(OFCOM_PLACES))[1]?.lengths).toBe((1 << 9) | (1 << 10))
})

test('French numbers overseas have a calling code of their own, machines 13 digits, and short ones are left out', () => {
  const rows = read('arcep', file(MAJNUM, 'a', 'latin1'), file(NAMES, 'b', 'latin1'))
  expect(rows).toHaveLength(3)
  expect(rows[1]).toMatchObject({ first: '7000400000000', lineType: 'm2m_iot', lengths: 1 << 13 })
  // An operator that the second file does not name keeps its code.
  expect(rows[2]).toMatchObject({ callingCode: '596', first: '697000000', region: 'MQ', provider: 'NONE' })
})

test('a register has the day it tells, or that of its newest block', () => {
  expect(REGISTERS.cnac.read([file(CNAC)]).date).toBe('2025-09-12')
  expect(REGISTERS['nanpa-5xx'].read([file(CODES)]).date).toBe('2023-03-07')
  expect(REGISTERS['nanpa-codes'].read([file(CENTRAL)]).date).toBe('2017-09-12')
  expect(REGISTERS.ofcom.read([file(OFCOM)])).toMatchObject({ date: '1995-11-06', part: 's7' })
})

test.each<[string, RegisterKind, RegisterFile[], string]>([
  ['a changed header', 'ofcom', [file(OFCOM.replace('CP Name', 'Provider'))], 'file.csv:1:1'],
  ['a line cut in the middle', 'ofcom', [file(OFCOM.slice(0, -25))], 'file.csv:3:'],
  ['a line without its end', 'ofcom', [file(OFCOM.slice(0, -2))], 'file.csv:3:38'],
  ['a cell too many', 'ofcom', [file(OFCOM.replace('06/11/1995', 'x,06/11/1995'))], 'file.csv:2:'],
  ['a status nobody knows', 'ofcom', [file(OFCOM.replace('Quarantined', 'Lost'))], 'file.csv:3:8'],
  ['a block that is none', 'ofcom', [file(OFCOM.replace('7400 1', '74oo 1'))], 'file.csv:2:1'],
  ['another encoding', 'russia', [file(RUSSIA, 'r.csv', 'latin1')], 'r.csv:1:'],
  ['UTF-8 where there is none', 'arcep', [file(MAJNUM), file(NAMES)], 'file.csv:1:'],
  ['one of two files', 'arcep', [file(MAJNUM, 'a', 'latin1')], 'two files'],
  ['a range that runs backwards', 'russia', [file(RUSSIA.replace('7704199', '7700000'))], 'file.csv:2:5'],
  ['a size that is not the range', 'russia', [file(RUSSIA.replace(';729;', ';728;'))], 'file.csv:2:21'],
  ['a last line cut off', 'russia', [file(RUSSIA.slice(0, -3))], 'file.csv:2:'],
  ['no head', 'nanpa-5xx', [file(CODES.slice(CODES.indexOf('\n') + 1))], 'file.csv:1:1'],
  ['a line type nobody knows', 'prefixes', [file(PREFIXES.replace('mobile', 'cellular'))], 'file.csv:2:'],
  ['nothing', 'cnac', [file('')], 'file.csv:1:1'],
])('%s in %s is refused with its place', (_, kind, files, place) => {
  const reading = () => read(kind, ...files)
  expect(reading).toThrow(IntelError)
  expect(reading).toThrow(place)
})

test.skipIf(!isThere)('real files of five registers are read whole', async () => {
  const rowsOf = async (kind: RegisterKind, ...names: string[]) => {
    const files = await referenceFiles(names.map((name) => `${DATA}/${name}`))
    const { rows, date } = REGISTERS[kind].read(files)
    return [rows.length, date]
  }
  const lines = (name: string): number => readFileSync(`${DATA}/${name}`, 'latin1').trimEnd().split('\n').length
  expect(await rowsOf('ofcom', 'ofcom-S8.csv')).toEqual([lines('ofcom-S8.csv') - 1, '2025-07-03'])
  expect(await rowsOf('ofcom', 'ofcom-S7.csv')).toEqual([lines('ofcom-S7.csv') - 1, '2025-09-01'])
  expect(await rowsOf('cnac', 'canada-COCodeStatus_ALL.zip')).toEqual([44_000, '2025-09-12'])
  expect(await rowsOf('russia', 'russia-DEF-9xx.csv')).toEqual([16_629, null])
  expect(await rowsOf('nanpa-5xx', 'nanpa-5XX_report.txt')).toEqual([11_973, '2023-03-07'])
  const [arcep] = await rowsOf('arcep', 'arcep-MAJNUM.csv', 'arcep-identifiants_CE.csv')
  expect(arcep).toBeGreaterThan(18_000)
})
