import { ATTACHED, domainOf } from '../model/message.ts'
import type { PartKind } from '../model/message.ts'
import type { Place, ScannedMessage } from '../model/scanned-message.ts'
import { sighting } from '../model/sighting.ts'
import type { Sighting } from '../model/sighting.ts'

/**
 * What a message that is held to be scam says about the numbers in it: one sighting for each number and each vehicle
 * it stands in. Every number is kept, with its role; the role, not the message, tells whose number it is: a decoy, a
 * signature's contact or a hidden number is remembered and accuses nobody.
 *
 * In: source, the mailbox it came from; undatedAt, the time of a message that does not say its own, Unix milliseconds.
 */
export function sightingsOf(message: ScannedMessage, source: string, undatedAt: number): Sighting[] {
  const { verdict, from, replyTo, template } = message
  const [brand] = verdict.brands
  const scenario = scenarioOf(message)
  const senderDomain = domainOf(from)
  const shared = {
    seenAt: message.receivedAt ?? message.sentAt ?? undatedAt,
    source,
    message: message.id,
    ...(brand && { brand }),
    ...(template && { template }),
    ...(senderDomain && { senderDomain }),
    ...(replyTo && { replyTo }),
    ...(scenario && { scenario }),
  }
  return message.numbers.flatMap(({ e164, role, visible, where }) =>
    firstOfEachVehicle(where).map(({ part, attachment }) =>
      sighting({
        ...shared,
        number: e164,
        channel: ATTACHED.has(part) ? 'scam_email_attachment' : 'scam_email_body',
        role: visible ? role : 'other',
        vehicle: part,
        ...(!visible && { hidden: true }),
        ...(attachment && { attachment }),
      }),
    ),
  )
}

function firstOfEachVehicle(places: readonly Place[]): Place[] {
  const vehicles = new Map<PartKind, Place>()
  for (const place of places) if (!vehicles.has(place.part)) vehicles.set(place.part, place)
  return [...vehicles.values()]
}

function scenarioOf({ verdict }: ScannedMessage): string | null {
  if (verdict.callbackPhishing) return 'callback_phishing'
  return verdict.theme === 'advance_fee' ? 'advance_fee' : null
}
