import { beforeAll, describe, expect, test } from 'vitest'
import { generate } from '../../../bench/made-up/generate.ts'
import { VEHICLES } from '../../../bench/made-up/lures.ts'
import type { MadeUpMail } from '../../../bench/made-up/made-up-mail.ts'
import { readMails } from './read-mail.ts'

/** Where the product says that a number stands, where its words for it are others than the labels'. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  from: ['sender_name'],
  tel_link: ['link'],
  office: ['office', 'image'],
  heic: ['heic', 'image'],
  nested_message: ['nested_message', 'body'],
}

const skipped: string[] = []
const made = new Map<string, MadeUpMail>()
let read: Awaited<ReturnType<typeof readMails>>

beforeAll(async () => {
  for await (const mail of generate('catalogue', (why) => skipped.push(why), { most: 1, isPlain: true }))
    made.set(mail.file, mail)
  for (const why of skipped) console.warn(`skipped: made-up mail of ${why}`)
  if (process.env.CI) expect(skipped).toEqual([])
  read = await readMails(new Map([...made].map(([file, { bytes }]) => [file, bytes])))
}, 300_000)

const mailOf = (file: string): MadeUpMail => {
  const mail = made.get(file)
  if (!mail) throw new Error(`${file} was not made`)
  return mail
}

describe('a number is read, and nothing else, that travels by', () => {
  test.each(Object.keys(VEHICLES))('%s', (name) => {
    if (skipped.some((why) => why.startsWith(`${name}:`))) return
    const file = `lure-${name}-0.eml`
    const { numbers, seen } = read(file)
    const { label } = mailOf(file)
    expect(seen.toSorted()).toEqual([...new Set(label.numbers.map(({ e164 }) => e164))].toSorted())
    for (const { e164, where } of label.numbers) {
      const parts = numbers.find((one) => one.e164 === e164)?.where.map(({ part }) => part)
      expect(parts).toEqual(expect.arrayContaining([expect.toBeOneOf(PARTS[where] ? [...PARTS[where]] : [where])]))
    }
  })
})
