import type { LureFacts } from '../model/verdict.ts'
import { mainAmount } from './amount.ts'
import type { Lure } from './lure.ts'
import { pretextId } from './pretext-id.ts'

/** Words quoted to show what asks for the call. */
const MAX_WORDS_LENGTH = 160
/** What stands before a call to action: the end of a sentence, or an empty line. */
const SENTENCE_END = /[.!?](?=\s)|\n\s*\n/g

/** The pieces of a lure that mails of one campaign share, taken from the sender's own words. */
export function factsOf(lure: Lure, isCallback: boolean): LureFacts {
  return {
    service: lure.sentBy?.id ?? null,
    impersonates: lure.brands
      .filter(({ isSender }) => !isSender)
      .map(({ brand, places }) => ({ brand: brand.id, in: [...places] })),
    amount: mainAmount(lure.text),
    pretextId: pretextId(lure.text),
    callToAction: isCallback ? callToAction(lure) : null,
    isUrgent: lure.wordings.has('urgency'),
  }
}

/** The sentence around the number that is most plainly to be called. */
function callToAction({ callable, seen }: Lure): LureFacts['callToAction'] {
  const asked =
    callable.find(({ asking }) => asking === 'demand') ??
    callable.find(({ asking }) => asking === 'support') ??
    callable[0]
  if (!asked) return null
  const { number, part, start, end } = asked.mention
  const text = seen[part] ?? ''
  const before = text.slice(Math.max(0, start - MAX_WORDS_LENGTH), start)
  const from = [...before.matchAll(SENTENCE_END)].at(-1)
  const words = before.slice(from ? from.index + from[0].length : 0) + text.slice(start, end)
  return { number, words: words.replace(/\s+/g, ' ').trim() }
}
