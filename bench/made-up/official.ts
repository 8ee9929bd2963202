import type { Language } from '../../src/simulate/cast.ts'

/**
 * Genuine lines that lures copy into their footer to look real: E.164 and as it is printed.
 *
 * Source: the organisations' own contact pages.
 */
const LINES: Readonly<Record<string, Partial<Record<Language, readonly [e164: string, shown: string]>>>> = {
  paypal: { en: ['+18882211161', '1-888-221-1161'], de: ['+498007234500', '0800 723 4500'] },
  amazon: { en: ['+18882804331', '1-888-280-4331'] },
  microsoft: { en: ['+18006427676', '1-800-642-7676'] },
  chase: { en: ['+18009359935', '1-800-935-9935'] },
  apple: { en: ['+18002752273', '1-800-275-2273'] },
  ups: { en: ['+18007425877', '1-800-742-5877'] },
  best_buy: { en: ['+18882378289', '1-888-237-8289'] },
  geek_squad: { en: ['+18004335778', '1-800-433-5778'] },
  social_security: { en: ['+18007721213', '1-800-772-1213'] },
  att: { en: ['+18003310500', '1-800-331-0500'] },
  bradesco: { pt: ['+558007048383', '0800 704 8383'] },
  nubank: { pt: ['+558005912117', '0800 591 2117'] },
  banco_do_brasil: { pt: ['+558007290001', '0800 729 0001'] },
  dhl: { de: ['+492284333112', '0228 4333112'] },
}

const FOOTER: Readonly<Record<Language, string>> = {
  en: 'Official customer service',
  pt: 'SAC oficial',
  de: 'Offizieller Kundenservice',
  es: 'Servicio oficial de atención',
  fr: 'Service client officiel',
  nl: 'Officiële klantenservice',
}

/** The footer a lure copies, with the genuine line in it; null where none is known. */
export function officialFooter(
  brand: string | null,
  language: Language,
): { readonly e164: string; readonly shown: string; readonly text: string } | null {
  const line = brand === null ? undefined : LINES[brand]?.[language]
  return line ? { e164: line[0], shown: line[1], text: `${FOOTER[language]}: ${line[1]}` } : null
}
