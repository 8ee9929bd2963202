import type { PhoneNumber } from 'libphonenumber-js/max'
import type { Found } from '../src/model/mention.ts'
import type { Region } from '../src/model/phone-number.ts'

/** A match of Google's in a text, and what we have in its place. */
export type Match = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly google: PhoneNumber
  readonly ours: Found | null
  readonly regions: readonly Region[]
}

type View = Match & { readonly before: string; readonly raw: string; readonly after: string }
type Verdict = { readonly verdict: string; readonly holds: (view: View) => boolean }

const WINDOW = 60
const ID =
  /(?:\b(?:case|order|invoice|ticket|code|c[oó]digo|cod|id|ids|ref|reference|kunden-?nr|kundennummer|account|konto|hrb|issn|isbn|protocol|protocolo|number|nr|no|transaction|customer|member|pmid|boleto|cnpj|cpf|vat|doi|sku|version|serial|bytes|size|key|pin)|№|#)[\s.:#№(\p{Pd}]*(?:\d[\d\s-]{0,8})?$/iu

/**
 * Why a match is no telephone number, or why ours is the better reading: told from the text around it alone, without a
 * look at how the finder came to its answer.
 */
const VERDICTS: readonly Verdict[] = [
  {
    verdict: 'the same number, read in another country that the message tells',
    holds: ({ ours, google }) => ours !== null && sameEnd(ours.number, google.number),
  },
  {
    verdict: 'part of a longer number that we have whole',
    holds: ({ ours, start, end }) => ours !== null && ours.end - ours.start > end - start,
  },
  { verdict: 'in a web or mail address', holds: isInAddress },
  { verdict: 'part of a longer token of letters and digits', holds: isInToken },
  { verdict: 'address of a machine', holds: ({ raw }) => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(raw) },
  {
    verdict: 'date or time',
    holds: ({ raw, after, before }) =>
      /^\(?\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\)?$/.test(raw) ||
      /^(?:19|20)\d\d[-./\s](?:0?[1-9]|1[0-2])\b/.test(raw) ||
      (/(?:19|20)\d\d \d\d?$/.test(raw) && /^:\d\d/.test(after)) ||
      /(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*\.?,? $/i.test(before),
  },
  { verdict: 'a span of years', holds: ({ raw }) => /^(?:19|20)\d{2}[-–/ ]+(?:19|20)\d{2}/.test(raw) },
  {
    verdict: 'a quantity or an amount of money',
    holds: ({ before, raw, after }) =>
      /^\d+[.,]\d+$/.test(raw) ||
      /\p{Sc}\s?$/u.test(before) ||
      /^(?:=\s?\p{Sc}|[.,]\d{1,2}\b|\s?(?:USDT?|EUR|BTC|ETH|bytes|[KMG]B|%))/u.test(after),
  },
  { verdict: 'behind a word for an id, an order or an account', holds: ({ before }) => ID.test(before) },
  {
    verdict: 'a row of figures',
    holds: ({ before, raw, after }) =>
      /\s{2,}|\t/.test(raw) || /(?:\d+[\s\t]+){2}$/.test(before) || /^(?:[\s\t]+\d+){2}/.test(after),
  },
  {
    verdict: 'bare digits that nothing calls a telephone number',
    holds: ({ raw, before, after }) =>
      /^\d+$/.test(raw) &&
      !/(?:call|phone|tel|text|ring|dial|mobile|sms)[\s\p{P}]*$/iu.test(before) &&
      !/^\s*(?:mobile|fax)/i.test(after),
  },
]

/** The verdict on a match we do not have; `unexplained` where no class holds, which calls for a look by a person. */
export function whyNoNumber(match: Match): string {
  const { text, start, end } = match
  const view = {
    ...match,
    before: text.slice(Math.max(0, start - WINDOW), start),
    raw: text.slice(start, end),
    after: text.slice(end, end + WINDOW),
  }
  return VERDICTS.find(({ holds }) => holds(view))?.verdict ?? 'unexplained'
}

function sameEnd(one: string, other: string): boolean {
  return one.slice(-6) === other.slice(-6)
}

function isInAddress({ text, start, after }: View): boolean {
  const word = /[^\s<>"]*$/.exec(text.slice(Math.max(0, start - 600), start))?.[0] ?? ''
  return /:\/\/|www\.|[?&]\w*=/.test(word) || /^[\w.-]*@\w/.test(after) || /[\w.-]@[\w.-]*$/.test(word)
}

function isInToken({ before, raw, after }: View): boolean {
  if (/^[\p{L}_]/u.test(after) || /[\p{L}_]$/u.test(before)) return true
  const glued = `${/[\p{L}\d_.-]*$/u.exec(before)?.[0] ?? ''}${raw}${/^[\p{L}\d_.-]*/u.exec(after)?.[0] ?? ''}`
  return /\p{L}/u.test(glued)
}
