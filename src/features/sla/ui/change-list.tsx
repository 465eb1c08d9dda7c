'use client'
import { exactInWit, wholeNumber } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import type { RulesNews } from './api-answers.ts'

type Changes = RulesNews['changes']

/** Who changed what counts, when, and how many due moments it moved. */
export function ChangeList({ changes }: { readonly changes: Changes }) {
  const t = useT('calendar')
  const locale = useLocale()
  if (changes.length === 0) return null
  return (
    <section>
      <h2>{t('change.title')}</h2>
      <ul className="sla-list change-list">
        {changes.map(({ version, at, byName, kind, subject, looked, moved, done }) => (
          <li key={version}>
            <span>
              {t(`change.${kind}`)}{' '}
              <small>{subject.slice(subject.indexOf(':') + 1, subject.indexOf(':') + 14)}</small>
            </span>
            <span className="second">
              {byName}, {exactInWit(at, locale)}
            </span>
            <span>
              {done
                ? t('moved.short', { n: wholeNumber(moved, locale), looked: wholeNumber(looked, locale) })
                : t('moved.shortCounting', { looked: wholeNumber(looked, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
