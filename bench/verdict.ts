import { loadReference } from '../src/collect/reference.ts'
import { findMentions } from '../src/extract/find/find-mentions.ts'
import { judge } from '../src/lure/judge.ts'
import type { Reference } from '../src/model/reference.ts'
import { messageOf, writtenMails } from './written-mail.ts'
import type { WrittenMail } from './written-mail.ts'

/** What one round of written mails says of the verdict and the roles. */
function measure(mails: readonly WrittenMail[], reference: Reference): string {
  const wrong: string[] = []
  const count = { caught: 0, lures: 0, false: 0, genuine: 0, right: 0, called: 0, wanted: 0 }
  for (const mail of mails) {
    const message = messageOf(mail)
    const mentions = findMentions(message, null)
    const verdict = judge(message, mentions, reference)
    const called = new Set(mentions.flatMap(({ number }, at) => (verdict.roles[at] === 'callback' ? [number] : [])))
    const wanted: ReadonlySet<string> = new Set(mail.callback)
    const isLure = mail.callback !== undefined
    if (isLure) count.lures++
    else count.genuine++
    if (isLure && verdict.callbackPhishing) count.caught++
    if (!isLure && verdict.callbackPhishing) count.false++
    count.right += [...called].filter((number) => wanted.has(number)).length
    count.called += called.size
    count.wanted += wanted.size
    const found = mentions.map(({ number }, at) => `${number} ${verdict.roles[at]}`).join(', ')
    const codes = verdict.signals.map(({ code, points }) => `${code} ${points}`).join(', ')
    const isRight =
      isLure === verdict.callbackPhishing &&
      [...wanted].every((n) => called.has(n as never)) &&
      called.size === wanted.size
    if (!isRight)
      wrong.push(
        `  ${isLure ? 'lure' : 'genuine'} ${mail.lang} ${mail.kind}: ${verdict.confidence} [${found}] ${codes}`,
      )
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`)
  return [
    `verdict: recall ${count.caught}/${count.lures} (${share(count.caught, count.lures)}), precision ${share(count.caught, count.caught + count.false)}, false on genuine ${count.false}/${count.genuine}`,
    `role callback: precision ${share(count.right, count.called)}, recall ${share(count.right, count.wanted)}, F1 ${share(2 * count.right, count.called + count.wanted)}`,
    ...(process.argv.includes('--misses') ? wrong : []),
  ].join('\n')
}

const reference = await loadReference()
const all = writtenMails()
for (const name of new Set(all.map(({ round }) => round))) {
  console.log(
    `\n## ${name}\n${measure(
      all.filter(({ round }) => round === name).map(({ mail }) => mail),
      reference,
    )}`,
  )
}
