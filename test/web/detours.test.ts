import { expect, test } from 'vitest'
import type { MessagePart } from '../../web/src/api.ts'
import { detoursOf } from '../../web/src/detours.ts'

const mention = (text: string, raw: string, e164: string) => {
  const start = text.indexOf(raw)
  return { start, end: start + raw.length, e164, role: 'callback' as const, visible: true }
}
const plain = { name: null, page: null, via: 'text', hidden: [] }
const text = 'Call our desk at +1 (888) 555-O120 now'
const body: MessagePart = {
  ...plain,
  part: 'body',
  text,
  mentions: [mention(text, '+1 (888) 555-O120', '+18885550120')],
}
const link = (dials: string, shows: string, opens: 'call' | 'message' = 'call'): MessagePart => ({
  ...plain,
  part: 'link',
  via: 'link',
  text: dials,
  mentions: [mention(dials, dials, dials)],
  opens,
  shows,
})

test('a link that shows one number and dials another is told, however the shown one is written', () => {
  const parts = [body, link('+18035550149', 'Call +1 (888) 555-O120')]
  expect(detoursOf(parts)).toEqual([{ shows: '+18885550120', dials: '+18035550149' }])
})

test('a link that dials what it shows, shows words only or writes to somebody is none', () => {
  expect(detoursOf([body, link('+18885550120', '+1 (888) 555-O120')])).toEqual([])
  expect(detoursOf([body, link('+18035550149', 'call us')])).toEqual([])
  expect(detoursOf([body, link('+18035550149', '+1 (888) 555-O120', 'message')])).toEqual([])
})
