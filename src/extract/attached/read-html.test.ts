import { expect, test } from 'vitest'
import { readAttached } from '../../../test/read-attached.ts'

const page = (inside: string): Buffer => Buffer.from(`<!doctype html><p>Your order</p>${inside}`)
const FRAME = '<iframe srcdoc="&lt;p&gt;Call 804&lt;/p&gt;">no frames</iframe>'

test('a page in a frame of a page that came as a file is read, as a browser shows it', async () => {
  const { texts, attachments } = await readAttached(page(FRAME), { name: 'a.html' })
  expect(texts).toEqual(['html_attachment: Your order', 'html_attachment: Call 804'])
  expect(attachments.map(({ type }) => type)).toEqual(['application/octet-stream', 'text/html'])
})

test.each([
  ['stands in what is hidden', `<div style="display:none">${FRAME}</div>`],
  ['is hidden', FRAME.replace('<iframe', '<iframe style="display:none"')],
  ['is a dot', FRAME.replace('<iframe', '<iframe width=0 height=0')],
])('but not where the frame %s', async (_how, frame) => {
  const { parts, seen } = await readAttached(page(frame), { name: 'a.html' })
  expect([parts.length, seen.trim()]).toEqual([1, 'Your order'])
})

test('frames in frames are read down to the limit', async () => {
  const nested = (depth: number): string =>
    depth === 0
      ? '<p>Call 804</p>'
      : `<iframe srcdoc="${nested(depth - 1)
          .replaceAll('&', '&amp;')
          .replaceAll('"', '&quot;')}"></iframe>`
  expect((await readAttached(page(nested(3)), { name: 'a.html' })).texts).toContain('html_attachment: Call 804')
  expect((await readAttached(page(nested(12)), { name: 'a.html' })).codes).toEqual(['nested_too_deep'])
})
