import { beforeAll, describe, expect, test } from 'vitest'
import { HIDINGS, hiddenWords } from '../../../bench/made-up/hiding.ts'
import { random } from '../../../src/simulate/random.ts'
import { mailOf, readMails } from './read-mail.ts'

const CALL = '<p>Your plan was renewed for $349.99. If you did not order it, call (804) 713-4598 within 24 hours.</p>'
const STOLEN = 'Thanks for visiting our showroom, our office is at (212) 736-5000.'
const [CALLED, HIDDEN] = ['+18047134598', '+12127365000']

/** Rules of a style sheet where a reader that looks at attributes alone goes wrong. */
const SHEETS: Readonly<Record<string, string>> = {
  'a class whose rule is !important, against an inline style': `<style>.q{display:none!important}</style><div class="q" style="display:block">${STOLEN}</div>`,
  'a rule for a child of a class': `<style>.q > p{visibility:collapse}</style><div class="q"><p>${STOLEN}</p></div>`,
  'a second class of two': `<style>.b{font-size:0px}</style><div class="a b">${STOLEN}</div>`,
  'what is inherited from an ancestor': `<div style="font-size:1px;color:#ffffff;background-color:#ffffff"><b><i>${STOLEN}</i></b></div>`,
  'a colour inherited from a table of the same colour': `<table bgcolor="#336699"><tr><td><font color="#336699">${STOLEN}</font></td></tr></table>`,
  'a comment element of old browsers': `<comment>${STOLEN}</comment>`,
  'a clip path': `<div style="clip-path:inset(100%);position:absolute">${STOLEN}</div>`,
  'a minus position': `<div style="position:absolute;top:-5000px">${STOLEN}</div>`,
  '2 % of opacity': `<div style="opacity:.02">${STOLEN}</div>`,
  'width and height of a pixel': `<div style="width:1px;height:1px;overflow:hidden">${STOLEN}</div>`,
  'tens of thousands of pixels of blank space': `<div style="height:45000px"></div><p>${STOLEN}</p>`,
  'an input of type hidden': `<input type="hidden" value="${STOLEN}">`,
  'a script': `<script>var a = "${STOLEN}"</script>`,
  'the title of the page': `<title>${STOLEN}</title>`,
}

/** What looks like hiding and is none. */
const SEEN: Readonly<Record<string, string>> = {
  'a rule for print alone': `<style>@media print{.q{display:none}}</style><p class="q">${STOLEN}</p>`,
  'a rule a later one takes back': `<style>.q{display:none}.q{display:block}</style><p class="q">${STOLEN}</p>`,
  'an inline style against a rule': `<style>.q{display:none}</style><p class="q" style="display:block">${STOLEN}</p>`,
  'a rule for another class': `<style>.qq{display:none}</style><p class="q">${STOLEN}</p>`,
  'white on dark': `<div style="background:#102030"><p style="color:#fff">${STOLEN}</p></div>`,
  'small print of 9 pixels': `<p style="font-size:9px;color:#888">${STOLEN}</p>`,
  'an open details element': `<details open><summary>More</summary>${STOLEN}</details>`,
  'half of opacity': `<p style="opacity:0.5">${STOLEN}</p>`,
  'far below, past blank space': `${'<br>'.repeat(150)}<p>${STOLEN}</p>`,
  'a child made visible again': `<div style="visibility:hidden"><p style="visibility:visible">${STOLEN}</p></div>`,
}

const page = (more: string): string => `<html><body style="background:#ffffff">${CALL}${more}</body></html>`

const hidings = new Map<string, string>([
  ...HIDINGS.map((how): [string, string] => [how, hiddenWords(how, [STOLEN], random(how))]),
  ...Object.entries(SHEETS),
])

let read: Awaited<ReturnType<typeof readMails>>
beforeAll(async () => {
  const mails = [...hidings, ...Object.entries(SEEN)].map(
    ([name, html]) => [name, mailOf({ html: page(html) })] as const,
  )
  read = await readMails(new Map(mails))
})

describe('a number is hidden, kept and never called where its words are', () => {
  test.each([...hidings.keys()])('%s', (name) => {
    const { numbers, seen } = read(name)
    expect(seen).toEqual([CALLED])
    for (const { e164, visible, role } of numbers) {
      if (e164 === HIDDEN) expect([visible, role === 'callback']).toEqual([false, false])
      else expect([e164, role]).toEqual([CALLED, 'callback'])
    }
  })
})

describe('a number is seen, and takes nothing from the one to call, with', () => {
  test.each(Object.keys(SEEN))('%s', (name) => {
    const { numbers, seen } = read(name)
    expect(seen.toSorted()).toEqual([HIDDEN, CALLED])
    expect(numbers.find(({ e164 }) => e164 === CALLED)?.role).toBe('callback')
  })
})
