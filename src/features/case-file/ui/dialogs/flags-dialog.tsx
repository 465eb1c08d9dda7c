'use client'
import { useState } from 'react'
import type { CaseFlags } from '#domain/case/case-file.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { useDesk } from '../desk.ts'
import { ActionForm } from './action-form.tsx'

const FLAGS = ['vulnerable', 'urgent', 'conflictOfInterest'] as const

/** Marks that change how a case is treated. */
export function FlagsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file } = useDesk()
  const [flags, setFlags] = useState<CaseFlags>(file.flags)
  const same = FLAGS.every((flag) => flags[flag] === file.flags[flag])
  return (
    <ActionForm
      command="setFlags"
      onClose={onClose}
      missing={same ? t('flags.same') : undefined}
      build={() => (same ? undefined : { type: 'setFlags', flags })}
    >
      {FLAGS.map((flag) => (
        <label className="pick" key={flag}>
          <input
            type="checkbox"
            checked={flags[flag]}
            onChange={(event) => setFlags({ ...flags, [flag]: event.target.checked })}
          />
          <span>
            {t(`flags.${flag}`)}
            <br />
            <span className="muted">{t(`flags.${flag}About`)}</span>
          </span>
        </label>
      ))}
    </ActionForm>
  )
}
