/** The word for it in the languages scam mail is written in. */
const CUE =
  /pass(?:word|code|wort|phrase|key)|\bpwd\b|\bpw\b|\bpin\b|\bsenha\b|contrase(?:ñ|n)a|\bclave\b|kenn?wort|mot de passe|wachtwoord|\bc(?:o|ó)d(?:e|igo)\b|zugangscode|toegangscode/giu

const REACH = 120
const MOST_CUES = 20
const MOST_WORDS = 24
/** Words of the beginning that hold digits, in the order they stand: sender, subject and the first lines name ids. */
const MOST_IDS = 12
const BEGINNING = 2_000

/**
 * Words that may be the password a mail prints for its own attachment: those that follow the word for it, likeliest
 * first; then ids that stand at its beginning, for mails that say "your case number opens it".
 * @example printedPasswords('Open it with the password: 7791 today') // => ['7791', 'today']
 */
export function printedPasswords(text: string): string[] {
  const words = new Set<string>()
  for (const cue of [...text.matchAll(CUE)].slice(0, MOST_CUES)) {
    const after = text.slice(cue.index + cue[0].length, cue.index + cue[0].length + REACH)
    for (const quoted of after.matchAll(/["“”„«'‘]([^"“”„«»'’\n]{3,64})["”“»'’]/gu)) words.add(quoted[1] ?? '')
    for (const word of after.split(/\s+/).slice(0, 8)) {
      const bare = bareWord(word)
      for (const one of [bare.slice(Math.max(bare.lastIndexOf(':'), bare.lastIndexOf('=')) + 1), bare]) {
        if (one.length >= 3 && one.length <= 64) words.add(one)
      }
    }
  }
  // What holds a digit is a password sooner than a word of the language.
  const likely = [...words].sort((a, b) => Number(/\d/.test(b)) - Number(/\d/.test(a)))
  const ids = text
    .slice(0, BEGINNING)
    .split(/\s+/)
    .map((word) => bareWord(word).replace(/^#/, ''))
    .filter((word) => /^(?=.*\d)[\p{L}\d][\p{L}\d./_-]{2,31}$/u.test(word))
  return [...new Set([...likely.slice(0, MOST_WORDS), ...ids.slice(0, MOST_IDS)])]
}

/** A word without the marks around it. */
function bareWord(word: string): string {
  return word.replace(/^["'“”‘’«»(<[:=*]+|["'“”‘’«»)>\],.;:*]+$/gu, '')
}
