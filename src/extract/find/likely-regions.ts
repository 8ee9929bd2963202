import type { Message } from '../../model/message.ts'
import type { Region } from '../../model/phone-number.ts'
import { isRegion } from '../../model/phone-number.ts'
import { findNumbers } from './find-numbers.ts'
import { countriesNamed, MARKS } from './region-signs.ts'
import { regionsOfLanguage } from './regions-of-language.ts'

/** More would only make numbers out of ids. */
const MAX_REGIONS = 4
/** Who writes, and to whom, shows in the first screens. */
const SAMPLE_CHARACTERS = 8_000

/** Lures are rented by the number, and most numbers are North American, whatever the language around them. */
const LAST_RESORT: Region = 'US'

const POINTS = { numberWithCode: 3, named: 2, firstOfLanguage: 3, ofLanguage: 1, domain: 2, locale: 2, fallback: 3 }

/** Country domains that the world uses as generic ones. */
const GENERIC_DOMAINS = new Set('ai co fm gg io la me mu nu sh to tv ws cc ly gl ac'.split(' '))

/**
 * Works out which countries a message may take for granted when it gives a number without its calling code: what
 * would the victim dial?
 *
 * Out: most likely first, at most MAX_REGIONS and LAST_RESORT, which is also what remains without any sign.
 */
export function likelyRegions(message: Message, fallback: Region | null): Region[] {
  const points = new Map<Region, number>()
  const give = (region: Region, more: number): void => void points.set(region, (points.get(region) ?? 0) + more)

  const text = sampleOf(message)
  for (const region of regionsOfNumbers(text)) give(region, POINTS.numberWithCode)
  for (const region of countriesNamed(text)) give(region, POINTS.named)
  for (const { region, points: more, mark } of MARKS) if (mark.test(text)) give(region, more)
  for (const [rank, region] of regionsOfLanguage(text).entries())
    give(region, rank === 0 ? POINTS.firstOfLanguage : POINTS.ofLanguage)
  for (const [, code = ''] of text.matchAll(/(?<![a-z])[a-z]{2}[-_]([A-Z]{2})(?![A-Za-z])/g)) {
    if (isRegion(code)) points.set(code, Math.max(points.get(code) ?? 0, POINTS.locale))
  }
  for (const address of [message.from.address, message.replyTo ?? '']) {
    const region = regionOfDomain(address)
    if (region) give(region, POINTS.domain)
  }
  if (fallback) give(fallback, POINTS.fallback)
  const regions = [...points].sort((a, b) => b[1] - a[1]).map(([region]) => region)
  return [...new Set<Region>([...regions.slice(0, MAX_REGIONS), LAST_RESORT])]
}

/** The countries of the numbers that give theirs; a trunk prefix in front says that they do not. */
function regionsOfNumbers(text: string): Set<Region> {
  const withCode = findNumbers(text, []).filter(({ raw }) => !/^\D{0,2}0[1-9]/.test(raw))
  return new Set(withCode.map(({ region }) => region).filter((region) => region !== null))
}

/** The beginning of what the reader sees of each part. */
function sampleOf(message: Message): string {
  const pieces: string[] = []
  let left = SAMPLE_CHARACTERS
  for (const part of message.parts) {
    let at = 0
    for (const span of [
      ...part.hidden.slice(0, SAMPLE_CHARACTERS),
      { start: part.text.length, end: part.text.length },
    ]) {
      if (left <= 0) break
      const piece = part.text.slice(at, Math.min(span.start, at + left))
      pieces.push(piece)
      left -= piece.length + 1
      at = Math.max(at, span.end)
    }
  }
  return pieces.join('\n')
}

function regionOfDomain(address: string): Region | null {
  const ending = address.slice(address.lastIndexOf('.') + 1).toLowerCase()
  if (GENERIC_DOMAINS.has(ending)) return null
  const code = ending === 'uk' ? 'GB' : ending.toUpperCase()
  return isRegion(code) ? code : null
}
