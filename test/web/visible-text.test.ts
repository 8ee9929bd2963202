import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailIn } from '../../bench/labelled-mail.ts'
import { visibleText } from '../../src/extract/html/visible-text.ts'
import { parseMail } from '../../src/extract/mime/parse-mail.ts'
import { READ_LIMITS } from '../../src/extract/read-limits.ts'
import { shownBody } from '../../src/extract/shown-body.ts'
import { MOVED } from '../moved.ts'
import { seenInBrowser } from './seen-html.ts'

/**
 * What differs from the browser by design, and is kept out of the generated pages: text in `<noscript>`, which mail
 * programs leave out; text nobody can make out that is there all the same (letters blurred, squeezed into each other,
 * turned on their edge); hacks for one mail program (`mso-hide`); lengths without a unit, which Outlook takes for pixels;
 * sizes below 6 px in `em`, which Chromium alone makes 6 px; what an indent or a margin off the screen leaves on it: the
 * second line of a block, a block inside of a line. Real mail with a `<textarea>` is left out: a browser keeps what it
 * shows of one where no page can look.
 */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
const MAIL = fileURLToPath(new URL('../../../shared/data/mail/scam', import.meta.url))
const SEED = 20_261_124
const PAGES = 60
const BUDGET_MILLIS = 25_000

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: what is visible is not compared with a browser: no Chromium at ${CHROMIUM}`)
const mails = mailIn(MAIL)
if (mails.length === 0) console.warn(`SKIPPED: real mail is not compared with a browser: none at ${MAIL}`)

test.runIf(process.env['CI'])('there is a Chromium and mail to compare with', () => {
  expect([hasChromium, mails.length > 0]).toEqual([true, true])
})

/** Runs of digits that could be told apart, but for ids in longer words: each number of a generated page is another. */
const numbersIn = (text: string): string[] =>
  [...new Set(text.match(/(?<![\p{L}\d])\d{7,}(?![\p{L}\d])/gu) ?? [])].sort()

function seenHere(html: string): string {
  const { text, hidden } = visibleText(html)
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of hidden) {
    pieces.push(text.slice(at, start))
    at = end
  }
  return [...pieces, text.slice(at)].join(' ')
}

const STYLES = [
  'display:none',
  'display:block',
  'display:inline',
  'display:inline-block',
  'display:none;display:nonsense',
  'visibility:hidden',
  'visibility:visible',
  'opacity:0',
  'opacity:.3',
  'opacity:1',
  'font-size:0',
  'font-size:1px',
  'font-size:14px',
  'font:12px/1 Arial',
  'font:0/0 a',
  'color:#fff',
  'color:white',
  'color:#000',
  'color:rgb(254 254 254)',
  'color:transparent',
  'color:rgba(0,0,0,.02)',
  'color:hsl(0 0% 100%)',
  'background:#fff',
  'background:#000',
  'background:#222 none',
  'background-color:navy',
  'background:url(x.png)',
  'height:0;overflow:hidden',
  'max-height:0;overflow:hidden',
  'max-height:0',
  'width:0;overflow:hidden',
  'position:absolute;left:-9999px',
  'position:relative;left:-9999px',
  'left:-9999px',
  'transform:scale(0)',
  'clip-path:inset(50%)',
  'color:var(--x)',
  'color:var(--none,#fff)',
  '--x:#fff',
  '--x:#000',
  '-webkit-text-fill-color:#fff',
  'color:#fff!important',
  'display:block!important',
  'position:absolute;clip:rect(0 0 0 0)',
  'display:flex',
  'color:inherit',
  'display:contents',
  'font-size:inherit',
] as const
const SELECTORS = [
  'p',
  'div',
  '.a',
  '.b',
  '.a.b',
  '#i',
  'p.a',
  'div p',
  'div > p',
  '.a .b',
  '.a + p',
  '.a ~ .b',
  'p:first-child',
  'span:nth-child(2n)',
  ':not(.a)',
  'p:not(.a):not(.b)',
  '[class]',
  '[class~=b]',
  '[id^=i]',
  '*',
  'body p',
  ':is(p, span).a',
  'b, i',
  'span:nth-of-type(1)',
  'td',
  'tr:first-child td',
] as const
const MEDIA = [
  '',
  '',
  '',
  '@media screen',
  '@media print',
  '@media (max-width:480px)',
  '@media (min-width:480px)',
  '@media (prefers-color-scheme:dark)',
  '@supports (display:grid)',
  '@media not print',
] as const
const TAGS = ['p', 'div', 'span', 'b', 'font', 'table', 'center', 'details', 'section'] as const

type Tree = { readonly tag: string; readonly attributes: string; readonly inside: readonly Tree[] }

const attributes = fc
  .tuple(
    fc.option(fc.constantFrom(...STYLES), { freq: 2 }),
    fc.option(fc.constantFrom('a', 'b', 'a b', 'c'), { freq: 2 }),
    fc.option(fc.constantFrom('id="i"', 'hidden', 'bgcolor="#ffffff"', 'bgcolor=black'), { freq: 6 }),
  )
  .map(
    ([style, name, other]) =>
      `${style ? ` style="${style}"` : ''}${name ? ` class="${name}"` : ''}${other ? ` ${other}` : ''}`,
  )
const branches = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    tag: fc.constantFrom(...TAGS),
    attributes,
    inside: depth === 0 ? fc.constant([]) : fc.array(branches(depth - 1), { maxLength: 2 }),
  })
const tree = branches(3)
const rule = fc
  .tuple(fc.constantFrom(...MEDIA), fc.constantFrom(...SELECTORS), fc.constantFrom(...STYLES))
  .map(([media, selector, style]) => (media ? `${media}{${selector}{${style}}}` : `${selector}{${style}}`))
const page = fc.tuple(fc.array(rule, { maxLength: 3 }), fc.array(tree, { minLength: 2, maxLength: 4 }))

/** Each element says a number of its own, before and after its children. */
function pageOf([rules, trees]: readonly [readonly string[], readonly Tree[]]): string {
  let number = 1_000_000
  const write = ({ tag, attributes: own, inside }: Tree): string => {
    const content = `${number++} ${inside.map(write).join(' ')} ${number++}`
    return tag === 'table' ? `<table><tr><td${own}>${content}</table>` : `<${tag}${own}>${content}</${tag}>`
  }
  return `<!doctype html><html><head><style>${rules.join('\n')}</style></head><body>${trees.map(write).join('\n')}</body></html>`
}

describe.runIf(hasChromium)('what is visible is what Chromium shows', () => {
  let browser: Browser
  let tab: Page

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, offline: true })
    tab = await context.newPage()
    // Nothing of a page may run or be fetched: mail programs do neither.
    await tab.route('**/*', (route) => route.abort())
  })
  afterAll(async () => {
    await browser?.close()
  })

  const seenThere = async (html: string): Promise<string> => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`
    await tab.setContent(
      html.replace(/<head>|^(?!.*<head>)/is, (head) => `${head}${policy}`),
      { waitUntil: 'commit' },
    )
    return tab.evaluate(seenInBrowser)
  }

  test.each(MOVED)('for %s', async (_claim, html, isSeen) => {
    expect(numbersIn(await seenThere(html))).toEqual(isSeen ? ['8045550147'] : [])
  })

  test('on generated pages', async () => {
    const started = performance.now()
    let compared = 0
    const differing: unknown[] = []
    for (const made of fc.sample(page, { numRuns: PAGES * 4, seed: SEED })) {
      if (performance.now() - started > BUDGET_MILLIS) break
      const html = pageOf(made)
      const [here, there] = [numbersIn(seenHere(html)), numbersIn(await seenThere(html))]
      compared++
      if (here.join() !== there.join()) {
        differing.push({
          html,
          onlyHere: here.filter((one) => !there.includes(one)),
          onlyThere: there.filter((one) => !here.includes(one)),
        })
      }
    }
    expect(compared).toBeGreaterThanOrEqual(PAGES)
    expect(differing).toEqual([])
  })

  test.runIf(mails.length > 0)('in real mail', async () => {
    const started = performance.now()
    const differing: unknown[] = []
    let compared = 0
    for (const file of mails) {
      if (performance.now() - started > BUDGET_MILLIS) break
      const { html } = shownBody(parseMail(await readFile(file)).root, READ_LIMITS)
      if (html === '' || /<textarea/i.test(html)) continue
      compared++
      const [here, there] = [numbersIn(seenHere(html)), numbersIn(await seenThere(html))]
      const onlyHere = here.filter((one) => !there.includes(one))
      const onlyThere = there.filter((one) => !here.includes(one))
      if (onlyHere.length + onlyThere.length > 0) differing.push({ file, onlyHere, onlyThere })
    }
    expect(compared).toBeGreaterThan(20)
    console.log(`${compared} of ${mails.length} mails compared with Chromium`)
    expect(differing).toEqual([])
  })
})
