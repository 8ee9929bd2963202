import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { msg } from '../../test/builders/outlook.ts'
import { zip } from '../../test/builders/zip.ts'
import { collectMessages } from './messages.ts'
import type { CollectOptions } from './messages.ts'

const MAIL = 'From: a@example.org\nSubject: hello\n\n'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringtrace-mail-'))
  const write = async (path: string, content: string): Promise<void> => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  await write('b.eml', `${MAIL}b`)
  await write('a/z.eml', `${MAIL}z`)
  await write('a/unnamed', `${MAIL}unnamed`)
  await write('a/notes.txt', 'just notes: nothing else')
  await write('a/.hidden.eml', `${MAIL}hidden`)
  await write('box/cur/1:2,S', `${MAIL}cur`)
  await write('box/new/2', `${MAIL}new`)
  await write('box/tmp/3', `${MAIL}tmp`)
  await write('c.mbox', `From x Thu Aug 22 12:36:23 2002\n${MAIL}one\n\nFrom y Thu Aug 22 12:36:24 2002\n${MAIL}two\n`)
  await write('empty.eml', '')
  await symlink(folder, join(folder, 'a', 'circle'))
})

afterAll(() => rm(folder, { recursive: true }))

async function collect(paths: readonly string[], options: CollectOptions = {}): Promise<string[]> {
  const found: string[] = []
  for await (const mail of collectMessages(paths, options)) {
    const content = 'bytes' in mail ? Buffer.from(mail.bytes).toString().replace(MAIL, '').trim() : mail.issue.code
    found.push(`${mail.file.replace(`${folder}/`, '')}: ${content}`)
  }
  return found
}

async function* chunks(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('folders', () => {
  test('give their mail sorted, with all that lies below, and leave the rest alone', async () => {
    expect(await collect([folder])).toEqual([
      'a/unnamed: unnamed',
      'a/z.eml: z',
      'b.eml: b',
      'box/cur/1:2,S: cur',
      'box/new/2: new',
      'c.mbox#1: one',
      'c.mbox#2: two',
      'empty.eml: message_empty',
    ])
  })
  test('and files come in the order they are named in', async () => {
    const paths = ['b.eml', 'box/new', 'a/notes.txt'].map((path) => join(folder, path))
    expect(await collect(paths)).toEqual(['b.eml: b', 'box/new/2: new', 'a/notes.txt: just notes: nothing else'])
  })
})

test('a path that does not exist is named before any mail is read', async () => {
  await expect(collect([folder, join(folder, 'none')])).rejects.toMatchObject({
    code: 'bad_input',
    message: `${folder}/none: does not exist`,
  })
})

test('a mail larger than the limit is told, and the next one is read', async () => {
  const [first] = await collect([join(folder, 'b.eml')], { maxBytes: 10 })
  expect(first).toBe('b.eml: message_too_large')
  const large = `From x Thu Aug 22 12:36:23 2002\n${MAIL}${'x'.repeat(5_000)}\n\nFrom y Thu Aug 22 12:36:24 2002\n${MAIL}two\n`
  expect(await collect(['-'], { maxBytes: 1_000, stdin: chunks(large, 512) })).toEqual([
    '-#1: message_too_large',
    '-#2: two',
  ])
})

test('a pipe in a folder is told and waits for nobody, whatever it is called', async () => {
  const queue = join(folder, 'queue')
  await mkdir(queue)
  for (const name of ['a.eml', 'b.mbox', 'c']) execFileSync('mkfifo', [join(queue, name)])
  await symlink(join(queue, 'a.eml'), join(queue, 'd.eml'))
  await writeFile(join(queue, 'e.eml'), `${MAIL}e`)
  expect(await collect([queue])).toEqual([
    'queue/a.eml: message_unreadable',
    'queue/b.mbox: message_unreadable',
    'queue/d.eml: message_unreadable',
    'queue/e.eml: e',
  ])
  await rm(queue, { recursive: true })
})

describe('stdin', () => {
  test('gives one mail', async () => {
    expect(await collect(['-'], { stdin: chunks(`${MAIL}${'x'.repeat(10_000)}`, 100) })).toEqual([
      `-: ${'x'.repeat(10_000)}`,
    ])
  })
  test('gives the mails of an mbox, wherever its chunks end', async () => {
    const box = Array.from(
      { length: 5 },
      (_, at) => `From x@y Thu Aug 22 12:36:2${at} 2002\n${MAIL}mail ${at}\n\n`,
    ).join('')
    for (const size of [1, 7, 33, 401, 100_000]) {
      expect(await collect(['-'], { stdin: chunks(box, size) })).toEqual(
        [0, 1, 2, 3, 4].map((at) => `-#${at + 1}: mail ${at}`),
      )
    }
  })
  test('unquotes lines of an mbox, and takes no sentence for a separator', async () => {
    const box = `From x Thu Aug 22 12:36:23 2002\n${MAIL}\n>From here\n>>From there\n\nFrom 10:00 to 12:00 we are open\n`
    expect(await collect(['-'], { stdin: chunks(box, 64) })).toEqual([
      '-#1: From here\n>From there\n\nFrom 10:00 to 12:00 we are open',
    ])
  })
  test('that is empty is told', async () => {
    expect(await collect(['-'], { stdin: chunks('', 1) })).toEqual(['-: message_empty'])
  })
})

describe('a zip of mail', () => {
  test('gives its mails by their names, those of an mbox too, and leaves the rest alone', async () => {
    const bytes = await zip({
      'a.eml': `${MAIL}a`,
      'folder/unnamed': `${MAIL}unnamed`,
      'notes.txt': 'just notes: nothing else',
      '__MACOSX/._a.eml': 'x',
      'c.mbox': `From x Thu Aug 22 12:36:23 2002\n${MAIL}one\n\nFrom y Thu Aug 22 12:36:24 2002\n${MAIL}two\n`,
      'd.msg': msg({ body: 'd' }),
      'large.eml': `${MAIL}${'x'.repeat(20_000)}`,
    })
    await writeFile(join(folder, 'all.zip'), bytes)
    const found = await collect([join(folder, 'all.zip')], { maxBytes: 10_000 })
    expect(found.map((mail) => mail.slice(0, 40)).filter((mail) => !mail.includes('d.msg'))).toEqual([
      'all.zip#a.eml: a',
      'all.zip#folder/unnamed: unnamed',
      'all.zip#c.mbox#1: one',
      'all.zip#c.mbox#2: two',
      'all.zip#large.eml: message_too_large',
    ])
    expect(found.some((mail) => mail.startsWith('all.zip#d.msg: \uFFFD\uFFFD'))).toBe(true)
  })
  test('is opened with the password analysts use, and told where another is wanted', async () => {
    await writeFile(join(folder, 'one.zip'), await zip({ 'a.eml': `${MAIL}a` }, { password: 'infected' }))
    await writeFile(join(folder, 'two.zip'), await zip({ 'a.eml': `${MAIL}a` }, { password: 'other' }))
    await writeFile(join(folder, 'none.zip'), await zip({ 'a.txt': 'nothing' }))
    expect(await collect(['one.zip', 'two.zip', 'none.zip'].map((name) => join(folder, name)))).toEqual([
      'one.zip#a.eml: a',
      'two.zip#a.eml: file_encrypted',
      'none.zip: message_unreadable',
    ])
  })
})
