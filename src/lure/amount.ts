import type { Amount } from '../model/verdict.ts'

/** Signs and names of money, in folded small letters; a sign that several countries use tells none. */
const CURRENCY: Readonly<Record<string, string | null>> = {
  us$: 'USD',
  usd: 'USD',
  dollars: 'USD',
  dollar: 'USD',
  r$: 'BRL',
  brl: 'BRL',
  reais: 'BRL',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pounds: 'GBP',
  cad: 'CAD',
  c$: 'CAD',
  aud: 'AUD',
  a$: 'AUD',
  mxn: 'MXN',
  chf: 'CHF',
  inr: 'INR',
  $: null,
}

const SIGNS = Object.keys(CURRENCY)
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace('$', '\\$'))
  .join('|')
const FIGURE = "\\d{1,3}(?:[ .,'\u00a0]\\d{3}){1,3}(?:[.,]\\d{2})?|\\d{1,9}(?:[.,]\\d{1,2})?"
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(${SIGNS})[ :]{0,2}(${FIGURE})(?![\\d])(?: ?(usd|eur|gbp|brl|cad|aud|mxn)\\b)?`,
  'giu',
)
const AFTER = new RegExp(`(?<![\\p{L}\\p{N}.,])(${FIGURE}) ?(${SIGNS})(?![\\p{L}\\p{N}])`, 'giu')

/** Said beside the sum that is to be paid; of several amounts it tells which. */
const TOTAL =
  /\b(?:total|amount|charged?|debit|paid|payment|betrag|gesamt|montant|importe|valor|bedrag|due)\b[^\n]{0,25}$/i
const TOTAL_REACH = 40

/** Fewer amounts are read than a price list has. */
const MOST_AMOUNTS = 100

/**
 * The sum that a message is about: the one that is called total or charged, else the largest.
 *
 * In:  folded text.
 */
export function mainAmount(text: string): Amount | null {
  const amounts = amountsIn(text)
  const named = amounts.filter(({ at }) => TOTAL.test(text.slice(Math.max(0, at - TOTAL_REACH), at)))
  const [most] = (named.length > 0 ? named : amounts).sort((a, b) => b.value - a.value)
  return most ? { value: most.value, currency: most.currency, raw: most.raw } : null
}

function amountsIn(text: string): (Amount & { at: number })[] {
  const found: (Amount & { at: number })[] = []
  const add = (match: RegExpExecArray, sign: string, figure: string, code = ''): void => {
    const value = valueOf(figure)
    const currency = CURRENCY[code.toLowerCase()] ?? CURRENCY[sign.toLowerCase()] ?? null
    if (value > 0 && found.length < MOST_AMOUNTS) found.push({ value, currency, raw: match[0].trim(), at: match.index })
  }
  for (const match of text.matchAll(BEFORE)) add(match, match[1] ?? '', match[2] ?? '', match[3])
  for (const match of text.matchAll(AFTER)) add(match, match[2] ?? '', match[1] ?? '')
  return found
}

/** The last separator with two digits after it divides the cents; every other one the thousands. */
function valueOf(figure: string): number {
  const cents = /[.,](\d{1,2})$/.exec(figure)
  const whole = (cents ? figure.slice(0, cents.index) : figure).replace(/\D/g, '')
  return Number(`${whole}.${cents?.[1] ?? '0'}`)
}
