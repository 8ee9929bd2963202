import { IntelError } from '../model/failures.ts'
import { digitsOf } from '../model/phone-number.ts'
import { blockStart } from '../model/profile.ts'
import type { Coverage } from '../model/profile.ts'
import { vicinityOf } from './births.ts'
import { closeReader, damaged, fileNow, INDEX_FORMAT, isReading, ONLY, readIndexFiles } from './index-files.ts'
import type { IndexFiles, KeptReturns } from './index-files.ts'
import { forecastReader } from './forecast-file.ts'
import { recordOf } from './kept-record.ts'
import type { NumberIndex } from './number-index.ts'

const NOTHING_KEPT = { birthsOf: () => undefined, birthDaysOf: () => undefined }

/** A deleted file can be read on; that it was deleted is noticed so soon. */
const LOOK_FOR_FILE_MILLIS = 1_000

/**
 * Opens the look-up index of a data folder for reading, in any process, also while another one fills it. Where there
 * is none yet it answers that nothing is known, until there is.
 *
 * Throws: IntelError `store_unavailable`, here and from every read, where the file is damaged.
 */
export async function openNumberIndex(data: string): Promise<NumberIndex> {
  let files = openIfMade(data)
  let isCurrent = false
  let file = fileNow(data)
  let lookedAt = Date.now()
  const forecast = forecastReader(data)
  const coverage = decodedOnce<Coverage>()
  const returns = decodedOnce<KeptReturns>()

  /** One look at the file for everything read without a pause; lmdb alone would keep it until the next timer. */
  const look = ({ root }: IndexFiles): void => {
    if (isCurrent) return
    root.resetReadTxn()
    isCurrent = true
    queueMicrotask(() => (isCurrent = false))
  }

  const isDeleted = (): boolean => {
    if (isCurrent || Date.now() - lookedAt < LOOK_FOR_FILE_MILLIS) return false
    lookedAt = Date.now()
    return fileNow(data) !== file
  }

  const read = <Answer>(none: Answer, answer: (files: IndexFiles) => Answer): Answer => {
    if (files && isReading(files) && isDeleted()) void closeReader(files.root)
    if (!files || !isReading(files)) {
      files = openIfMade(data)
      file = fileNow(data)
    }
    if (!files) return none
    try {
      look(files)
      return answer(files)
    } catch (error) {
      throw damaged(data, error)
    }
  }

  return {
    profile(number) {
      return read(null, ({ profiles, rings }) => {
        const digits = digitsOf(number)
        const kept = profiles.get(digits)
        if (!kept) return null
        const ring = rings.get(digits)
        return { number, records: kept.map(recordOf), ring: ring ? { id: ring[0], numbers: ring[1] } : null }
      })
    },
    block(number, width) {
      return read(null, ({ blocks }) => {
        const kept = blocks[width].get(blockStart(digitsOf(number), width))
        return kept ? { numbers: kept[0], lastSeenAt: kept[1] } : null
      })
    },
    coverage() {
      return read({}, (files) => coverage(files.coverage) ?? {})
    },
    returns() {
      return read({}, (files) => returns(files.returns)?.curves ?? {})
    },
    vicinity(number, day) {
      const digits = digitsOf(number)
      return read(vicinityOf(digits, day, NOTHING_KEPT), ({ births, birthDays }) =>
        vicinityOf(digits, day, {
          birthsOf: (start) => births.get(start),
          birthDaysOf: (start) => birthDays.get(start),
        }),
      )
    },
    forecast,
    size() {
      return read(0, ({ profiles }) => (profiles.getStats() as { entryCount: number }).entryCount)
    },
    async close() {
      if (files) await closeReader(files.root)
      files = null
    },
  }
}

/** Of a table with one entry, which every look-up asks for and which is seldom another: comparing is quicker than decoding. */
function decodedOnce<Value>(): (table: IndexFiles['coverage' | 'returns']) => Value | null {
  let known: { readonly bytes: Buffer; readonly value: Value } | null = null
  return (table) => {
    const bytes = table.getBinary(ONLY)
    if (!bytes) return null
    if (!known?.bytes.equals(bytes)) known = { bytes, value: table.get(ONLY) as Value }
    return known.value
  }
}

function openIfMade(data: string): IndexFiles | null {
  const files = readIndexFiles(data)
  if (!files || files.state.get(ONLY)?.format === INDEX_FORMAT) return files
  void closeReader(files.root)
  throw damaged(data, new IntelError('store_unavailable', 'another version of Ringtrace made it'))
}
