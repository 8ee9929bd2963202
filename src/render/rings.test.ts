import { expect, test } from 'vitest'
import { numberFromDigits } from '../model/phone-number.ts'
import type { Ring } from '../model/ring.ts'
import { ringCard, ringJson, ringSummary } from './rings.ts'

const [from, to] = [numberFromDigits(18_035_550_147), numberFromDigits(18_035_550_148)]
const ring: Ring = {
  id: 'r-0123456789ab',
  numbers: [from, to],
  links: [
    {
      kind: 'template',
      from,
      to,
      shared: 'feedfacefeedface',
      weight: 6.25,
      reasons: [
        { kind: 'template', shared: 'feedfacefeedface', weight: 4.5 },
        { kind: 'brand', shared: '', weight: -2.25 },
      ],
      messages: ['a'.repeat(64), 'b'.repeat(64)],
    },
  ],
  messages: 2,
  brands: ['norton', 'pay\u001Bpal'],
  senderDomains: ['mail.example'],
  firstSeenAt: Date.UTC(2026, 2, 2),
  lastSeenAt: Date.UTC(2026, 2, 9),
}

test('the JSON of a ring holds every number and link, and times as text', () => {
  const { firstSeenAt: _first, lastSeenAt: _last, ...rest } = ring
  expect(ringJson(ring)).toEqual({ ...rest, firstSeen: '2026-03-02T00:00:00Z', lastSeen: '2026-03-09T00:00:00Z' })
})

test('a ring in a list says what it is and what ties it', () => {
  expect(ringSummary(ring).split('\n')).toEqual([
    'r-0123456789ab  2 numbers in 2 messages, 2026-03-02 to 2026-03-09',
    '  +18035550147, +18035550148',
    '  brands norton, pay pal',
    '  senders mail.example',
    '  tied by 1 × template (such as aaaaaaaaaaaa)',
  ])
})

test('a ring alone shows each link with the messages that show it', () => {
  const known = { id: 'a'.repeat(64), seenAt: Date.UTC(2026, 2, 2), senderDomain: 'mail.example' }
  expect(ringCard(ring, [known])).toContain(
    [
      '  +18035550147 – +18035550148  6.3: same template feedfacefeed +4.5, other brand −2.3, shown by',
      '    aaaaaaaaaaaa  mail.example, 2026-03-02',
      '    bbbbbbbbbbbb',
    ].join('\n'),
  )
})
