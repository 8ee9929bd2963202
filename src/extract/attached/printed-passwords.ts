/** The word for it in the languages scam mail is written in. */
const CUE =
  /pass(?:word|code|wort|phrase)|\bpwd\b|\bpin\b|\bsenha\b|contrase(?:ñ|n)a|\bclave\b|kenn?wort|mot de passe|wachtwoord|\bcode\b/giu

const REACH = 120
const MOST_CUES = 20
const MOST_WORDS = 24

/**
 * Words that may be the password a mail prints for its own attachment: those that follow the word
 * for it, likeliest first.
 * @example printedPasswords('Open it with the password: 7791 today') // => ['7791', 'today']
 */
export function printedPasswords(text: string): string[] {
  const words = new Set<string>()
  for (const cue of [...text.matchAll(CUE)].slice(0, MOST_CUES)) {
    const after = text.slice(cue.index + cue[0].length, cue.index + cue[0].length + REACH)
    for (const word of after.split(/\s+/).slice(0, 8)) {
      const bare = word.replace(/^["'“”‘’«»(<[:=*]+|["'“”‘’«»)>\],.;:*]+$/gu, '')
      for (const one of [bare.slice(Math.max(bare.lastIndexOf(':'), bare.lastIndexOf('=')) + 1), bare]) {
        if (one.length >= 3 && one.length <= 64) words.add(one)
      }
    }
  }
  // What holds a digit is a password sooner than a word of the language.
  const likely = [...words].sort((a, b) => Number(/\d/.test(b)) - Number(/\d/.test(a)))
  return likely.slice(0, MOST_WORDS)
}
