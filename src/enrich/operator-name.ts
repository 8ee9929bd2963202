/** Forms of companies, which tell nothing of who they are; at the end of a name. */
const FORMS_BEHIND: ReadonlySet<string> = new Set(
  (
    'inc llc ltd limited plc corp corporation co company lp llp gmbh mbh kg ag se sas sasu sarl eurl sa nv bv bvba sprl ' +
    'srl spa oy oyj ab as asa aps ou pty pte pvt private ltda eireli kft zrt doo dd ad ood eood'
  ).split(' '),
)
/** The same where they stand before it, as Slavic languages have them. */
const FORMS_BEFORE: ReadonlySet<string> = new Set('ооо пао ао оао зао ип тоо ooo pao pjsc ojsc jsc'.split(' '))
const FORMS_WRITTEN_OUT =
  /^(?:(?:публичное |открытое |закрытое )?акционерное общество|общество с ограниченнои ответственностью) /
/** `L.L.C.`, `s.r.o.`: letters that stand for words are one. */
const INITIALS = /\b(?:\p{L}\.){2,}(?:\p{L}\b)?|\b\p{L}\/\p{L}\b/gu
/** How registers of North America tell subsidiaries apart: `ONVOY, LLC - IL`. */
const STATE = /\s-\s?[A-Z]{2}$/

/**
 * The words of a company's name, as they can be compared: small letters without accents, punctuation or forms of
 * companies.
 *
 * @example operatorWords('ПАО "МТС"') // => ['мтс']
 * @example operatorWords('Level 3 Communications, LLC - CA') // => ['level', '3', 'communications']
 */
export function operatorWords(name: string): readonly string[] {
  const plain = name
    .slice(0, MOST_CHARACTERS)
    .replace(STATE, '')
    .replace(INITIALS, (letters) => letters.replaceAll(/[./]/g, ''))
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(FORMS_WRITTEN_OUT, '')
  const words = plain === '' ? [] : plain.split(' ')
  let [first, end] = [0, words.length]
  while (end - first > 1 && FORMS_BEHIND.has(words[end - 1] as string)) end--
  while (end - first > 1 && FORMS_BEFORE.has(words[first] as string)) first++
  return words.slice(first, end)
}

/** Longer than any name of a register. */
const MOST_CHARACTERS = 300
