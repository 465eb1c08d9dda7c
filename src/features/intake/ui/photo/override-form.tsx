'use client'
import { useId, useState } from 'react'
import type { OverrideReason, PaperOverride } from '#domain/case/paper-verdict.ts'
import { OVERRIDE_TEXT } from '#domain/case/paper-verdict-words.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'

const REASONS = Object.keys(OVERRIDE_TEXT) as readonly OverrideReason[]
const LEAST_WORDS = 5

/** Why this photo is used although it was found wanting: coded, and in words where the code says little. */
export function OverrideForm({
  onUse,
  onBack,
}: {
  readonly onUse: (override: PaperOverride) => void
  readonly onBack: () => void
}) {
  const t = useT('intake')
  const text = useText()
  const id = useId()
  const [reason, setReason] = useState<OverrideReason>()
  const [words, setWords] = useState('')
  const lacking =
    reason === undefined
      ? t('photo.reasonFirst')
      : reason === 'other' && words.trim().length < LEAST_WORDS
        ? t('photo.wordsFirst')
        : undefined
  return (
    <form
      className="photo-why"
      onSubmit={(event) => {
        event.preventDefault()
        if (lacking !== undefined || reason === undefined) return
        const own = words.trim()
        onUse(own === '' ? { reason } : { reason, words: own })
      }}
    >
      <p className="lab" id={`${id}-label`}>
        {t('photo.why')}
      </p>
      <div className="opts" role="radiogroup" aria-labelledby={`${id}-label`}>
        {REASONS.map((one) => (
          <label key={one} className="opt">
            <input type="radio" name={id} checked={reason === one} onChange={() => setReason(one)} />
            <span>{text(OVERRIDE_TEXT[one])}</span>
          </label>
        ))}
      </div>
      <label className="photo-own">
        <span className="lab">{reason === 'other' ? t('photo.wordsNeeded') : t('photo.words')}</span>
        <textarea
          className="input touch"
          rows={2}
          maxLength={300}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <div className="photo-choice">
        <Button type="submit" variant="primary" touch block disabledBecause={lacking}>
          {t('photo.useWithReason')}
        </Button>
        <Button touch block onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}
