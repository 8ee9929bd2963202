import type { PhoneNumber } from './phone-number.ts'

/** Numbers set aside for films and examples: nobody can be reached there, so nobody can be harmed by them. */
export type FictionalRange = { readonly pattern: RegExp; readonly source: string }

const FICTIONAL: readonly FictionalRange[] = [
  {
    pattern: /^\+1(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}55501\d{2}$/,
    source: 'ATIS-0300115: 555-0100 to 555-0199 in every geographic area code',
  },
  {
    pattern: /^\+18(?:00|33|44|55|66|77|88)5550199$/,
    source: 'ATIS-0300115: of the toll-free codes 555-0199 alone, the others are handed out',
  },
  {
    pattern:
      /^\+44(?:1632960|1(?:1[3-8]|[2-6]1)4960|1914980|2079460|2896496|2920180|3069990|7700900|8081570|9098790)\d{3}$/,
    source: 'Ofcom: numbers for use in TV and radio drama',
  },
  {
    pattern: /^\+61(?:[2378](?:5550|7010)\d{4}|491570(?:006|110|15[6-9])|1800160401)$/,
    source: 'ACMA: creative works',
  },
  { pattern: /^\+33(?:19900|26191|35301|46571|53649|63998)\d{4}$/, source: 'ARCEP: audiovisual works' },
  {
    pattern: /^\+49(?:(?:3023125|4066969|6990009|2214710|8999998|17604069)\d{3}|17139200\d{2})$/,
    source: 'Bundesnetzagentur: Drama-Nummern',
  },
  {
    pattern: /^\+46(?:(?:3139006|4062804|8465004|9803192)\d{2}|7017406(?:0[5-9]|[1-9]\d))$/,
    source: 'PTS: telefonnummer för böcker och filmer',
  },
]

/** The range a fictional number belongs to; null where the number may be somebody's. */
export function fictionalRange(number: PhoneNumber): FictionalRange | null {
  return FICTIONAL.find(({ pattern }) => pattern.test(number)) ?? null
}
