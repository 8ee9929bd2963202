import type { IssueCount } from '../app/issue-tally.ts'
import { ISSUES } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import { plainText } from '../render/plain-text.ts'
import { count } from './progress.ts'

/** Issues for people: a line for each code, and below it the first few places. */
export function issueLines(issues: readonly IssueCount[]): string[] {
  return issues.flatMap(({ code, count: times, examples }) => [
    `  ${count(times)} × ${code}: ${ISSUES[code]}`,
    ...examples.map((example) => `      ${exampleLine(example)}`),
  ])
}

function exampleLine({ at, part, saw }: Issue): string {
  const place = [at, part].filter((text) => text !== undefined).join(' ')
  return plainText(saw === undefined ? place : `${place}: ${saw}`)
}
