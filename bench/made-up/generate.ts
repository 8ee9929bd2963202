import { random } from '../../src/simulate/random.ts'
import { genuineMails } from './genuine.ts'
import { lures } from './lures.ts'
import type { Asked } from './lures.ts'
import type { MadeUpMail } from './made-up-mail.ts'
import { serviceMails } from './services.ts'
import { openStudio } from './studio.ts'

/**
 * The made-up mail of a seed: lures in every vehicle, and genuine mail. The same seed gives the same bytes.
 *
 * In: onSkip, told of each kind of mail that cannot be made here, and why.
 */
export async function* generate(
  seed: string,
  onSkip: (why: string) => void,
  asked: Asked = {},
): AsyncGenerator<MadeUpMail> {
  const studio = await openStudio()
  try {
    yield* lures(random(`made-up/${seed}/lures`), studio, onSkip, asked)
    yield* serviceMails(random(`made-up/${seed}/services`), asked)
    yield* genuineMails(random(`made-up/${seed}/genuine`))
  } finally {
    await studio.close()
  }
}
