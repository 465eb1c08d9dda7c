'use client'
import { useState } from 'react'
import type { CaseView } from '#domain/case/case-view.ts'
import { STAGE, STAGES } from '#domain/case/stage.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'

/** One of the two; `keeps`: why it cannot be the one that ends. */
type Side = { readonly view: CaseView; readonly keeps: string | undefined }

type MergeDialogProps = {
  readonly sides: readonly Side[]
  readonly busy: boolean
  readonly trouble: string | undefined
  readonly onClose: () => void
  readonly onMerge: (ending: CaseView, goesOn: CaseView, words: string) => Promise<boolean>
}

const LEAST = 10

/** Which one goes on, and what the applicant of the other one reads. */
export function MergeDialog({ sides, busy, trouble, onClose, onMerge }: MergeDialogProps) {
  const t = useT('twins')
  const text = useText()
  const [words, setWords] = useState(t('merge.wordsReady'))
  const [goesOn, setGoesOn] = useState(furthest(sides)?.view.file.id)
  const kept = sides.find(({ view }) => view.file.id === goesOn)
  const ending = sides.find(({ view }) => view.file.id !== goesOn)
  const missing = ending?.keeps ?? (words.trim().length < LEAST ? t('merge.wordsMissing') : undefined)
  const number = (side: Side | undefined) => side?.view.file.number ?? t('compare.draft')
  return (
    <Dialog open onClose={onClose} title={t('acts.merge').replace('…', '')}>
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (missing === undefined && ending && kept && !busy)
            void onMerge(ending.view, kept.view, words.trim())
        }}
      >
        <p>{t('merge.about')}</p>
        <fieldset className="compare-pick">
          <legend>{t('merge.goesOn')}</legend>
          {sides.map((side) => (
            <label className="pick" key={side.view.file.id}>
              <input
                type="radio"
                name="goesOn"
                checked={side.view.file.id === goesOn}
                onChange={() => setGoesOn(side.view.file.id)}
              />
              {number(side)}, {text(STAGE[side.view.file.stage].label)}
            </label>
          ))}
        </fieldset>
        <p>
          <b>{t('merge.ends', { number: number(ending) })}</b>
        </p>
        <Field label={t('merge.words')}>
          <textarea value={words} maxLength={2000} onChange={(event) => setWords(event.target.value)} />
        </Field>
        {trouble ? <Note tone="danger" role="alert" title={trouble} /> : null}
        <div className="foot">
          <Button onClick={onClose}>{t('acts.back')}</Button>
          <Button type="submit" variant="primary" disabledBecause={missing}>
            {t('acts.merge').replace('…', '')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The one that has come further goes on, unless someone picks the other; of two alike the older one. */
function furthest(sides: readonly Side[]): Side | undefined {
  const rank = ({ view: { file }, keeps }: Side) =>
    (keeps === undefined ? 0 : 1000) + STAGES.indexOf(file.stage) - file.createdAt / 1e14
  return [...sides].sort((one, other) => rank(other) - rank(one))[0]
}
