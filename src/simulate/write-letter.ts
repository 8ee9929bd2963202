import { fillerCompanies } from './companies.ts'
import type { Company } from './companies.ts'
import { draftOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { headers } from './envelope.ts'
import type { Label, SimulatedMail } from './label.ts'
import type { Letter } from './letters.ts'
import { writeMime } from './mime.ts'
import type { MimePart } from './mime.ts'
import { fill } from './phrases.ts'
import type { Phrases } from './phrases.ts'
import { random } from './random.ts'
import { VEHICLE_WRITERS } from './vehicles.ts'
import { writeHtml } from './write-html.ts'
import type { PaintPage } from './write-pdf.ts'

const UNRELATED_TEXT = 0.15

/**
 * Writes a letter as a mail, with the truth of what its reader sees.
 *
 * In: companies, whose newsletters are stolen; paintPage, for numbers that stand only in pictures.
 */
export async function writeLetter(
  letter: Letter,
  companies: readonly Company[],
  paintPage: PaintPage,
  file: string,
): Promise<SimulatedMail> {
  const chance = random(`mail/${letter.id}`)
  // Letters that share an attachment share its words to the byte.
  const draft = draftOf(letter, random(`mail/${letter.attachment ?? letter.id}`))
  const { words } = draft
  const writer = VEHICLE_WRITERS[letter.vehicle]
  const footer = letter.officialLine ? `${words.wording.officialLine}: ${letter.officialLine}` : null
  const text = [
    ...words.paragraphs,
    ...(writer.isInText ? [draft.call] : []),
    words.closing,
    ...(footer ? [footer] : []),
  ]
  const isUnrelated = writer.html !== null && chance.chance(UNRELATED_TEXT)
  const parts: MimePart[] = [
    {
      type: 'text/plain; charset=utf-8',
      body: isUnrelated ? words.wording.otherText : text.join('\n\n'),
      encoding: chance.pick(['base64', 'quoted-printable']),
    },
  ]
  if (writer.html) {
    const html = writeHtml(
      {
        title: letter.brand.name,
        paragraphs: words.paragraphs,
        call: writer.html(draft, chance),
        footer: [words.closing, ...(footer ? [footer] : [])].join(' · '),
        filler: letter.habits.filler === null ? null : newsletter(letter.habits.filler, words, companies),
      },
      letter.dialect.choices[6] ?? 0,
    )
    parts.push({ type: 'text/html; charset=utf-8', body: html, encoding: 'quoted-printable' })
  }
  const attached = await writer.attach?.(draft, paintPage)
  const raws = draft.shown.map(({ raw }) => raw).join(' / ')
  const head = headers({
    id: letter.id,
    sentAt: letter.sentAt,
    fromName:
      letter.vehicle === 'sender_name'
        ? `${letter.brand.name} ${raws}`
        : `${letter.brand.name} ${words.wording.helpLine}`,
    fromAddress: `${letter.brand.id.replace(/_/g, '-')}.${letter.id.slice(-4)}@${letter.senderDomain}`,
    replyTo: letter.habits.replyTo,
    subject: letter.vehicle === 'subject' ? `${words.subject} - ${raws}` : words.subject,
  })
  const body = { subtype: 'alternative', parts } as const
  const root = attached
    ? ({ subtype: attached.contentId ? 'related' : 'mixed', parts: [body, attached] } as const)
    : body
  return {
    file,
    bytes: writeMime(head, root, `=_${letter.id.slice(0, 24)}`),
    label: labelOf(file, draft),
  }
}

function newsletter(filler: number, words: Phrases, companies: readonly Company[]): string {
  return fillerCompanies(companies, filler)
    .map(({ name, number }) => fill(words.wording.newsletter, { company: name, number }))
    .join(' ')
}

function labelOf(file: string, { letter, shown }: Draft): Label {
  const { officialLine, operator, brand, habits, vehicle } = letter
  const { where, isPicture } = VEHICLE_WRITERS[vehicle]
  return {
    f: file,
    numbers: [
      ...shown.map(({ number, raw, disguise }) => ({
        e164: number,
        raw: where === 'tel_link' ? `tel:${number}` : raw,
        where,
        role: 'callback' as const,
        obf: [...(disguise === 'none' || where === 'tel_link' ? [] : [disguise]), ...(isPicture ? ['image_only'] : [])],
      })),
      ...(officialLine
        ? [{ e164: officialLine, raw: officialLine, where: 'body', role: 'decoy', obf: [] } as const]
        : []),
    ],
    toad: true,
    brand: [brand.name],
    lang: habits.language,
    lure: brand.theme,
    unsure: '',
    operator: operator.id,
  }
}
