import { FilePlus2 } from 'lucide-react'
import Link from 'next/link'
import { ROLE_LABEL } from '#domain/access/roles.ts'
import { useHere } from '#client/live/here.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'

type QueueHeaderProps = {
  readonly title: string
  readonly open: number | undefined
  readonly late: number
  readonly onLate: () => void
  readonly mayFile: boolean
  /** The place that colleagues see me in. */
  readonly place: string | null
  /** Takes the case that comes first for me. */
  readonly onNext: (() => void) | undefined
}

const SHOWN = 4

export function QueueHeader({ title, open, late, onLate, mayFile, place, onNext }: QueueHeaderProps) {
  const t = useT('queue')
  const text = useText()
  const here = useHere(place)
  return (
    <header className="hd">
      <h1 className="title">{title}</h1>
      <span className="muted hd-sum">
        {open === undefined ? t('loading') : t('openCount', { n: open })}
        {open !== undefined && late > 0 ? (
          <>
            ,{' '}
            <button type="button" onClick={onLate}>
              {t('lateCount', { n: late })}
            </button>
          </>
        ) : null}
      </span>
      <span className="hd-here">
        {here.length > 0 ? (
          <>
            <span className="label">{t('here')}</span>
            <span className="avs">
              {here.slice(0, SHOWN).map((person) => (
                <Avatar
                  key={person.id}
                  id={person.id}
                  name={person.name}
                  about={text(ROLE_LABEL[person.role])}
                />
              ))}
            </span>
            {here.length > SHOWN ? <span className="label">+{here.length - SHOWN}</span> : null}
          </>
        ) : null}
      </span>
      {onNext ? (
        <Button className="hd-next" kbd="U" onClick={onNext} title={t('next.about')}>
          {t('next.take')}
        </Button>
      ) : null}
      {mayFile ? (
        <Link className="btn primary" href="/ajukan" prefetch={false}>
          <FilePlus2 className="ic" aria-hidden />
          {t('newCase')}
        </Link>
      ) : null}
    </header>
  )
}
