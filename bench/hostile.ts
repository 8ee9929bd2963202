import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scanWatched } from '../test/zoo/scan-watched.ts'
import type { WatchedScan } from '../test/zoo/scan-watched.ts'
import { ZOO } from '../test/zoo/zoo.ts'
import type { Benchmark, Figure } from './figures.ts'
import { machine, markdown } from './figures.ts'

const SCAM = fileURLToPath(new URL('../../shared/data/mail/scam/', import.meta.url))

/**
 * What the program and its readers hold at most, and what the slowest mail takes, over mails that are built to break
 * them and over real ones. With one reader, the time between two lines is that of one mail.
 */
export const hostileBenchmark: Benchmark = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ringtrace-zoo-'))
  try {
    const zoo = join(folder, 'zoo')
    await mkdir(zoo)
    for (const [at, { mail }] of ZOO.entries()) await writeFile(join(zoo, `${at}.eml`), await mail())
    return [
      ...figures('mails built to break the reader, no OCR', await scanWatched(['--jobs', '1', '--ocr', 'off', zoo]), 1),
      ...figures('the same with OCR, all cores', await scanWatched(['--limit-seconds', '60', zoo])),
      ...figures('real scam mail with OCR, all cores', await scanWatched([SCAM])),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function figures(work: string, { lines, mostBytes }: WatchedScan, jobs = availableParallelism()): Figure[] {
  const size = `${lines.length} mails, ${jobs} readers`
  const slowest = Math.max(...lines.map(({ afterMillis }) => afterMillis))
  const memory: Figure = { work: `${work}: most resident`, size, ours: mostBytes / 1e6, unit: 'MB' }
  const time: Figure = { work: `${work}: longest wait`, size, ours: slowest / 1000, unit: 's' }
  return [memory, time]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`# Hostile mail, ${machine()}\n\n${markdown(await hostileBenchmark())}`)
}
