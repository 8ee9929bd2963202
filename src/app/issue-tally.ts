import type { Issue, IssueCode } from '../model/issue.ts'

/** How often an issue came up, with the first few places it did. */
export type IssueCount = { readonly code: IssueCode; readonly count: number; readonly examples: readonly Issue[] }

const MAX_EXAMPLES = 3

/** Counts issues as they come. counts: the most frequent first. */
export function issueTally(): { add(issues: readonly Issue[]): void; counts(): IssueCount[] } {
  const byCode = new Map<IssueCode, { code: IssueCode; count: number; examples: Issue[] }>()
  return {
    add(issues) {
      for (const issue of issues) {
        const tally = byCode.get(issue.code) ?? { code: issue.code, count: 0, examples: [] }
        tally.count++
        if (tally.examples.length < MAX_EXAMPLES) tally.examples.push(issue)
        byCode.set(issue.code, tally)
      }
    },
    counts: () => [...byCode.values()].sort((a, b) => b.count - a.count),
  }
}
