'use client'
import { CircleAlert, CircleCheck, CircleDashed, Clock, Lock, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { faultsInWords } from '#domain/case/paper-verdict-words.ts'
import type { DraftPaper } from '#domain/intake/draft-view.ts'
import { FILE_REFUSAL_TEXT } from '#domain/intake/paper-file.ts'
import type { PaperRule } from '#domain/service/service-definition.ts'
import { bytesInWords } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PaperPicture, Progress } from './paper-parts.tsx'
import { PaperPick } from './paper-pick.tsx'
import type { Sending } from './paper-sender.ts'

/** Photographed on its side, in a small frame. */
const CARD = /KTP|KIA/

type Props = {
  readonly rule: PaperRule
  readonly papers: readonly DraftPaper[]
  readonly sending: readonly Sending[]
  /** What the office found wrong with it, and nobody has mended yet. */
  readonly fault: string | undefined
  /** A paper that the office has seen stays; a new one replaces it. */
  readonly mayRemove: (paper: DraftPaper) => boolean
  /** A return asks for some papers and pages; the others are to be read only. */
  readonly mayAdd: boolean
  readonly mayReplace: (paper: DraftPaper) => boolean
  readonly onFiles: (files: readonly File[], replaces: DraftPaper | undefined) => void
  readonly onRemove: (paper: DraftPaper) => void
  readonly onDrop: (id: string) => void
}

/** One paper of the list: what it is, why it is asked, how far it is, and what to do about it. */
export function PaperLine({
  rule,
  papers,
  sending,
  fault,
  mayRemove,
  mayAdd,
  mayReplace,
  onFiles,
  onRemove,
  onDrop,
}: Props) {
  const t = useT('intake')
  const text = useText()
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const name = text(rule.label)
  const refused = sending.find((one) => one.state === 'refused')
  const moving = sending.filter((one) => one.state !== 'refused')
  const ready = papers.length > 0
  const state = refused
    ? 'bad'
    : moving.length > 0
      ? 'going'
      : fault !== undefined
        ? 'bad'
        : ready
          ? 'ok'
          : 'no'
  // The one page that is wrong is replaced and stays for comparison; of several, the person chooses which.
  const asked = papers.filter(mayReplace)
  const wrong = refused === undefined && fault !== undefined && asked.length === 1 ? asked[0] : undefined
  const Icon = { bad: CircleAlert, going: Clock, ok: CircleCheck, no: CircleDashed }[state]
  const bytes = papers.reduce((sum, paper) => sum + paper.bytes, 0)
  return (
    <li className={state} data-rule={rule.id} data-state={state}>
      <Icon className="ic" aria-hidden />
      <span className="rq-words">
        {name}
        <small>{text(rule.because)}</small>
        {ready ? (
          <small>{t('papers.given', { n: papers.length, size: bytesInWords(bytes, locale) })}</small>
        ) : null}
        {papers.map((paper) => {
          const faults = faultsInWords(paper.verdict)
          return faults ? (
            <small key={paper.fileId} className="doubt">
              {t('papers.anyway', { faults: text(faults) })}
            </small>
          ) : null
        })}
        {!ready && state === 'no' && rule.hint ? <small>{text(rule.hint)}</small> : null}
        {!ready && state === 'no' && rule.otherwise ? (
          <small className="otherwise">{text(rule.otherwise)}</small>
        ) : null}
        {fault !== undefined ? <small className="err">{fault}</small> : null}
        {mayAdd ? null : (
          <small>
            <Lock className="ic s" aria-hidden /> {t('papers.locked')}
          </small>
        )}
        {refused?.why ? (
          <small className="err" role="alert">
            {refused.why === 'device-full' ? t('papers.deviceFull') : text(FILE_REFUSAL_TEXT[refused.why])}
          </small>
        ) : null}
        {moving.map((one) => (
          <Progress key={one.id} sending={one} onDrop={() => onDrop(one.id)} />
        ))}
      </span>
      <span className="rq-acts">
        {wrong && moving.length === 0 ? (
          <>
            <PaperPick
              paper={name}
              card={CARD.test(rule.id)}
              className="btn touch phone-only"
              camera
              label={t('papers.again')}
              about={t('papers.againOf', { paper: name })}
              onFiles={(files) => onFiles(files.slice(0, 1), wrong)}
            />
            <PaperPick
              paper={name}
              card={CARD.test(rule.id)}
              className="btn touch quiet-small"
              camera={false}
              label={t('papers.pick')}
              about={t('papers.pickOf', { paper: name })}
              onFiles={(files) => onFiles(files.slice(0, 1), wrong)}
            />
          </>
        ) : null}
        {ready ? (
          <button
            type="button"
            className="btn touch"
            aria-label={t('papers.lookAt', { paper: name })}
            onClick={() => setOpen(true)}
          >
            {t('papers.look')}
          </button>
        ) : null}
        {!ready && refused === undefined && moving.length === 0 ? (
          <PaperPick
            paper={name}
            card={CARD.test(rule.id)}
            className="btn touch phone-only"
            camera
            label={t('papers.photo')}
            about={t('papers.photoOf', { paper: name })}
            onFiles={(files) => onFiles(files, undefined)}
          />
        ) : null}
        {refused ? (
          <PaperPick
            paper={name}
            card={CARD.test(rule.id)}
            className="btn touch phone-only"
            camera
            label={t('papers.again')}
            about={t('papers.againOf', { paper: name })}
            onFiles={(files) => {
              onDrop(refused.id)
              onFiles(files, undefined)
            }}
          />
        ) : null}
        {!ready && moving.length === 0 ? (
          <PaperPick
            paper={name}
            card={CARD.test(rule.id)}
            className="btn touch quiet-small"
            camera={false}
            label={t('papers.pick')}
            about={t('papers.pickOf', { paper: name })}
            onFiles={(files) => {
              if (refused) onDrop(refused.id)
              onFiles(files, undefined)
            }}
          />
        ) : null}
      </span>
      <Dialog open={open} onClose={() => setOpen(false)} title={name} wide>
        <ul className="pages">
          {papers.map((paper, index) => (
            <li key={paper.fileId}>
              <PaperPicture paper={paper} alt={t('papers.page', { paper: name, n: index + 1 })} />
              <span className="pages-acts">
                {mayReplace(paper) ? (
                  <PaperPick
                    paper={name}
                    card={CARD.test(rule.id)}
                    camera={false}
                    label={t('papers.replace')}
                    about={t('papers.replaceOf', { paper: name, n: index + 1 })}
                    onFiles={(files) => onFiles(files.slice(0, 1), paper)}
                  />
                ) : null}
                {mayRemove(paper) ? (
                  <Button
                    touch
                    variant="danger"
                    icon={<Trash2 className="ic" aria-hidden />}
                    onClick={() => {
                      onRemove(paper)
                      if (papers.length === 1) setOpen(false)
                    }}
                  >
                    {t('papers.remove')}
                  </Button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
        {mayAdd ? (
          <div className="more-pages">
            <PaperPick
              paper={name}
              card={CARD.test(rule.id)}
              className="btn touch phone-only"
              camera
              label={t('papers.morePhoto')}
              about={t('papers.photoOf', { paper: name })}
              onFiles={(files) => {
                onFiles(files, undefined)
                setOpen(false)
              }}
            />
            <PaperPick
              paper={name}
              card={CARD.test(rule.id)}
              camera={false}
              label={t('papers.more')}
              about={t('papers.pickOf', { paper: name })}
              onFiles={(files) => {
                onFiles(files, undefined)
                setOpen(false)
              }}
            />
          </div>
        ) : null}
      </Dialog>
    </li>
  )
}
