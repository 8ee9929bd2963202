import { fictionalRange } from '../../src/model/fictional.ts'
import { readNumber } from '../../src/model/phone-number.ts'
import type { PhoneNumber, Region } from '../../src/model/phone-number.ts'
import type { Random } from '../../src/simulate/random.ts'
import type { Written } from '../../src/simulate/disguise.ts'

/**
 * How numbers of a kind are handed out and written.
 *
 * national: groups of digits, `#` any, `N` 2–9; one of them is drawn. Slashes stand between choices.
 * form:     the national way of writing, {0} is the first group; without one, trunk and groups with spaces between.
 */
type Plan = {
  readonly region: Region
  readonly country: string
  readonly trunk: string
  readonly national: string
  readonly form?: string
}

const AREAS = '205 213 214 254 267 305 312 347 408 424 512 551 571 615 646 702 713 786 804 808 818 845 888 917 949 972'

/**
 * Real plans, real prefixes. The simulator's world keeps to ranges nobody answers, because it is shown; an examination
 * that kept to exchange 555 would not examine much. These mails are read on this machine and thrown away.
 */
export const NUMBER_PLANS = {
  US: plan('US', '1', '', each(AREAS.replace('888 ', ''), 'NN# ####'), '({0}) {1}-{2}'),
  US_FREE: plan('US', '1', '', each('800 833 844 855 866 877 888', 'NN# ####'), '({0}) {1}-{2}'),
  CA: plan('CA', '1', '', each('416 604 514 403', 'NN# ####'), '({0}) {1}-{2}'),
  GB: plan('GB', '44', '0', '20 7### ####/20 3### ####/161 4## ####/117 9## ####'),
  GB_FREE: plan('GB', '44', '0', '800 0## ####/808 1## ####'),
  GB_MOBILE: plan('GB', '44', '0', '7911 ######/7400 ######/7723 ######'),
  DE: plan('DE', '49', '0', '30 2## #####/89 5## #####/221 9## ####/40 3## #####'),
  DE_FREE: plan('DE', '49', '0', '800 N## ####'),
  DE_MOBILE: plan('DE', '49', '0', '151 1#######/170 4######/176 2#######'),
  AT: plan('AT', '43', '0', '1 5## ## ##/7242 4## ##'),
  AT_MOBILE: plan('AT', '43', '0', '664 N## ## ##'),
  CH: plan('CH', '41', '0', '44 5## ## ##/22 7## ## ##'),
  FR: plan('FR', '33', '0', '1 70 ## ## ##/1 42 ## ## ##/4 72 ## ## ##/9 70 ## ## ##'),
  FR_FREE: plan('FR', '33', '0', '800 ### ###/805 ### ###'),
  FR_MOBILE: plan('FR', '33', '0', '6 1# ## ## ##/7 6# ## ## ##'),
  BE: plan('BE', '32', '0', '2 5## ## ##'),
  ES: plan('ES', '34', '', '91 5## ## ##/93 2## ## ##'),
  ES_FREE: plan('ES', '34', '', '900 ### ###/900 ## ## ##'),
  ES_MOBILE: plan('ES', '34', '', '6## ### ###'),
  MX: plan('MX', '52', '', '55 5### ####/33 3### ####'),
  NL: plan('NL', '31', '0', '20 5## ####/10 4## ####/30 2## ####', '0{0}-{1} {2}'),
  NL_FREE: plan('NL', '31', '0', '800 0###/800 1###'),
  NL_085: plan('NL', '31', '0', '85 0## ####/85 3## ####'),
  NL_MOBILE: plan('NL', '31', '0', '6 1### ####/6 2### ####'),
  BR: plan('BR', '55', '', '11 3### ####/21 2### ####/31 3### ####', '({0}) {1}-{2}'),
  BR_FREE: plan('BR', '55', '', '800 7## ####/800 5## ####', '0{0} {1} {2}'),
  BR_4004: plan('BR', '55', '', '4004 ####/4003 ####', '{0}-{1}'),
  BR_MOBILE: plan('BR', '55', '', '11 9#### ####/21 9#### ####', '({0}) {1}-{2}'),
  PT: plan('PT', '351', '', '21 3## ## ##/22 2## ## ##'),
  PT_FREE: plan('PT', '351', '', '800 2## ###/800 5## ###'),
  PT_MOBILE: plan('PT', '351', '', '91# ### ###/96# ### ###'),
} as const satisfies Record<string, Plan>

export type NumberPlan = keyof typeof NUMBER_PLANS

/** A number with the ways to write it. */
export type DrawnNumber = {
  readonly e164: PhoneNumber
  readonly region: Region
  readonly written: Written
  /** As people of its country write it. */
  readonly national: string
  /** Nobody writes it with the country: it can only be called from there. */
  readonly isHomeOnly: boolean
}

const MOST_TRIES = 1_000

/** Draws a number of a kind that its numbering plan has, and that is in no film. */
export function drawNumber(name: NumberPlan, chance: Random): DrawnNumber {
  const { region, country, trunk, national, form }: Plan = NUMBER_PLANS[name]
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const groups = chance
      .pick(national.split('/'))
      .replace(/[#N]/g, (place) => String(place === 'N' ? chance.between(2, 9) : chance.below(10)))
      .split(' ')
    const read = readNumber(`+${country}${groups.join('')}`)
    if (!('number' in read) || !read.isValid || fictionalRange(read.number)) continue
    // Numbers nobody would hand out: a reader would take them for a placeholder.
    if (/(\d)\1{4}/.test(read.number)) continue
    return {
      e164: read.number,
      region,
      written: { country, trunk, groups },
      isHomeOnly: country !== '1' && /_(FREE|4004)$/.test(name),
      national:
        form === undefined
          ? trunk + groups.join(' ')
          : form.replace(/\{(\d)\}/g, (_, at: string) => groups[Number(at)] ?? ''),
    }
  }
  throw new Error(`no number of plan ${name} could be drawn`)
}

function plan(region: Region, country: string, trunk: string, national: string, form?: string): Plan {
  return form === undefined ? { region, country, trunk, national } : { region, country, trunk, national, form }
}

function each(areas: string, rest: string): string {
  return areas
    .split(' ')
    .map((area) => `${area} ${rest}`)
    .join('/')
}
