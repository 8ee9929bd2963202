import type { Disguise } from '../../model/mention.ts'
import { GAP } from './gaps.ts'
import type { Candidate } from './evidence.ts'
import { isGlued } from './evidence.ts'

const USUAL_SIGNS = /^[\s.()/\-\u2010-\u2015]*$/

type Mark = { readonly disguise: Disguise; readonly holds: (candidate: Candidate) => boolean }

/** What was done to a number so that software does not find it. */
const MARKS: readonly Mark[] = [
  { disguise: 'letter_for_digit', holds: ({ groups }) => groups.some((group) => group.letters > 0) },
  { disguise: 'lookalike_digit', holds: ({ groups }) => groups.some((group) => group.lookalikes > 0) },
  { disguise: 'invisible_character', holds: isInvisiblyMixed },
  { disguise: 'separator', holds: hasUnusualSigns },
  {
    disguise: 'spaced_digits',
    holds: ({ groups }) => !isDictated(groups) && groups.filter((g) => g.digits.length === 1).length > 5,
  },
  { disguise: 'bracket', holds: hasOddBrackets },
  {
    disguise: 'line_break',
    holds: ({ inside, groups }) => inside === GAP.LINE && !groups.some(({ gap }) => gap.words),
  },
  { disguise: 'bidi', holds: ({ isOverridden }) => isOverridden },
  { disguise: 'reversed', holds: ({ isBackwards }) => isBackwards },
  { disguise: 'spelled_out', holds: ({ groups }) => groups.some((group) => group.spelled) },
  { disguise: 'vanity', holds: ({ groups }) => groups.some((group) => group.vanity) },
  { disguise: 'glued', holds: isGlued },
  {
    disguise: 'missing_plus',
    holds: ({ reading }) => reading.origin === 'bare_code' || reading.origin === 'home_code',
  },
]

export function disguisesOf(candidate: Candidate): Disguise[] {
  return MARKS.filter((mark) => mark.holds(candidate)).map((mark) => mark.disguise)
}

function isDictated(groups: Candidate['groups']): boolean {
  return groups.some((group) => group.spelled)
}

function hasUnusualSigns({ text, groups }: Candidate): boolean {
  if (isDictated(groups)) return false
  return groups.some((group, index) => {
    if (index === 0) return false
    const gap = text.slice(group.gap.start, group.start)
    return !USUAL_SIGNS.test(gap) && !USUAL_SIGNS.test(gap.replace(/[\p{Cf}\p{M}[\]{}]/gu, ''))
  })
}

function isInvisiblyMixed({ groups }: Candidate): boolean {
  return groups.some((group, index) => group.invisible || (index > 0 && group.gap.invisible))
}

/** Brackets of an unusual kind, or that do not pair. */
function hasOddBrackets({ text, start, end, isBackwards }: Candidate): boolean {
  const written = text.slice(start, end).replace(/[^()[\]{}]/g, '')
  const brackets = isBackwards ? [...written].reverse().join('') : written
  return brackets !== '' && brackets !== '()' && brackets !== '()()'
}
