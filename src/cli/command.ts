import type { Command } from 'commander'

/** Adds one command to the program. Its action resolves to the exit code; failures are thrown. */
export type AddCommand = (program: Command, run: Run) => void

/** Wraps an action so that its exit code is used and its failures are told. */
export type Run = <Args extends unknown[]>(
  action: (...args: Args) => Promise<number>,
) => (...args: Args) => Promise<void>
