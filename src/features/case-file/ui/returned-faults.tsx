'use client'
import { Check } from 'lucide-react'
import { isMended } from '#domain/case/mended.ts'
import { REASON } from '#domain/case/reason.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Chip } from '#ui/chip.tsx'
import { useDesk } from './desk.ts'
import { faultKey } from './fault-key.ts'

/** What was asked to be mended, with the answer to each: by a change that can be seen, or in words. */
export function ReturnedFaults({ onPaper }: { readonly onPaper: (ruleId: string) => void }) {
  const t = useT('case')
  const text = useText()
  const { file } = useDesk()
  const { returned } = file
  if (!returned || file.issuedAt !== undefined) return null
  return (
    <section aria-label={t('faults.title', { n: returned.faults.length })}>
      <h2>{t('faults.title', { n: returned.faults.length })}</h2>
      <ol className="case-faults">
        {returned.faults.map((fault, index) => {
          const answer = file.repairs.find((repair) => repair.fault === index)
          const mended = isMended(file, fault)
          return (
            <li key={faultKey(fault)}>
              <header>
                <b>{text(REASON[fault.code].label)}</b>
                {mended ? (
                  <Chip tone="accent" icon={<Check className="ic s" aria-hidden />}>
                    {t('faults.mended')}
                  </Chip>
                ) : null}
              </header>
              <p>{fault.instruction}</p>
              {answer ? <p className="second">{t('faults.answer', { words: answer.answer })}</p> : null}
              {fault.ruleId === undefined ? null : (
                <button
                  type="button"
                  className="btn quiet sm"
                  onClick={() => fault.ruleId && onPaper(fault.ruleId)}
                >
                  {t('faults.look')}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
