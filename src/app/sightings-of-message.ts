import { ATTACHED, domainOf } from '../model/message.ts'
import type { Attachment } from '../model/message.ts'
import type { Place, ScannedMessage } from '../model/scanned-message.ts'
import { sighting } from '../model/sighting.ts'
import type { Sighting, SightingAttributes } from '../model/sighting.ts'

/** Longer ones are cut: what is kept of a subject or a PDF's make is to tell it from others. */
const [SUBJECT_LENGTH, KIT_LENGTH] = [200, 400]

/**
 * What a message that is held to be scam says about the numbers in it: one sighting for each number, each vehicle and
 * each attachment it stands in; it is hidden there where no place of that vehicle shows it. Every number is kept, with its
 * role; the role, not the message, tells whose number it is: a decoy, a signature's contact or a hidden number is
 * remembered and accuses nobody.
 *
 * In: source, the mailbox it came from; seenAt, when the message was, Unix milliseconds.
 */
export function sightingsOf(message: ScannedMessage, source: string, seenAt: number): Sighting[] {
  const { verdict, from, replyTo, template, sketch, subject } = message
  const [brand] = verdict.brands
  const scenario = scenarioOf(message)
  const senderDomain = domainOf(from)
  const shared = {
    seenAt,
    source,
    message: message.id,
    ...(brand && { brand }),
    ...(template && { template }),
    ...(sketch && { sketch }),
    ...(subject && { subject: subject.slice(0, SUBJECT_LENGTH) }),
    ...(senderDomain && { senderDomain }),
    ...(replyTo && { replyTo }),
    ...(scenario && { scenario }),
  }
  const attachments = new Map(message.attachments.map((each) => [each.hash, each]))
  return message.numbers.flatMap(({ e164, role, where }) =>
    vehiclesOf(where).map(({ part, attachment, visible }) =>
      sighting({
        ...shared,
        number: e164,
        channel: ATTACHED.has(part) ? 'scam_email_attachment' : 'scam_email_body',
        role: visible ? role : 'other',
        vehicle: part,
        ...(!visible && { hidden: true }),
        ...(attachment && { attachment }),
        ...makeOf(attachments.get(attachment ?? '')),
      }),
    ),
  )
}

/** What tells an attachment's maker though its bytes are new each time. */
function makeOf(attachment: Attachment | undefined): Pick<SightingAttributes, 'picture' | 'pdfKit'> {
  const { pictureHash, pdf } = attachment ?? {}
  return {
    ...(pictureHash && { picture: pictureHash }),
    ...(pdf && { pdfKit: `${pdf.producer} | ${pdf.pages} | ${pdf.shape}`.slice(0, KIT_LENGTH) }),
  }
}

/** The place that stands for each vehicle: the first that shows the number, else the first. */
function vehiclesOf(where: readonly Place[]): Place[] {
  const vehicles = new Map<string, Place>()
  for (const place of where) {
    const vehicle = `${place.part} ${place.attachment ?? ''}`
    const known = vehicles.get(vehicle)
    if (!known || (place.visible && !known.visible)) vehicles.set(vehicle, place)
  }
  return [...vehicles.values()]
}

function scenarioOf({ verdict }: ScannedMessage): string | null {
  if (verdict.callbackPhishing) return 'callback_phishing'
  return verdict.theme === 'advance_fee' ? 'advance_fee' : null
}
