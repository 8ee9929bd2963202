import { describe, expect, test } from 'vitest'
import { loadReference } from '../src/collect/reference.ts'
import { judge } from '../src/lure/judge.ts'
import { mentionsOf, message, part } from './hand-made-message.ts'

/** Genuine mail with a number in it: who sends it, what it is about, what it says. */
export type Genuine = readonly [name: string, address: string, subject: string, words: string, number: string]

const reference = await loadReference()

/** Claims of mails of one kind that none of them is callback phishing. */
export function areGenuine(kind: string, mails: readonly Genuine[]): void {
  describe(`${kind} is no callback phishing`, () => {
    test.each(mails)('from %s <%s>, %s', (name, address, subject, words, number) => {
      const mail = message([part('body', words)], { name, address }, subject)
      const verdict = judge(mail, mentionsOf(mail, number), reference)
      expect(verdict).toMatchObject({ callbackPhishing: false })
      expect(verdict.roles).not.toContain('callback')
    })
  })
}
