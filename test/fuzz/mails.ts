import { openReaderPool } from '../../src/app/reader-pool.ts'
import { childrenOf, treeBytes } from '../process-tree.ts'
import { mailWith } from '../zoo/bomb.ts'
import type { Target } from './target.ts'
import { TARGETS } from './targets.ts'

const LIMIT_MILLIS = 8_000
/** For a machine that has other things to do. */
const SLACK_MILLIS = 15_000
const MOST_READER_BYTES = 760e6

const pool = openReaderPool({ jobs: 1, timeLimitMillis: LIMIT_MILLIS })

/** Whole mails, each with a broken file or broken in itself, through the processes that read mail. */
export const MAILS: readonly Target[] = TARGETS.map((target): Target => ({
  ...target,
  name: `mail-${target.name}`,
  millis: Infinity,
  async read(bytes) {
    const mail = target.name === 'mime' ? bytes : mailWith([target.file.name, target.file.type, bytes])
    const startedAt = performance.now()
    const { issues, numbers } = await pool.read({ file: 'fuzz.eml', bytes: mail })
    const took = performance.now() - startedAt
    const died = issues.find(({ code }) => code === 'worker_died')
    if (died) return `the reader died: ${died.saw ?? ''}`
    const stopped = issues.find(({ code }) => code === 'time_limit' || code === 'memory_limit')
    if (stopped && bytes.length < 256 * 1024) return `${stopped.code} on ${bytes.length} bytes`
    if (took > LIMIT_MILLIS + SLACK_MILLIS) return `an answer after ${Math.round(took)} ms`
    const held = Math.max(0, ...childrenOf(process.pid).map(treeBytes))
    if (held > MOST_READER_BYTES) return `a reader holds ${Math.round(held / 1e6)} MB`
    if (mail !== bytes && !numbers.some(({ e164 }) => e164 === '+12065471200')) return 'the number in the text is lost'
    return null
  },
}))

export const closeMails = (): Promise<void> => pool.close()
