import { accept } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T27, Laporkan salah: a fault of the office in an issued document. What the family itself changed is a new case. */
export const decideReportError: Decide<'reportError'> = (_caseFile, { what, evidence }) =>
  accept({ type: 'ErrorReported', what, ...(evidence === undefined ? {} : { evidence }) })
