import type { CaseFile } from '#domain/case/case-file.ts'

/** Cases as this instance last wrote them. May be out of date: whoever decides on one is corrected by the write. */
export type RecentCases = {
  get(caseId: string): CaseFile | undefined
  put(file: CaseFile): void
  forget(caseId: string): void
}

/** Keeps the latest `most`, so that a desk's next command on its case needs no reading and no opening of seals. */
export function createRecentCases(most: number): RecentCases {
  const kept = new Map<string, CaseFile>()
  return {
    get: (caseId) => kept.get(caseId),
    put(file) {
      kept.delete(file.id) // to the end: the order of the map is the order of use
      kept.set(file.id, file)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
    forget: (caseId) => void kept.delete(caseId),
  }
}
