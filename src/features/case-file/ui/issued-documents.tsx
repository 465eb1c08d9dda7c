'use client'
import { useState } from 'react'
import { longDate } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import type { IssuedDocument } from '#domain/case/case-file.ts'
import { validUntil } from '#domain/service/local-values.ts'
import { useDesk } from './desk.ts'
import { Secret } from './secret.tsx'

/** The documents that SIAK issued, and the reference under which they were keyed. */
export function IssuedDocuments() {
  const t = useT('case')
  const { file } = useDesk()
  if (file.issued.length === 0 && !file.siak) return null
  return (
    <section aria-label={t('issued.title')}>
      <h2>{t('issued.title')}</h2>
      <dl>
        {file.siak ? (
          <div className="case-row">
            <dt>{t('issued.siak')}</dt>
            <dd>
              {file.siak.reference}
              {file.siak.note ? (
                <>
                  <br />
                  <span className="muted">{file.siak.note}</span>
                </>
              ) : null}
            </dd>
          </div>
        ) : null}
        {file.lateDecision ? (
          <div className="case-row">
            <dt>{t('issued.late')}</dt>
            <dd>{file.lateDecision.number}</dd>
          </div>
        ) : null}
        {file.issued.map((document, index) => (
          <Document
            key={`${document.outputId} ${document.documentNumber}`}
            document={document}
            index={index}
          />
        ))}
        {file.delivery ? (
          <div className="case-row">
            <dt>{t('issued.delivered')}</dt>
            <dd>
              {file.delivery.receiver}, {t(`deliver.by.${file.delivery.channel}`)}
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}

function Document({ document, index }: { readonly document: IssuedDocument; readonly index: number }) {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { file, kind, actor, view } = useDesk()
  const until = validUntil(document.outputId, document.issuedOn, view.local)
  const [full, setFull] = useState<string>()
  const label = text(
    kind.outputs.find((output) => output.id === document.outputId)?.label ?? {
      id: document.outputId,
      en: document.outputId,
    },
  )
  const masked = document.documentNumber.includes('••')
  return (
    <div className="case-row">
      <dt>{label}</dt>
      <dd>
        {full ?? document.documentNumber}{' '}
        {masked && actor.role !== 'CITIZEN' ? (
          <Secret
            caseId={file.id}
            place={{ field: 'issued', row: index, column: 'documentNumber' }}
            label={label}
            shown={full}
            onShown={setFull}
          />
        ) : null}
        <br />
        <span className="muted">
          {longDate(document.issuedOn, locale)}, {document.signer}
          {document.superseded ? `, ${t('issued.superseded')}` : ''}
        </span>
        {until ? (
          <>
            <br />
            <span className="muted">{t('issued.until', { date: longDate(until, locale) })}</span>
          </>
        ) : null}
        {document.officialLink && !document.officialLink.includes('••') ? (
          <>
            <br />
            <a href={document.officialLink} target="_blank" rel="noreferrer noopener">
              {t('issued.link')}
            </a>
          </>
        ) : null}
      </dd>
    </div>
  )
}
