import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prepareDemo } from '../../src/app/demo.ts'
import { openReaderPool } from '../../src/app/reader-pool.ts'
import type { ReaderPool } from '../../src/app/reader-pool.ts'
import { findRings } from '../../src/app/trace-rings.ts'
import { loadReference } from '../../src/collect/reference.ts'
import type { Learning } from '../../src/app/keep-forecast-fresh.ts'
import { makeServer } from '../../src/http/server.ts'
import type { PhoneNumber } from '../../src/model/phone-number.ts'
import { keepForecast } from '../../src/store/forecast-file.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import type { NumberIndex } from '../../src/store/number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const RENEWAL = new URL('../../web/public/samples/renewal.eml', import.meta.url)

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: the workbench is not tried, there is no Chromium at ${CHROMIUM}`)

test.runIf(process.env['CI'])('there is a Chromium to try the workbench in', () => {
  expect(hasChromium).toBe(true)
})

describe.runIf(hasChromium)('the workbench', () => {
  let data: string
  let store: Store
  let index: NumberIndex
  let reader: ReaderPool
  let app: FastifyInstance
  let browser: Browser
  let address: string
  let page: Page
  let complaints: string[]
  let learning: Learning = { isLearning: false, failure: null }

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-web-'))
    store = await openStore({ data, clickhouseUrl: null })
    index = await openNumberIndex(data)
    reader = openReaderPool({ jobs: 1 })
    const reference = await loadReference()
    await prepareDemo(store, reference, Date.now())
    const sources = { store, index, reference, providerSizes: [], reader, region: null, clock: Date.now }
    app = await makeServer(sources, {
      version: 'test',
      names: [],
      isDemo: true,
      learning: () => learning,
      tellBug: (error) => complaints.push(`the server: ${String(error)}`),
    })
    address = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await reader?.close()
    await index?.close()
    await store?.close()
    await rm(data, { recursive: true })
  })

  beforeEach(async () => {
    complaints = []
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => !isOwn(request.url()) && complaints.push(`asks ${request.url()}`))
  })

  afterEach(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })

  const isOwn = (url: string): boolean => url.startsWith(address) || /^(data|blob):/.test(url)
  const open = (hash: string): Promise<unknown> => page.goto(`${address}/${hash}`)

  test('a number is looked up in any writing: level, reasons, timeline and ring are shown', async () => {
    const ring = (await findRings(store)).find(({ numbers }) => numbers.some((number) => number.startsWith('+1')))
    const number = ring?.numbers.find((each) => each.startsWith('+1')) ?? ''
    await open('')
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(`(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: number.slice(-4) }).waitFor()
    expect(page.url()).toBe(`${address}/#/numbers/${number}`)

    await page.getByRole('img', { name: /^Risk level [4-8] of 9/ }).waitFor()
    expect(await region('Why').locator('li').count()).toBeGreaterThan(0)
    await region('Timeline')
      .getByRole('img', { name: /sighting/ })
      .locator('canvas')
      .first()
      .waitFor()
    await region('Ring')
      .getByRole('img', { name: /^Graph of/ })
      .locator('canvas')
      .first()
      .waitFor()
    await region('Neighbourhood').locator('[aria-current=true]').waitFor()
    expect(await region('Latest sightings').locator('tbody tr').count()).toBeGreaterThan(0)

    await region('Ring').getByRole('link', { name: 'Open the ring' }).click()
    await page.getByRole('heading', { level: 1, name: ring?.id ?? '' }).waitFor()
    expect(await region('Members').locator('tbody tr').count()).toBe(ring?.numbers.length)
    await region('Links').locator('summary').first().click()
    await region('Links').locator('details[open] time').first().waitFor()
  })

  test('a mail is dropped anywhere: its number is marked, hidden text stays hidden until asked for', async () => {
    await open('#/rings')
    const mail = await readFile(RENEWAL, 'utf8')
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'renewal.eml', { type: 'message/rfc822' }))
      return transfer
    }, mail)
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
    await page.getByRole('heading', { name: 'Call-back phishing' }).waitFor()

    const marked = page.locator('mark.callback')
    expect(await marked.allTextContents()).toEqual(['1 (8O3) 555~Z147'])
    expect(await page.getByText('Harbour Gazette').count()).toBe(0)
    await page.getByRole('button', { name: /hidden characters/ }).click()
    expect(await page.getByText('Harbour Gazette').count()).toBe(1)

    await page.getByRole('button', { name: 'Remember its numbers' }).click()
    await page.getByText(/sightings? remembered/).waitFor()
    await region('Numbers').getByRole('link', { name: '+1 803 555 2147' }).click()
    await page.getByRole('img', { name: /^Risk level [4-8]/ }).waitFor()
  })

  test('a link that dials another number than it shows is told, and a number says whether it was seen before', async () => {
    await open('#/mail')
    await page.getByRole('button', { name: 'A link that dials another number' }).click()
    await page.getByText('A link shows +1 888 555 2120, but a tap on it dials +1 803 555 2149.').waitFor()
    await region('What a tap does').getByText('another number than it shows').waitFor()
    const dialled = region('Numbers').getByRole('listitem').filter({ hasText: '+18035552149' })
    await dialled.getByText('not seen before').waitFor()
    await page.getByRole('button', { name: 'Remember its numbers' }).click()
    await dialled.getByText('not seen before').waitFor({ state: 'detached' })
  })

  test('a mail whose picture nobody read is no all-clear', async () => {
    await open('#/mail')
    const pixel = '<img src="data:image/png;base64,iVBORw0KGgo=">'
    const mail = `From: a@b.example\nSubject: Invoice\nContent-Type: text/html\n\n<p>See below</p>${pixel}${pixel}`
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.eml', mimeType: 'text/plain', buffer: Buffer.from(mail) })
    await page.getByRole('heading', { name: 'Cannot tell' }).waitFor()
    await region('Verdict').getByText('1 damaged picture not read').waitFor()
    expect(await page.getByText('Not call-back phishing').count()).toBe(0)
  })

  test('a made-up world is called one, and words of the trade are explained', async () => {
    await open('#/numbers/+819012345678')
    await page.getByText('A made-up world').first().waitFor()
    await page.getByText('No live source watches its country (Japan)').waitFor()
    await page.getByRole('button', { name: 'What “coverage” means' }).click()
    await page.getByRole('note').getByText('How well the numbers of this country are watched').waitFor()
  })

  test('what strangers wrote is shown as text', async () => {
    await open('#/mail')
    const script = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    const mail = `From: a@b.example\nSubject: ${script}\nContent-Type: text/plain\n\n${script}\nCall +1 803 555 2147`
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.eml', mimeType: 'text/plain', buffer: Buffer.from(mail) })
    await page.getByText('<img src=x').first().waitFor()
    expect(await page.title()).toBe('Read a mail · Ringtrace')
    expect(await page.locator('main img[src]').count()).toBe(0)
  })

  test('what is no number, a ring nobody knows and a page that is not there say so', async () => {
    await open('#/blocks')
    await page.getByRole('searchbox').fill('hello')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('That is no number').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('alert').count()).toBe(0)
    await open('#/nowhere')
    await page.getByText('There is no such page').waitFor()
  })

  test.each([
    ['', 'Overview'],
    ['#/rings', 'Rings'],
    ['#/numbers', 'Numbers'],
    ['#/campaigns', 'Campaigns'],
    ['#/forecast', 'Forecast'],
    ['#/providers', 'Providers'],
    ['#/blocks', 'Blocks'],
    ['#/mail', 'Read a mail'],
  ])('%s is labelled throughout and fits a telephone', async (hash, heading) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(hash)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await page.waitForFunction(() => document.querySelector('.waiting') === null)
    expect(await page.evaluate(unlabelled)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  test('a forecast that is being learnt for the first time says so, and shows by itself once it is there', async () => {
    learning = { isLearning: true, failure: null }
    await open('#/forecast')
    await page.getByText('It is being learnt for the first time').waitFor()
    const trees = { base: 0, trees: [] }
    const block = { region: 'BE', provider: null, days: 7, known: 40, lately: 12, next: '+32468790123' as PhoneNumber }
    keepForecast(data, {
      model: {
        trainedOn: 20_000,
        days: 7,
        trees,
        tried: { trees, calibration: { slope: 1, offset: 0 }, batch: 1 },
        priors: {},
        tally: {},
        flags: [0, 0],
        gains: {},
        hits: 812,
      },
      blocks: [{ ...block, prefix: '+32468790', width: 1_000, expected: 12.4, chance: 0.93 }],
      madeAt: Date.UTC(2026, 10, 30, 9, 41),
    })
    learning = { isLearning: false, failure: null }
    await page.getByRole('row', { name: /468 79 0×××.*Belgium.*93 %.*12.*40.*12.*468 79 01 23/ }).waitFor()
    await page.getByText('learnt Nov 30, 2026, 09:41 UTC').waitFor()
    await page.getByText('learnt from 812 numbers').waitFor()
  })

  test('a chosen theme stays', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await open('#/mail')
    await page.getByRole('button', { name: 'Use the dark theme' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Use the light theme' }).waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('dark')
  })

  const region = (name: string) => page.getByRole('region', { name, exact: true })
})

/** Runs in the page, alone: what can be used, but has no name. */
function unlabelled(): string[] {
  return [...document.querySelectorAll('a, button, input:not([hidden]), [role=img], th')]
    .filter((element) => !element.ariaLabel?.trim() && !element.textContent?.trim() && !element.getAttribute('title'))
    .map((element) => element.outerHTML.slice(0, 120))
}
