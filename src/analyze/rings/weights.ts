/**
 * What each comparison of two numbers is worth, in log-odds (natural logarithm): ln(m / u), where m is how often pairs
 * that belong together compare so, and u how often pairs that do not.
 *
 * Counted, not tuned: COUNTED in made-up worlds of seeds that no test and no measurement uses, over all levels of noise
 * (`npm run bench:ring-weights`). What those worlds do not have is weighed as what is like it (`LIKE`). A count says no more
 * than MOST.
 *
 * Source: Fellegi and Sunter 1969. How many senders share a thing is its term frequency (Winkler 2000).
 */
const MOST = 6

type Counts = readonly [together: number, apart: number]

/** Pairs brought together that belong together, and that do not. */
const PAIRS: Counts = [120_799, 8_944]

const COUNTED = {
  mail: [19_005, 1],
  'words, one sender of 1': [50_134, 3],
  'words, one sender of 2-3': [27_331, 4],
  'words, two senders of 2-3': [1_038, 117],
  'words, one sender of 4-7': [17_927, 0],
  'words, two senders of 4-7': [483, 487],
  'words, one sender of 8+': [2_454, 11],
  'words, two senders of 8+': [79, 150],
  'content differs': [2_349, 8_171],
  'address, few senders': [34_762, 0],
  'address, many senders': [0, 0],
  'domain, one sender of 1': [35_665, 0],
  'domain, one sender of 2-3': [27_172, 0],
  'domain, two senders of 2-3': [1_152, 0],
  'domain, one sender of 4-7': [2_305, 7],
  'domain, two senders of 4-7': [425, 73],
  'domain, one sender of 8+': [16_248, 28],
  'domain, two senders of 8+': [188, 8_698],
  'sender differs': [2_882, 138],
  'block, run then': [57_216, 30],
  'block, run later': [393, 50],
  'block, hundred then': [23_559, 6],
  'block, hundred later': [943, 6],
  'block, ten thousand then': [18_590, 40],
  'block, ten thousand later': [3_412, 17],
  'brand, same': [120_191, 1_554],
  'brand, other': [608, 7_390],
  'time, both': [112_941, 7_995],
  'time, week': [7_061, 894],
  'time, weeks': [619, 46],
  'time, apart': [178, 9],
  'country, same': [120_799, 5_469],
  'country, other': [0, 3_475],
} as const satisfies Record<string, Counts>

export type Level = keyof typeof COUNTED

/** Log-odds of any pair that something brings together. */
export const PRIOR = Math.log(PAIRS[0] / PAIRS[1])

/** Half a pair is added to each count, so that what was never met is rare and not impossible. */
export const WEIGHTS = Object.fromEntries(
  Object.entries(COUNTED).map(([level, [together, apart]]) => {
    const weight = Math.log((together + 0.5) / (PAIRS[0] + 1)) - Math.log((apart + 0.5) / (PAIRS[1] + 1))
    return [level, Math.max(-MOST, Math.min(MOST, weight))]
  }),
) as Readonly<Record<Level, number>>
