import { LANGUAGES } from './cast.ts'
import type { Company } from './companies.ts'
import { headers } from './envelope.ts'
import type { SimulatedMail } from './label.ts'
import { writeMime } from './mime.ts'
import { detailsOf, fill } from './phrases.ts'
import { random } from './random.ts'
import { GENUINE } from './wording-genuine.ts'
import { writeHtml } from './write-html.ts'

/** Writes genuine mail of a company, with its number in it: what a reader of scam mail must leave alone. */
export function writeGenuine(company: Company, id: string, sentAt: number, file: string): SimulatedMail {
  const chance = random(`genuine/${id}`)
  const language = chance.pick(LANGUAGES)
  const details = { ...detailsOf(language, sentAt, chance), company: company.name, number: company.number }
  const said = chance.pick(GENUINE[language])
  const paragraphs = said.paragraphs.map((paragraph) => fill(paragraph, details))
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
    subject: fill(said.subject, details),
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
      lang: language,
      lure: 'genuine mail',
      unsure: '',
      operator: null,
    },
  }
}
