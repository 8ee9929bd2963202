import type { Mention } from '../model/mention.ts'
import type { Message } from '../model/message.ts'
import type { Reference } from '../model/reference.ts'
import type { Verdict } from '../model/verdict.ts'
import { factsOf } from './facts.ts'
import { readLure } from './lure.ts'
import { rolesOf } from './roles.ts'
import { sketchOf } from './sketch.ts'
import { weigh } from './signals.ts'
import { templateOf } from './template.ts'
import { templateWords } from './template-words.ts'
import { themeOf } from './theme.ts'

const PLACES = 1_000

/**
 * A lure in words that the tables do not know yet scores lower than it should, genuine mail hardly higher: so what is
 * below even odds is said with less certainty. Set on mail the rules had not seen (log loss 0.276 without, 0.213 with).
 */
const DOUBT = 0.6

/**
 * Says what a message is up to, from what its reader sees: whether it wants a number called about a pretext, which
 * brand it borrows, and what each number in it is for.
 *
 * In:  mentions, all numbers found in the message, hidden ones too.
 * Out: callback phishing where it is more likely than not; confidence rounded to a thousandth.
 */
export function judge(message: Message, mentions: readonly Mention[], reference: Reference): Verdict {
  const lure = readLure(message, mentions, reference)
  const { logOdds, signals } = weigh(lure)
  const callbackPhishing = logOdds > 0
  const roles = rolesOf(lure, callbackPhishing)
  const inBody = templateWords(lure.body)
  const words = inBody.length > 0 ? inBody : templateWords(lure.text)
  return {
    callbackPhishing,
    confidence: confidenceOf(logOdds),
    theme: themeOf(lure),
    brands: lure.brands.map(({ brand }) => brand.id),
    signals,
    facts: factsOf(lure, callbackPhishing),
    roles: roles.map(({ role }) => role),
    roleReasons: roles.map(({ why }) => why),
    template: templateOf(words),
    sketch: sketchOf(words),
  }
}

function confidenceOf(logOdds: number): number {
  const told = logOdds > 0 ? logOdds : logOdds * DOUBT
  return Math.round(PLACES / (1 + Math.exp(-told))) / PLACES
}
