import type { SimulatedMail } from './label.ts'
import { letters } from './letters.ts'
import { random } from './random.ts'
import type { World } from './world.ts'
import { writeGenuine } from './write-genuine.ts'
import { writeLetter } from './write-letter.ts'
import type { PaintPage } from './write-pdf.ts'

/** One mail in so many is genuine. */
const GENUINE_EVERY = 8

/**
 * Mails of a world, spread evenly over its rings, with some genuine ones among them.
 *
 * In: count, at most; a small world has fewer.
 */
export async function* mails(world: World, count: number, paintPage: PaintPage): AsyncGenerator<SimulatedMail> {
  const sent: number[] = []
  for (const operator of world.operators()) {
    if (operator.habits) sent.push([...letters(world.shape, operator)].length)
  }
  const quota = quotaFor(sent, count - Math.floor(count / GENUINE_EVERY))
  let written = 0
  const nextFile = (): string => `mail-${String(++written).padStart(6, '0')}.eml`
  for (const operator of world.operators()) {
    if (!operator.habits) continue
    const all = [...letters(world.shape, operator)]
    const wanted = Math.min(all.length, quota)
    for (let at = 0; at < wanted; at++) {
      if (written >= count) return
      const letter = all[Math.floor((at * all.length) / wanted)]
      if (!letter) continue
      yield await writeLetter(letter, world.companies, paintPage, nextFile())
      if (written % GENUINE_EVERY === GENUINE_EVERY - 1 && written < count) {
        const chance = random(`${world.shape.seed}/genuine/${written}`)
        yield writeGenuine(chance.pick(world.companies), chance.hex(64), letter.sentAt, nextFile())
      }
    }
  }
}

/** The least number of letters a ring that together give what is wanted, where small rings give all they have. */
function quotaFor(sent: readonly number[], wanted: number): number {
  let quota = 0
  let given = 0
  while (given < wanted && quota < Math.max(0, ...sent)) {
    quota++
    given += sent.filter((letters) => letters >= quota).length
  }
  return quota
}
