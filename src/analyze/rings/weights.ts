/**
 * What each comparison of two numbers is worth, in log-odds (natural logarithm): ln(m / u), where m is how often pairs
 * that belong together compare so, and u how often pairs that do not.
 *
 * Counted, not tuned: COUNTED in made-up worlds of seeds that no test and no measurement uses, over all levels of noise
 * (`npm run bench:ring-weights`). What those worlds do not have is weighed as what is like it (`LIKE`). A count says no more
 * than MOST; and neighbours in a block say less, since made-up worlds sell a block to one buyer, and sellers do not.
 *
 * Source: Fellegi and Sunter 1969. How many senders share a thing is its term frequency (Winkler 2000).
 */
const MOST = 6
const MOST_OF_BLOCK = 3

type Counts = readonly [together: number, apart: number]

/** Pairs brought together that belong together, and that do not. */
const PAIRS: Counts = [236_354, 20_117]

const COUNTED = {
  mail: [36_311, 0],
  'words, one sender of 1': [105_522, 0],
  'words, one sender of 2-3': [51_853, 0],
  'words, two senders of 2-3': [1_843, 307],
  'words, one sender of 4-7': [27_731, 0],
  'words, two senders of 4-7': [482, 1_139],
  'words, one sender of 8+': [7_562, 0],
  'words, two senders of 8+': [172, 577],
  'content differs': [4_878, 18_094],
  'address, few senders': [31_763, 0],
  'address, many senders': [0, 0],
  'domain, one sender of 1': [43_252, 0],
  'domain, one sender of 2-3': [23_020, 0],
  'domain, two senders of 2-3': [2_244, 0],
  'domain, one sender of 4-7': [7_955, 0],
  'domain, two senders of 4-7': [330, 213],
  'domain, one sender of 8+': [122_146, 0],
  'domain, two senders of 8+': [133, 19_553],
  'sender differs': [5_511, 351],
  'block, run then': [131_327, 0],
  'block, run later': [1_191, 0],
  'block, hundred then': [42_215, 0],
  'block, hundred later': [3_210, 0],
  'block, ten thousand then': [23_574, 20],
  'block, ten thousand later': [4_944, 16],
  'brand, same': [235_030, 3_162],
  'brand, other': [1_324, 16_955],
  'time, both': [218_185, 17_983],
  'time, week': [16_153, 2_101],
  'time, weeks': [1_524, 32],
  'time, apart': [492, 1],
  'country, same': [236_354, 12_074],
  'country, other': [0, 8_043],
} as const satisfies Record<string, Counts>

export type Level = keyof typeof COUNTED

/** Log-odds of any pair that something brings together. */
export const PRIOR = Math.log(PAIRS[0] / PAIRS[1])

/** Half a pair is added to each count, so that what was never met is rare and not impossible. */
export const WEIGHTS = Object.fromEntries(
  Object.entries(COUNTED).map(([level, [together, apart]]) => {
    const weight = Math.log((together + 0.5) / (PAIRS[0] + 1)) - Math.log((apart + 0.5) / (PAIRS[1] + 1))
    const most = level.startsWith('block') ? MOST_OF_BLOCK : MOST
    return [level, Math.max(-MOST, Math.min(most, weight))]
  }),
) as Readonly<Record<Level, number>>
