'use client'
import { Role, ROLE_LABEL } from '#domain/access/role.ts'
import { dateInWit, exactInWit, timeInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import type { AuditRow } from './api-answers.ts'
import { actionWords, detailName, detailValue } from './audit-words.ts'
import { deviceInWords } from './device-in-words.ts'

/** One line of the record: when, who, what, about what; what else was noted stands behind it. */
export function AuditEntry({ row }: { readonly row: AuditRow }) {
  const t = useT('administration')
  const text = useText()
  const locale = useLocale()
  const role = Role.safeParse(row.role)
  const who = row.personName ?? nameOfNobody(row.personId)
  function nameOfNobody(id: string): string {
    if (id === 'stranger') return t('audit.stranger')
    return id === 'system' ? text(ROLE_LABEL.SYSTEM) : id
  }
  const detail = Object.entries((row.detail ?? {}) as Record<string, unknown>)
  return (
    <li className="audit-row">
      <time dateTime={new Date(row.at).toISOString()} title={exactInWit(row.at, locale, true)}>
        {dateInWit(row.at, locale)}, {timeInWit(row.at, true)}
      </time>
      <span>
        <b>{who}</b> <span className="muted">{role.success ? text(ROLE_LABEL[role.data]) : ''}</span>
      </span>
      <span title={row.action}>{text(actionWords(row.action))}</span>
      <span className="cut" title={row.subject}>
        {row.subject === 'person:unknown' ? t('audit.unknownPerson') : (row.subjectName ?? row.subject)}
      </span>
      <details>
        <summary>{t('audit.detail')}</summary>
        <dl>
          {detail.map(([name, value]) => (
            <div key={name}>
              <dt>{text(detailName(name))}</dt>
              <dd>{text(detailValue(value))}</dd>
            </div>
          ))}
        </dl>
        <p className="muted" title={row.device}>
          {t('audit.address', { address: row.address })} · {deviceInWords(row.device)}
        </p>
      </details>
    </li>
  )
}
