import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { IntelError } from '../model/failures.ts'
import { mails } from '../simulate/mails.ts'
import { truthOf, truthOfCompany } from '../simulate/truth.ts'
import type { World } from '../simulate/world.ts'
import { openPagePainter } from './page-painter.ts'

/**
 * Writes mail of a world into a folder, with `labels.jsonl` that tells what is to be seen in each.
 *
 * In:     isForced, write into a folder that holds other files.
 * Out:    how many mails were written.
 * Throws: IntelError `bad_input` where the folder is not empty or cannot be written to.
 */
export async function writeMails(
  world: World,
  folder: string,
  count: number,
  isForced: boolean,
  onProgress: (written: number) => void,
): Promise<number> {
  await makeFolder(folder, isForced)
  const painter = await openPagePainter()
  const labels = await openForWriting(join(folder, 'labels.jsonl'))
  let written = 0
  try {
    for await (const { file, bytes, label } of mails(world, count, painter.paintPage)) {
      await writeFile(join(folder, file), bytes)
      await labels.write(`${JSON.stringify(label)}\n`)
      onProgress(++written)
    }
  } finally {
    await labels.close()
    painter.close()
  }
  return written
}

/** Writes who is who in a world: JSON, one operator a line. Throws: IntelError `bad_input` where it cannot be written. */
export async function writeTruth(world: World, file: string): Promise<void> {
  const { seed, numbers, startAt, days } = world.shape
  const truth = await openForWriting(file)
  try {
    const about = { seed, numbers, start: new Date(startAt).toISOString(), days }
    await truth.write(`{"simulated":true,"world":${JSON.stringify(about)},\n`)
    await truth.write(`"companies":${JSON.stringify(world.companies.map(truthOfCompany))},\n"operators":[\n`)
    let separator = ''
    for (const operator of world.operators()) {
      await truth.write(separator + JSON.stringify(truthOf(operator)))
      separator = ',\n'
    }
    await truth.write('\n]}\n')
  } finally {
    await truth.close()
  }
}

async function makeFolder(folder: string, isForced: boolean): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    if (isForced || (await readdir(folder)).length === 0) return
  } catch (cause) {
    throw new IntelError('bad_input', `cannot write to ${folder}: ${(cause as Error).message}`, { cause })
  }
  throw new IntelError('bad_input', `${folder} is not empty`, { hint: 'name an empty folder, or add --force' })
}

async function openForWriting(file: string): ReturnType<typeof open> {
  try {
    return await open(file, 'w')
  } catch (cause) {
    throw new IntelError('bad_input', `cannot write to ${file}: ${(cause as Error).message}`, { cause })
  }
}
