import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { distinctNumbers, mailIn, readLabels } from '../../bench/labelled-mail.ts'
import { scan } from '../../src/app/scan.ts'
import { collectMessages } from '../../src/collect/messages.ts'

const SCAM = fileURLToPath(new URL('../../../shared/data/mail/scam', import.meta.url))
const isThere = existsSync(SCAM)
if (!isThere && !process.env.CI) console.warn(`skipped: accuracy on real mail, because ${SCAM} is not there`)

const share = (part: number, whole: number): number => part / (whole || 1)

test.skipIf(!isThere && !process.env.CI)(
  'real scam mail is read as well as people read it',
  { timeout: 120_000 },
  async () => {
    const labels = new Map(readLabels(SCAM).map((label) => [label.f, label]))
    const seen = { right: 0, found: 0, labelled: 0 }
    const lures = { right: 0, found: 0, labelled: 0 }
    for await (const { file, numbers, verdict } of scan(collectMessages(mailIn(SCAM)), { pictures: 'off' })) {
      const label = labels.get(basename(file))
      if (!label) continue
      const wanted = new Set(distinctNumbers(label).map(({ e164 }) => e164))
      const found = numbers.filter(({ visible }) => visible)
      seen.labelled += wanted.size
      seen.found += found.length
      seen.right += found.filter(({ e164 }) => wanted.has(e164)).length
      lures.labelled += Number(label.toad)
      lures.found += Number(verdict.callbackPhishing)
      lures.right += Number(label.toad && verdict.callbackPhishing)
    }
    expect(share(seen.right, seen.labelled)).toBeGreaterThanOrEqual(0.85)
    expect(share(seen.right, seen.found)).toBeGreaterThanOrEqual(0.9)
    expect(share(lures.right, lures.labelled)).toBeGreaterThanOrEqual(0.9)
    expect(share(lures.right, lures.found)).toBeGreaterThanOrEqual(0.95)
  },
)
