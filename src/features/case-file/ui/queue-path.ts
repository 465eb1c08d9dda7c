import type { CaseFile } from '#domain/case/case-file.ts'
import { SERVICE_PLACE } from '#ui/service-place.ts'

/** The queue that a case stands in. */
export function queuePath(file: Pick<CaseFile, 'service'>): string {
  return `/antrean/${SERVICE_PLACE[file.service]}`
}
