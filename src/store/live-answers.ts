import { createHash, randomUUID } from 'node:crypto'
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LiveAnswer } from '../model/live-lookup.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { usableFolder } from './usable-folder.ts'

const FOLDER = 'live'

/** What suppliers said of numbers, and how often each was asked. */
export type LiveAnswers = {
  /** null where nothing is kept, or what is kept is damaged. */
  get(supplier: string, number: PhoneNumber): Promise<readonly LiveAnswer[] | null>
  put(supplier: string, number: PhoneNumber, answers: readonly LiveAnswer[]): Promise<void>
  /** How often it was asked on a day, `2026-11-25`. */
  callsOn(supplier: string, day: string): Promise<number>
  /** Counts a call before it is made: what was paid for is counted even where the process ends in between. */
  countCall(supplier: string, day: string): Promise<void>
}

/**
 * Keeps them in a data folder, a file for each supplier and number, readable by the owner alone. Two processes that ask at
 * the same moment may pass the budget by one call each.
 *
 * In: data, the data folder.
 */
export function liveAnswers(data: string): LiveAnswers {
  const fileOf = (supplier: string, number: PhoneNumber): string => {
    const hash = createHash('sha256').update(`${supplier}\n${number}`).digest('hex')
    return join(data, FOLDER, hash.slice(0, 2), `${hash.slice(2)}.json`)
  }
  const callsFile = (supplier: string, day: string): string => join(data, FOLDER, 'calls', `${day}-${supplier}`)
  return {
    async get(supplier, number) {
      const text = await readIfThere(fileOf(supplier, number))
      return text === null ? null : answersIn(text)
    },
    async put(supplier, number, answers) {
      const file = fileOf(supplier, number)
      const unfinished = `${file}.${randomUUID()}`
      usableFolder(dirname(file))
      await writeFile(unfinished, JSON.stringify(answers), { mode: 0o600 })
      await rename(unfinished, file)
    },
    callsOn: async (supplier, day) => (await readIfThere(callsFile(supplier, day)))?.length ?? 0,
    async countCall(supplier, day) {
      const file = callsFile(supplier, day)
      usableFolder(dirname(file))
      await appendFile(file, '.', { mode: 0o600 })
    },
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function answersIn(text: string): readonly LiveAnswer[] | null {
  try {
    const answers: unknown = JSON.parse(text)
    return Array.isArray(answers) && answers.every(isAnswer) ? answers : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isAnswer(answer: unknown): answer is LiveAnswer {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'askedAt' in answer &&
    typeof answer.askedAt === 'number' &&
    'signal' in answer &&
    'status' in answer &&
    'value' in answer
  )
}
