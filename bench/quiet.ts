import { setTimeout } from 'node:timers/promises'
import type { Session } from '../src/store/session.ts'

/** The engine goes on merging parts for a while after they were written. */
export async function quiet(session: Session): Promise<void> {
  for (;;) {
    const [row] = await session.rows('SELECT count() AS merges FROM system.merges')
    if (Number(row?.['merges']) === 0) return
    await setTimeout(1_000)
  }
}
