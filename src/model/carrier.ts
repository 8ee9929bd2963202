/** What kind of company lends a number out. Vocabulary of the field, carrier class. */
export const CARRIER_CLASSES = [
  'mno',
  'mvno',
  'voip_wholesale',
  'cpaas',
  'voip_consumer',
  'ucaas',
  'iot',
  'fixed_operator',
  'unknown',
] as const
export type CarrierClass = (typeof CARRIER_CLASSES)[number]

/** The company behind an operator's legal name, after aliases and mergers. source: who says so. */
export type Carrier = { readonly company: string; readonly carrierClass: CarrierClass; readonly source: string }

/**
 * Tells the company behind a name.
 *
 * In:  name, the operator as a numbering plan or register writes it; region of the number, null where it has none: the
 *      same name is another company elsewhere.
 * Out: null where the table does not list the name.
 */
export type CarrierOf = (name: string, region: string | null) => Carrier | null
