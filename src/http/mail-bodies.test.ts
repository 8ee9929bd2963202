import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MAIL, takeMailBodies } from './mail-bodies.ts'
import { answerProblems } from './problems.ts'

let app: FastifyInstance
let url: string
let bugs: unknown[]
/** Lets the mails that are held be answered. */
let answer: () => void

beforeEach(async () => {
  bugs = []
  app = Fastify()
  answerProblems(app, (error) => bugs.push(error))
  takeMailBodies(app, { mailBytes: 1_000, heldBytes: 1_500, arrivalMillis: 200 })
  const answered = new Promise<void>((resolve) => (answer = resolve))
  app.post('/', async ({ body }) => {
    await answered
    return { bytes: (body as Buffer).length }
  })
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})

afterEach(async () => {
  await app.close()
  expect(bugs).toEqual([])
})

const send = (body: string | ReadableStream): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': MAIL }, body, duplex: 'half' } as RequestInit)

test('more mails than may be held are sent away until later, and come in once the others are answered', async () => {
  const first = send('x'.repeat(1_000))
  while ((await send('x'.repeat(600)).then(({ status }) => status)) !== 503) await first
  const refused = await send('x'.repeat(600))
  expect(refused.headers.get('retry-after')).toBe('10')
  expect(await refused.json()).toMatchObject({ status: 503, code: 'overloaded' })
  answer()
  expect(await (await first).json()).toEqual({ bytes: 1_000 })
  expect(await (await send('x'.repeat(1_000))).json()).toEqual({ bytes: 1_000 })
})

test('a mail that is too large is refused, whether it says so or not', async () => {
  const unsaid = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 3; i++) controller.enqueue(new TextEncoder().encode('x'.repeat(500)))
      controller.close()
    },
  })
  for (const body of ['x'.repeat(1_001), unsaid]) {
    const refused = await send(body)
    expect(await refused.json()).toMatchObject({ status: 413, code: 'limit_exceeded' })
  }
})

test('a mail that does not arrive in time is hung up on, and what it weighed is given back', async () => {
  const endless = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('x')) })
  await expect(send(endless)).rejects.toThrow()
  answer()
  expect((await send('x'.repeat(1_000))).status).toBe(200)
})
