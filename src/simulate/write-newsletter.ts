import type { Company } from './companies.ts'
import { headers } from './envelope.ts'
import type { SimulatedMail } from './label.ts'
import { writeMime } from './mime.ts'
import { fill } from './phrases.ts'
import { random } from './random.ts'
import { WORDINGS } from './wording.ts'
import { writeHtml } from './write-html.ts'

/** Writes genuine mail of a company, with its number in the footer: what a reader of scam mail must leave alone. */
export function writeNewsletter(company: Company, id: string, sentAt: number, file: string): SimulatedMail {
  const chance = random(`newsletter/${id}`)
  const orderId = `${chance.between(100, 999)}-${chance.between(1_000_000, 9_999_999)}`
  const invitation = fill(WORDINGS.en.newsletter, { company: company.name, number: company.number })
  const paragraphs = [
    `Thank you for visiting ${company.name}.`,
    `Your order ${orderId} is ready; you paid $${chance.between(5, 80)}.${chance.between(10, 99)} at the counter.`,
    invitation,
  ]
  const html = writeHtml(
    { title: company.name, paragraphs, call: '', footer: company.domain, filler: null },
    chance.below(4),
  )
  const head = headers({
    id,
    sentAt,
    fromName: company.name,
    fromAddress: `hello@${company.domain}`,
    replyTo: null,
    subject: `News from ${company.name}`,
  })
  const parts = [
    { type: 'text/plain; charset=utf-8', body: paragraphs.join('\n\n'), encoding: 'quoted-printable' },
    { type: 'text/html; charset=utf-8', body: html, encoding: 'quoted-printable' },
  ] as const
  return {
    file,
    bytes: writeMime(head, { subtype: 'alternative', parts }, `=_${id.slice(0, 24)}`),
    label: {
      f: file,
      numbers: [{ e164: company.number, raw: company.number, where: 'body', role: 'contact', obf: [] }],
      toad: false,
      brand: [],
      lang: 'en',
      lure: 'genuine newsletter',
      unsure: '',
      operator: null,
    },
  }
}
