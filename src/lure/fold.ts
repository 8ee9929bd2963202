/** A Latin letter, then what is drawn like it and NFKD leaves alone: Cyrillic, Greek, small capitals. Source: Unicode TR39. */
const DRAWN_ALIKE = (
  'aаɑαᴀ AАΑ bвʙ BВΒ cсϲᴄ CСϹ dԁᴅ eеєᴇ EЕΕ fғꜰ gɡɢ hһʜ HНΗ iіıɪι IІΙ jјᴊ JЈ kкᴋκ KКΚ lӏʟ mмᴍ MМΜ nɴո NΝ ' +
  'oоοᴏσ OОΟ pрρᴘ PРΡ qԛ rʀгᴦ sѕꜱ SЅ tтτᴛ TТΤ uυᴜս vѵνᴠ wԝᴡ xхχ XХΧ yуγʏ YУΥ zᴢ ZΖ'
).split(' ')

const LETTER_OF = new Map(DRAWN_ALIKE.flatMap(([letter = '', ...drawn]) => drawn.map((alike) => [alike, letter])))

const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u034f\u115f\u1160\u3164]/gu
const SPACED_LETTERS = /(?<![\p{L}\p{N}])(?:\p{L} ){3,40}\p{L}(?![\p{L}\p{N}])/gu

/**
 * Writes a text the way its reader reads it: look-alike letters become the letters they are drawn like, accents and
 * what cannot be seen go, `C o i n b a s e` closes up. Case and line breaks stay.
 *
 * @example fold('Ｃоіnbаѕе') // => 'Coinbase'
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(INVISIBLE, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => LETTER_OF.get(letter) ?? letter)
    .replace(/[‘’ʼ′`´]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(SPACED_LETTERS, (spaced) => spaced.replaceAll(' ', ''))
}
