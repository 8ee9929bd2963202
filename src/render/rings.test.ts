import { expect, test } from 'vitest'
import { numberFromDigits } from '../model/phone-number.ts'
import type { Ring, RingEvent } from '../model/ring.ts'
import { ringCard, ringEventJson, ringHistory, ringJson, ringSummary } from './rings.ts'

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

test('what became of a ring is told with the rings it happened with', () => {
  const at = Date.UTC(2026, 2, 2)
  const events: RingEvent[] = [
    { ring: 'r-a', at, kind: 'born', numbers: 2, others: [] },
    { ring: 'r-a', at: at + 86_400_000, kind: 'merged', numbers: 5, others: ['r-b', 'r-c'] },
  ]
  expect(ringHistory(events)).toBe('  2026-03-02  born, 2 numbers\n  2026-03-03  merged with r-b, r-c, 5 numbers')
  expect(ringEventJson(events[1]!)).toEqual({
    at: '2026-03-03T00:00:00Z',
    kind: 'merged',
    numbers: 5,
    others: ['r-b', 'r-c'],
  })
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
