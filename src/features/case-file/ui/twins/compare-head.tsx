'use client'
import Link from 'next/link'
import type { CaseView } from '#domain/case/case-view.ts'
import { STAGE } from '#domain/case/stage.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Chip } from '#ui/chip.tsx'
import { momentWords } from '../case-words.ts'

type CompareHeadProps = { readonly left: CaseView; readonly right: CaseView }

/** Which two cases these are: number, place, stage, and who filed them when. */
export function CompareHead({ left, right }: CompareHeadProps) {
  const t = useT('twins')
  return (
    <div className="compare-row compare-heads">
      <span className="compare-label" aria-hidden />
      <Side view={left} title={t('compare.this')} />
      <Side view={right} title={t('compare.right')} />
      <span aria-hidden />
    </div>
  )
}

function Side({ view, title }: { readonly view: CaseView; readonly title: string }) {
  const t = useT('twins')
  const text = useText()
  const locale = useLocale()
  const { file, regions, now } = view
  const kind = kindOf(file.service, file.kind, file.ruleVersion)
  const by = { by: (file.submittedBy ?? file.owner).name }
  return (
    <div className="compare-side">
      <span className="label">{title}</span>
      <b>
        <Link href={`/permohonan/${file.id}`}>{file.number ?? t('compare.draft')}</Link>
      </b>
      <span>{kind ? text(kind.label) : file.kind}</span>
      <span className="row">
        <Chip tone="accent">{text(STAGE[file.stage].label)}</Chip>
        <Chip>{regions[file.negeri] ?? file.negeri}</Chip>
      </span>
      <span className="muted">
        {file.submittedAt === undefined
          ? t('compare.made', { ...by, at: momentWords(file.createdAt, now, locale) })
          : t('compare.filed', { ...by, at: momentWords(file.submittedAt, now, locale) })}
      </span>
    </div>
  )
}
