/** Where two cases lie side by side. Ids only: a number of a case is no part of an address. */
export function comparePath(caseId: string, other: string): string {
  return `/permohonan/${caseId}/banding/${other}`
}
