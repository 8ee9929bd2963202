import { ANATEL } from './anatel.ts'
import { ARCEP } from './arcep.ts'
import { BNETZA } from './bnetza.ts'
import { CNAC } from './cnac.ts'
import { NANPA_5XX } from './nanpa-5xx.ts'
import { NANPA_AREAS } from './nanpa-areas.ts'
import { NANPA_BLOCKS } from './nanpa-blocks.ts'
import { NANPA_CODES } from './nanpa-codes.ts'
import { OFCOM } from './ofcom.ts'
import { PREFIXES } from './prefixes.ts'
import type { Register } from './register.ts'
import { RUSSIA } from './russia.ts'

/** The registers that can be added, by the name they go by. */
export const REGISTERS = {
  ofcom: OFCOM,
  arcep: ARCEP,
  cnac: CNAC,
  russia: RUSSIA,
  'nanpa-codes': NANPA_CODES,
  'nanpa-blocks': NANPA_BLOCKS,
  'nanpa-5xx': NANPA_5XX,
  'nanpa-areas': NANPA_AREAS,
  anatel: ANATEL,
  bnetza: BNETZA,
  prefixes: PREFIXES,
} as const satisfies Readonly<Record<string, Register>>

export type RegisterKind = keyof typeof REGISTERS

export function isRegisterKind(text: string): text is RegisterKind {
  return Object.hasOwn(REGISTERS, text)
}
