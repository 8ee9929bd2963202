import { ISSUES } from '../../src/model/issue.ts'
import type { MessageAnswer } from './api.ts'

/** An issue in a sentence: what was wrong, where, and what stood there. */
export function sentenceOf({ code, part, saw }: MessageAnswer['issues'][number]): string {
  return `${ISSUES[code]}${part ? ` (${part})` : ''}${saw ? `: ${saw}` : ''}`
}
