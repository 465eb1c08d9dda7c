import type { FileFact, Facts } from '#domain/case/facts.ts'
import { DEFAULT_CASE_SETTINGS } from '#domain/case/facts.ts'

/** What a screen knows when it asks the rules. The server asks again with what it alone knows, and has the last word. */
export function clientFacts(now: number, files: readonly FileFact[] = []): Facts {
  const [file] = files
  return {
    now,
    settings: DEFAULT_CASE_SETTINGS,
    knownNegeri: () => true,
    findings: [],
    files,
    ...(file ? { file } : {}),
  }
}
