import type { Region } from '../../model/phone-number.ts'
import { forEachWord, isLetterAt } from './letters.ts'

/** Countries as they are named in mail, in English and in their own languages. */
const COUNTRY_NAMES: Readonly<Partial<Record<Region, string>>> = {
  US: 'United States|USA|U.S.A.|Estados Unidos|États-Unis|California|Texas|Florida|New York',
  GB: 'United Kingdom|UK|U.K.|England|Scotland|Great Britain|London|Reino Unido|Royaume-Uni',
  CA: 'Canada|Ontario|Toronto|Vancouver|Québec|Quebec|Montréal',
  AU: 'Australia|Sydney|Melbourne|Brisbane|NSW|Queensland',
  NZ: 'New Zealand|Auckland',
  IE: 'Ireland|Dublin|Éire',
  ZA: 'South Africa|Johannesburg|Pretoria|Cape Town',
  IN: 'India|Mumbai|New Delhi|Bangalore|Bengaluru',
  BR: 'Brasil|Brazil|São Paulo|Rio de Janeiro|Brasília|CNPJ|CPF',
  PT: 'Portugal|Lisboa|NIF',
  DE: 'Deutschland|Germany|Berlin|München|Hamburg|Frankfurt|GmbH',
  AT: 'Österreich|Austria|Wien',
  CH: 'Schweiz|Switzerland|Suisse|Svizzera|Zürich|Genève',
  FR: 'France|Paris|SIRET|SARL',
  BE: 'Belgique|België|Belgium|Bruxelles|Brussel',
  NL: 'Nederland|Netherlands|Amsterdam|Rotterdam|KvK',
  ES: 'España|Spain|Madrid|Barcelona',
  MX: 'México|Mexico|Ciudad de México',
  AR: 'Argentina|Buenos Aires',
  CO: 'Colombia|Bogotá',
  CL: 'Chile|Santiago de Chile',
  PE: 'Perú|Peru|Lima',
  IT: 'Italia|Italy|Roma|Milano|Partita IVA',
  PL: 'Polska|Poland|Warszawa',
  SE: 'Sverige|Sweden|Stockholm',
  NO: 'Norge|Norway|Oslo',
  DK: 'Danmark|Denmark|København',
  FI: 'Suomi|Finland|Helsinki',
  TR: 'Türkiye|Turkey|İstanbul|Istanbul',
  NG: 'Nigeria|Lagos|Abuja',
  GH: 'Ghana|Accra',
  BJ: 'Benin|Cotonou',
  CI: "Côte d'Ivoire|Ivory Coast|Abidjan",
  TG: 'Togo|Lomé',
  KE: 'Kenya|Nairobi',
  SG: 'Singapore',
  HK: 'Hong Kong',
  MY: 'Malaysia|Kuala Lumpur',
  PH: 'Philippines|Manila',
  AE: 'United Arab Emirates|UAE|Dubai',
  IL: 'Israel|Tel Aviv',
  JP: 'Japan|Tokyo|日本',
  CN: 'China|Beijing|Shanghai|中国',
  RU: 'Russia|Россия|Moscow|Москва',
  UA: 'Ukraine|Україна|Kyiv|Kiev',
}

/** Names by their first word, all in small letters. length: of the name as it is written. */
const namesByWord = new Map<string, { readonly name: string; readonly length: number; readonly region: Region }[]>()
for (const [region, names] of Object.entries(COUNTRY_NAMES)) {
  for (const name of names.split('|')) {
    const word = (/^\p{L}+/u.exec(name)?.[0] ?? '').toLowerCase()
    const known = namesByWord.get(word) ?? []
    known.push({ name: name.toLowerCase(), length: name.length, region: region as Region })
    namesByWord.set(word, known)
  }
}

export function countriesNamed(text: string): Set<Region> {
  const regions = new Set<Region>()
  forEachWord(text, (start, end) => {
    const before = text.charAt(start - 1)
    if (end - start > LONGEST_WORD || before === '.' || before === '@') return
    for (const { name, length, region } of namesByWord.get(text.slice(start, end).toLowerCase()) ?? NO_NAMES) {
      const isIt = text.slice(start, start + length).toLowerCase() === name
      if (isIt && !isLetterAt(text, start + length)) regions.add(region)
    }
  })
  return regions
}

const NO_NAMES: readonly never[] = []
/** No name begins with a longer word. */
const LONGEST_WORD = 14

type Mark = { readonly region: Region; readonly points: number; readonly mark: RegExp }

const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY'

/** Money and addresses as only one country writes them. */
export const MARKS: readonly Mark[] = [
  { region: 'BR', points: 3, mark: /R\$\s?\d/ },
  { region: 'GB', points: 2, mark: /£\s?\d|\d\s?GBP\b/ },
  { region: 'US', points: 2, mark: /(?<![A-Z])\$\s?\d|\bUSD\b/ },
  { region: 'IN', points: 2, mark: /₹|\bRs\.\s?\d|\bINR\b/ },
  { region: 'PL', points: 2, mark: /\d\s?zł\b|\bPLN\b/ },
  { region: 'CH', points: 2, mark: /\bCHF\b/ },
  { region: 'TR', points: 2, mark: /₺|\d\s?TL\b/ },
  { region: 'NG', points: 2, mark: /₦/ },
  { region: 'AU', points: 2, mark: /\bAUD\b|\bA\$\s?\d/ },
  { region: 'CA', points: 2, mark: /\bCAD\b|\bC\$\s?\d/ },
  { region: 'US', points: 2, mark: new RegExp(`\\b(?:${STATES})\\.?,? \\d{5}(?:-\\d{4})?\\b`) },
  { region: 'GB', points: 2, mark: /\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b/ },
  { region: 'CA', points: 2, mark: /\b[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d\b/ },
  { region: 'AU', points: 3, mark: /\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}\b|\bABN\b/ },
  { region: 'BR', points: 2, mark: /\b\d{5}-\d{3}\b|\b\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}\b/ },
  { region: 'NL', points: 2, mark: /\b[1-9]\d{3} [A-Z]{2}\b/ },
  { region: 'DE', points: 2, mark: /\bD-\d{5}\b|\bHRB \d|\bUSt-?Id/i },
  { region: 'PT', points: 1, mark: /\b\d{4}-\d{3} \p{Lu}/u },
]
