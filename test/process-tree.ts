import { existsSync, readFileSync } from 'node:fs'

const tellsProcesses = existsSync('/proc/self/task')
if (!tellsProcesses) console.warn('SKIPPED: what processes hold is not watched: this system has no /proc that tells')

/** Whether to leave out what watches processes: only Linux tells what they hold. Where nothing may be skipped, it fails. */
export const skipsProcesses = !tellsProcesses && !process.env['CI']

const PAGE_BYTES = 4096

/** Process ids of the children of a process, as of now. */
export function childrenOf(pid: number): number[] {
  const listed = read(`/proc/${pid}/task/${pid}/children`).trim()
  return listed === '' ? [] : listed.split(' ').map(Number)
}

/** Resident bytes of a process and all below it; shared pages count in each. */
export function treeBytes(pid: number): number {
  const own = Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES
  return childrenOf(pid).reduce((sum, child) => sum + treeBytes(child), own)
}

/** Whether a process is there and not merely waited for. */
export function isAlive(pid: number): boolean {
  return /^State:\s+[^ZX\s]/m.test(read(`/proc/${pid}/status`))
}

/** Looks at a tree of processes until told to stop. Out: the most it held, in bytes. */
export function watchTree(pid: number, everyMillis = 20): () => number {
  let most = 0
  const timer = setInterval(() => (most = Math.max(most, treeBytes(pid))), everyMillis)
  return () => {
    clearInterval(timer)
    return most
  }
}

/** '' of a process that is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
