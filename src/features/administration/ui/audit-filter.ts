export type AuditFilter = {
  readonly person: string
  readonly subject: string
  readonly action: string
  readonly from: string
  readonly to: string
}

export const EMPTY_FILTER: AuditFilter = { person: '', subject: '', action: '', from: '', to: '' }

/** What can be asked for by kind; a dot at the end means everything that begins so. */
export const AUDIT_GROUPS = [
  { name: 'session', action: 'session.' },
  { name: 'person', action: 'person.' },
  { name: 'account', action: 'account.' },
  { name: 'case', action: 'case.' },
  { name: 'reveal', action: 'case.reveal' },
  { name: 'paper', action: 'paper.' },
  { name: 'audit', action: 'audit.' },
  { name: 'access', action: 'access.' },
  { name: 'alarm', action: 'alarm.' },
] as const

/** Only what was filled in travels. */
export function searchOf(filter: AuditFilter): Partial<AuditFilter> {
  return Object.fromEntries(
    Object.entries(filter)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  )
}
