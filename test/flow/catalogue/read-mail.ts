import { bytesOf } from '../../../bench/made-up/made-up-mail.ts'
import type { Sheet } from '../../../bench/made-up/made-up-mail.ts'
import { PATIENCE_MILLIS } from '../../../bench/judged.ts'
import { scan } from '../../../src/app/scan.ts'
import type { RawMessage } from '../../../src/collect/messages.ts'
import type { ScannedMessage, ScannedNumber } from '../../../src/model/scanned-message.ts'
import { random } from '../../../src/simulate/random.ts'

/** What of a mail a test says; the rest is of no matter to it. */
export type Words = Partial<Sheet>

/** A mail with these words. */
export function mailOf(words: Words): Uint8Array {
  const sheet: Sheet = {
    sentAt: Date.UTC(2026, 2, 2, 10),
    fromName: 'Billing Desk',
    fromAddress: 'desk@mail-desk.example',
    auth: null,
    subject: 'Your order',
    ...words,
  }
  return bytesOf(sheet, random('catalogue'))
}

/** Hands mails in at the front door, all of them at once, and gives back what is said of each. */
export async function readMails(
  mails: ReadonlyMap<string, Uint8Array>,
): Promise<(name: string) => ScannedMessage & { readonly seen: readonly string[] }> {
  async function* door(): AsyncGenerator<RawMessage> {
    for (const [file, bytes] of mails) yield { file, bytes: Uint8Array.from(bytes) }
  }
  const read = new Map<string, ScannedMessage>()
  for await (const message of scan(door(), { timeLimitMillis: PATIENCE_MILLIS })) read.set(message.file, message)
  return (name) => {
    const message = read.get(name)
    if (!message) throw new Error(`${name} was not read`)
    return { ...message, seen: message.numbers.filter(isSeen).map(({ e164 }) => e164) }
  }
}

const isSeen = ({ visible }: ScannedNumber): boolean => visible
