import type { Shell } from '#server/shell.ts'

export type JobShell = Omit<Shell, 'feed'>

/** Work that comes round. Running it twice must do no harm: a kill can fall between the work and its mark. */
export type Job = {
  readonly name: string
  readonly everyMs: number
  /** `one`: once per interval in the whole system. `each`: every instance looks, and rows are taken by lock. */
  readonly by: 'one' | 'each'
  run(shell: JobShell): Promise<unknown>
}
