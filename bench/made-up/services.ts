import { fill } from '../../src/simulate/phrases.ts'
import type { Random } from '../../src/simulate/random.ts'
import { escapeHtml } from '../../src/simulate/write-html.ts'
import { draftOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { fillGenuine } from './genuine.ts'
import { lettersOf } from './letters.ts'
import type { Letter } from './letters.ts'
import type { Asked } from './lures.ts'
import { bytesOf } from './made-up-mail.ts'
import type { MadeUpMail } from './made-up-mail.ts'

/** Each service is misused so often, and used honestly once. */
const TIMES = 2
/** Of those, the service's page is markup now and then, plain text else. */
const HTML = 0.8

/**
 * Mail of trusted services: their own template with their own numbers, and one field that a stranger fills in. The same
 * template is sent with an honest field, too.
 */
export async function* serviceMails(
  chance: Random,
  { most = Infinity, isPlain = false }: Asked,
): AsyncGenerator<MadeUpMail> {
  for (const letter of lettersOf('services')) {
    const name = `${letter.language}-${letter.kind}`
    for (let time = 0; time < Math.min(TIMES, most); time++)
      yield serviceMail(letter, 'Attacker', `service-${name}-${time}.eml`, chance.fork(name, time), isPlain)
    yield serviceMail(letter, 'Benign', `genuine-service-${name}.eml`, chance.fork(name, 'honest'), isPlain)
  }
}

function serviceMail(
  letter: Letter,
  filledBy: 'Attacker' | 'Benign',
  file: string,
  chance: Random,
  isPlain: boolean,
): MadeUpMail {
  const field = letter.more[filledBy]
  if (field === undefined) throw new Error(`the service ${letter.kind} has no ${filledBy}`)
  const isMisused = filledBy === 'Attacker'
  const isHtml = chance.chance(HTML)
  const draft = draftOf({ ...letter, paragraphs: [field] }, isPlain ? 'plain' : 'characters', chance)
  const template = fillGenuine(letter, draft.sentAt, chance.fork('template'))
  const words = template.paragraphs.join('\n\n')
  const decoys = template.seen.map((one) => ({ ...one, role: isMisused ? 'decoy' : 'contact' }))
  const text = words.replaceAll('{field}', fieldOf(draft, draft.shown.raw))
  const html = escapeHtml(words)
    .split('\n\n')
    .map((one) => `<tr><td style="padding:8px">${one.replace(/\n/g, '<br>')}</td></tr>`)
    .join('\n')
    .replaceAll('{field}', fieldOf(draft, draft.shown.html))
  return {
    file,
    bytes: bytesOf(
      {
        sentAt: draft.sentAt,
        fromName: letter.from,
        fromAddress: template.address,
        auth: letter.more.Auth ?? null,
        subject: template.subject,
        text,
        ...(isHtml && { html: `<html><body><table width="600">${html}</table></body></html>` }),
      },
      chance.fork('bytes'),
    ),
    label: {
      f: file,
      numbers: [
        ...(isMisused
          ? [
              {
                e164: draft.shown.number.e164,
                raw: draft.shown.raw,
                where: 'body',
                role: 'callback',
                obf: draft.shown.obf,
              },
            ]
          : []),
        ...decoys,
      ],
      toad: isMisused,
      brand: [],
      lang: letter.language,
      lure: isMisused ? 'trusted_service' : `genuine ${letter.kind}`,
      vehicle: isMisused ? 'trusted_service' : isHtml ? 'html' : 'text',
      service: letter.kind,
    },
  }
}

/** A note is one line wherever a stranger may write one. */
function fieldOf({ paragraphs }: Draft, number: string): string {
  return fill(paragraphs[0] ?? '', { number }).replace(/\n/g, ' ')
}
