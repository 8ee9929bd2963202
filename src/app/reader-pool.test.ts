import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { RawMessage } from '../collect/messages.ts'
import type { ScannedMessage } from '../model/scanned-message.ts'
import { openReaderPool } from './reader-pool.ts'
import type { PoolOptions, ReaderPool } from './reader-pool.ts'
import { scan } from './scan.ts'

const mail = (body: string, type = 'text/plain'): Buffer =>
  Buffer.from(`From: a@example.org\nSubject: hello\nContent-Type: ${type}\n\n${body}`)

const pools: ReaderPool[] = []
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())))

function open(options: PoolOptions): ReaderPool {
  const pool = openReaderPool({ jobs: 1, ...options })
  pools.push(pool)
  return pool
}

const codes = ({ issues }: ScannedMessage): string[] => issues.map(({ code }) => code)

describe('a mail that breaks its reader', () => {
  test('by taking too long costs itself, and the next one is read', async () => {
    const { read } = open({ timeLimitMillis: 700 })
    const slow = read({
      file: 'slow',
      bytes: mail('<p style="opacity:1">a<b>c</b>'.repeat(320_000).repeat(6), 'text/html'),
    })
    const next = read({ file: 'next', bytes: mail('hello') })
    expect(['time_limit', 'memory_limit']).toContain(codes(await slow)[0])
    expect(await next).toMatchObject({ file: 'next', subject: 'hello' })
  })
  test('by taking too much memory costs itself, and the next one is read', async () => {
    const { read } = open({ memoryLimitMegabytes: 105 })
    const large = read({ file: 'large', bytes: mail('<p>a<b>c</b></p>'.repeat(1_500_000), 'text/html') })
    const next = read({ file: 'next', bytes: mail('hello') })
    expect(codes(await large)[0]).toBe('memory_limit')
    expect(await next).toMatchObject({ file: 'next', subject: 'hello' })
  })
  test('still gives the numbers that stand at its beginning, under its own id', async () => {
    const { read } = open({ memoryLimitMegabytes: 105 })
    const bytes = mail(`Call +1 206 547 1200 now ${'<p>a<b>c</b></p>'.repeat(1_500_000)}`, 'text/html')
    const id = createHash('sha256').update(bytes).digest('hex')
    const large = await read({ file: 'large', bytes })
    expect(large).toMatchObject({ id, subject: 'hello', numbers: [{ e164: '+12065471200', visible: true }] })
    expect(codes(large)).toContain('memory_limit')
  })
})

/** Many small pages, each of which asks for all that a page may ask: busy for long, and small. */
function slowMail(): Buffer {
  const selectors = Array.from({ length: 2_000 }, (_, at) => `p ~ p ~ i:nth-of-type(${at})`).join(',')
  const page = (at: number): string =>
    `--b\nContent-Type: text/html\nContent-Disposition: attachment\n\n${at}<style>${selectors}{color:red}</style>${'<p>a<i>b</i></p>'.repeat(3_000)}\n`
  return mail(Array.from({ length: 60 }, (_, at) => page(at)).join(''), 'multipart/mixed; boundary=b')
}

test('what a mail waits for a reader is not taken from its time', async () => {
  const { read } = open({ jobs: 2, timeLimitMillis: 6_000, pictures: 'off' })
  const done: string[] = []
  const readInTurn = async (file: string, bytes: Buffer): Promise<ScannedMessage> => {
    const message = await read({ file, bytes })
    done.push(file)
    return message
  }
  const slow = readInTurn('slow', slowMail())
  // So large that it is read alone, after the other has used up a whole time limit.
  const large = readInTurn('large', mail('A'.repeat(76).concat('\n').repeat(180_000), 'application/octet-stream'))
  expect(codes(await slow)).toContain('time_limit')
  expect(codes(await large)).not.toContain('time_limit')
  expect(done).toEqual(['slow', 'large'])
}, 60_000)

test('what was not read tells the hash of its bytes, as what was read does', async () => {
  const { read, close } = open({})
  const whole = await read({ file: 'a', bytes: mail('hello') })
  const cutShort = read({ file: 'a', bytes: mail('hello') })
  await close()
  expect(codes(await cutShort)).toEqual(['worker_died'])
  expect((await cutShort).id).toBe(whole.id)
})

test('a mail that comes after the pool was closed is told at once', async () => {
  const { read, close } = open({})
  await close()
  expect(codes(await read({ file: 'late', bytes: mail('hello') }))).toEqual(['worker_died'])
})

test('the words of a mail come with it where they are asked for', async () => {
  const { parts } = await open({}).readWithParts({ file: 'a', bytes: mail('Call +1 206 547 1200 today') })
  expect(parts.map(({ kind }) => kind)).toEqual(['subject', 'body'])
  expect(parts[1]?.mentions.map(({ number }) => number)).toEqual(['+12065471200'])
})

test('answers come in the order of the mails, unread ones among them', async () => {
  async function* mails(): AsyncGenerator<RawMessage> {
    for (let at = 0; at < 60; at++) {
      if (at % 10 === 5) yield { file: `${at}`, issue: { code: 'message_empty' } }
      else yield { file: `${at}`, bytes: mail(`${at} `.repeat(at % 7 === 0 ? 50_000 : 1)) }
    }
  }
  const files: string[] = []
  for await (const { file } of scan(mails(), { jobs: 3 })) files.push(file)
  expect(files).toEqual(Array.from({ length: 60 }, (_, at) => `${at}`))
})

test('mails are fetched no faster than they are read', async () => {
  let fetched = 0
  async function* mails(): AsyncGenerator<RawMessage> {
    while (true) yield { file: `${fetched++}`, bytes: mail('hello') }
  }
  let seen = 0
  for await (const message of scan(mails(), { jobs: 2 })) {
    expect(message.file).toBe(`${seen++}`)
    expect(fetched - seen).toBeLessThan(10)
    if (seen === 50) break
  }
})
