import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import { domainOf } from '../model/message.ts'
import type { Authentication, Message } from '../model/message.ts'
import { isOpenPlatform } from '../model/open-senders.ts'
import type { Service } from '../model/reference.ts'
import { judge } from './judge.ts'
import { serviceOf, zonesOf } from './service.ts'

const reference = await loadReference()
const { services } = reference

const PAYLOAD = '+1 808 201 7788'
const OWN_LINE = '+1 480-784-2311'
const LURE =
  'Norton: your account was charged $499.99. If you did not make this payment, call us within 24 hours at ' + PAYLOAD

const addressOf = ({ addresses, domains }: Service): string => addresses[0] ?? `no-reply@${domains[0]}`

/** Mail of a service as its template is, with a stranger's words in the field, and the service's own line at the foot. */
function mailOf(service: Service, words: string, authentication?: Authentication | null): Message {
  const [[begins, ends] = [[], []]] = service.fields
  const body = [
    `${service.name} notification`,
    service.marks[0] ?? '',
    begins[0] ?? '',
    words,
    ends[0] ?? '',
    service.ends[0] ?? '',
    `${service.name} headquarters, 1 Main Street, phone ${OWN_LINE}`,
  ].join('\n')
  const address = addressOf(service)
  return {
    ...message([part('body', body)], { name: service.name, address }),
    authentication:
      authentication === undefined ? { proven: [domainOf({ name: '', address })], isRefuted: false } : authentication,
  }
}

const read = (mail: Message) => judge(mail, mentionsOf(mail, PAYLOAD, OWN_LINE), reference)

describe.each(services.map((service) => [service.id, service] as const))('mail of %s', (id, service) => {
  test('has the number that a stranger wrote as its payload, and one below its foot as a decoy', () => {
    const { callbackPhishing, facts, roles } = read(mailOf(service, LURE))
    expect({ callbackPhishing, service: facts.service, roles }).toEqual({
      callbackPhishing: true,
      service: id,
      roles: ['callback', service.ends.length > 0 ? 'decoy' : roles[1]],
    })
  })

  test('has the same payload whatever words of the foot a stranger writes above it', () => {
    const words = [...service.ends, 'One tap mobile', 'Dial by your location', 'Join by phone']
    const hidden = words.filter((end) => {
      const { callbackPhishing, roles } = read(mailOf(service, `${end}\n${LURE}`))
      return !callbackPhishing || roles[0] !== 'callback'
    })
    expect(hidden).toEqual([])
  })

  test('is no lure where no stranger wrote', () => {
    const { callbackPhishing, roles } = read(mailOf(service, 'See you tomorrow.'))
    expect({ callbackPhishing, isCalled: roles.includes('callback') }).toEqual({
      callbackPhishing: false,
      isCalled: false,
    })
  })

  test('is not believed where the receiving server could not prove it', () => {
    expect(read(mailOf(service, LURE, { proven: ['evil.example'], isRefuted: true })).facts.service).toBeNull()
  })

  test('has no foot where all of its text is a stranger’s', () => {
    expect(/text of the (?:mail|ticket)/.test(service.writes) ? service.ends : []).toEqual([])
  })

  test('is sent by a domain that ties no two senders', () => {
    const senders = [...service.domains, ...service.addresses.map((address) => domainOf({ name: '', address }))]
    expect(senders.filter((domain) => !isOpenPlatform(domain))).toEqual([])
  })
})

test('where no server looked, the sender is taken by his word', () => {
  const [paypal] = services
  expect(paypal && serviceOf(mailOf(paypal, LURE, null), [], services)).toBe(paypal)
})

test('mail that a service sends in somebody else’s name is known by its signature and its words', () => {
  const seen = 'Norton renewal, $499.99\nInvitation from Google Calendar\nForwarding this invitation could allow'
  const mail = (proven: readonly string[]): Message => ({
    ...message([part('body', seen)], { name: 'Joe', address: 'joe@graftals.example' }),
    authentication: { proven, isRefuted: false },
  })
  expect(serviceOf(mail(['google.com']), [seen], services)?.id).toBe('google_calendar')
  expect(serviceOf(mail(['graftals.example']), [seen], services)).toBeNull()
})

test('a stranger who copies the foot of the template does not hide his number under it', () => {
  const docusign = services.find(({ id }) => id === 'docusign')
  const trick = `Powered by Docusign\n${LURE}`
  expect(docusign && read(mailOf(docusign, trick))).toMatchObject({
    callbackPhishing: true,
    roles: ['callback', 'decoy'],
  })
})

test('zones lie within the text, whatever it is', () => {
  const words = services.flatMap(({ ends, fields }) => [...ends, ...fields.flat(2)])
  const texts = fc.array(fc.oneof(fc.constantFrom(...words), fc.string())).map((pieces) => pieces.join(' '))
  fc.assert(
    fc.property(texts, fc.constantFrom(...services), (text, service) => {
      const { fields, foot } = zonesOf(service, text)
      expect(foot).toBeLessThanOrEqual(text.length)
      for (const { start, end } of fields) {
        expect(start).toBeLessThanOrEqual(end)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
